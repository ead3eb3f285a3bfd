import type { ErasureCommand } from '#libs/erasure/erasure.commands';
import { erasureDecider, type ErasureFacts } from '#libs/erasure/erasure.decider';
import { privacyStream } from '#libs/erasure/erasure.events';
import type { PrivacyState } from '#libs/erasure/erasure.state';
import type { VolunteerId } from '#libs/kernel/ids';
import type { Reader } from '#libs/projection-engine/paging';
import { evidenceShowing, type EvidenceOfPerson } from '#projections/activity-evidence/activity-evidence.query';
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

/** Evidence of whatever the person took part in, under all of their records. The caller decides who may ask. */
export async function evidenceOfPerson(
  parts: Pick<CounterParts, 'ledger'> & { readonly read: Reader },
  volunteerId: VolunteerId,
): Promise<readonly EvidenceOfPerson[]> {
  const duplicates = await duplicatesOf(parts, volunteerId);
  return evidenceShowing(parts.read, { volunteerIds: [volunteerId, ...duplicates] });
}

/** Other records of the same person. */
export async function duplicatesOf(
  parts: Pick<CounterParts, 'ledger'>,
  volunteerId: VolunteerId,
): Promise<readonly VolunteerId[]> {
  const volunteer = await loadVolunteer(parts, volunteerId);
  return volunteer.status === 'unknown' ? [] : [...volunteer.register.duplicates];
}

export function erasureDesk(parts: CounterParts): Desk<ErasureCommand> {
  const factsFor = async ({ type, data }: ErasureCommand): Promise<ErasureFacts> => {
    if (type !== 'FilePrivacyRequest') return {};
    const { volunteerId, evidenceIds = [] } = data;
    const organizationId = await organizationOfVolunteer(parts, volunteerId);
    const duplicates = await duplicatesOf(parts, volunteerId);
    const showing = evidenceIds.length === 0 ? [] : await evidenceOfPerson(parts, volunteerId);
    const filesShowing = new Map(showing.map(({ evidenceId, sha256 }) => [evidenceId, sha256]));
    return { duplicates, filesShowing, ...(organizationId ? { organizationId } : {}) };
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
