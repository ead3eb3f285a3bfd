import type { ErasureCommand } from '#libs/erasure/erasure.commands';
import { erasureDecider, type ErasureFacts } from '#libs/erasure/erasure.decider';
import { privacyStream } from '#libs/erasure/erasure.events';
import type { PrivacyState } from '#libs/erasure/erasure.state';
import type { VolunteerId } from '#libs/kernel/ids';
import type { CounterParts, Desk } from './desk.js';
import { loadVolunteer, organizationOfVolunteer } from './volunteer.desk.js';

/** What was asked about people's data, and who is kept under restriction. */
export const privacyState = ({ ledger }: Pick<CounterParts, 'ledger'>): Promise<PrivacyState> =>
  ledger.load(erasureDecider, privacyStream);

/** People who are kept under restriction. */
export const restrictedPeople = async (parts: Pick<CounterParts, 'ledger'>): Promise<ReadonlySet<string>> =>
  (await privacyState(parts)).restricted;

export async function isRestricted(parts: Pick<CounterParts, 'ledger'>, volunteerId: VolunteerId): Promise<boolean> {
  return (await restrictedPeople(parts)).has(volunteerId);
}

export function erasureDesk(parts: CounterParts): Desk<ErasureCommand> {
  const factsFor = async ({ type, data: { volunteerId } }: ErasureCommand): Promise<ErasureFacts> => {
    if (type !== 'FilePrivacyRequest') return {};
    const volunteer = await loadVolunteer(parts, volunteerId);
    const organizationId = await organizationOfVolunteer(parts, volunteerId);
    const duplicates = volunteer.status === 'unknown' ? [] : [...volunteer.register.duplicates];
    return { duplicates, ...(organizationId ? { organizationId } : {}) };
  };
  return {
    about: async ({ data: { volunteerId } }) => {
      const organizationId = await organizationOfVolunteer(parts, volunteerId);
      return organizationId && { organizationId, volunteerId };
    },
    perform: (command, context) =>
      parts.ledger.run(erasureDecider, { stream: privacyStream, command, context, facts: () => factsFor(command) }),
  };
}
