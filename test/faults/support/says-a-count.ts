import { randomUUID } from 'node:crypto';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent } from '#libs/kernel/event';
import type { CommandId } from '#libs/kernel/ids';
import type { LedgerUnderTest } from './ledger-under-test.js';

type Said = Message<'Say', { readonly organizationId: string; readonly fullMembers: number }>;

const saysACount: Decider<null, Said, AnyEvent, AnyEvent, never> = {
  initial: null,
  evolve: (state) => state,
  decide: ({ data }) => [
    { type: 'PartyMemberCountStated', data: { ...data, probationaryMembers: 0, countedOn: '2026-01-05' } },
  ],
};

/** One more entry to be sealed, with no rule in its way. */
export async function writeCount({ house, top }: LedgerUnderTest, fullMembers: number): Promise<void> {
  await house.ledger.run(saysACount, {
    stream: `organization-${top}`,
    command: { type: 'Say', data: { organizationId: top, fullMembers } },
    context: { commandId: randomUUID() as CommandId, by: systemAccount, org: systemOrganization },
    facts: () => Promise.resolve(undefined),
  });
}
