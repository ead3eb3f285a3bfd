import { sayEvents } from '../../support/say-events.js';
import type { LedgerUnderTest } from './ledger-under-test.js';

/** One more entry to be sealed. */
export const writeCount = ({ house, top: organizationId }: LedgerUnderTest, fullMembers: number): Promise<void> =>
  sayEvents(house, `organization-${organizationId}`, {
    type: 'PartyMemberCountStated',
    data: { organizationId, fullMembers, probationaryMembers: 0, countedOn: '2026-01-05' },
  });
