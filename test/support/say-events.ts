import { randomUUID } from 'node:crypto';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { House } from '#libs/house/house';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent } from '#libs/kernel/event';
import type { CommandId } from '#libs/kernel/ids';

type Said = Message<'Say', readonly AnyEvent[]>;
const emitsWhatItIsTold: Decider<null, Said, AnyEvent, AnyEvent, never> = {
  initial: null,
  evolve: (state) => state,
  decide: ({ data }) => data,
};

/** Writes these events at the end of a stream, with no rule in their way. */
export async function sayEvents(
  { ledger }: Pick<House, 'ledger'>,
  stream: string,
  ...events: readonly AnyEvent[]
): Promise<void> {
  await ledger.run(emitsWhatItIsTold, {
    stream,
    command: { type: 'Say', data: events },
    context: { commandId: randomUUID() as CommandId, by: systemAccount, org: systemOrganization },
    facts: () => Promise.resolve(undefined),
  });
}
