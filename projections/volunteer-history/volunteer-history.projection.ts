import type { VolunteerId } from '#libs/kernel/ids';
import type { Instant } from '#libs/kernel/time';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { personEventTypes, type PersonEvent } from './person-event.js';
import { VolunteerHistoryEntry, VolunteerHistoryPerson } from './volunteer-history.entity.js';

type EntryKey = Pick<VolunteerHistoryEntry, 'volunteerId' | 'stream' | 'revision'>;
type About = { readonly volunteerId: VolunteerId };

const keyOfEntry = ({ volunteerId }: About, { stream, revision }: Meta): EntryKey => ({
  volunteerId,
  stream,
  revision,
});

const entered = (row: VolunteerHistoryEntry, _data: About, { position, entry }: Meta): VolunteerHistoryEntry => ({
  ...row,
  position,
  eventType: entry.type,
  at: entry.at as Instant,
});

const onEach = <Handler>(handler: Handler): Record<PersonEvent['type'], Handler> =>
  Object.fromEntries(personEventTypes.map((type) => [type, handler])) as Record<PersonEvent['type'], Handler>;

const entries = table<VolunteerHistoryEntry, PersonEvent>()({
  entity: VolunteerHistoryEntry,
  keyOf: onEach(keyOfEntry),
  empty: (key): VolunteerHistoryEntry => key as VolunteerHistoryEntry,
  on: onEach(entered),
  isWrittenOnce: true,
});

const ofVolunteer = ({ volunteerId }: About): About => ({ volunteerId });

const persons = table<VolunteerHistoryPerson, VolunteerEvent>()({
  entity: VolunteerHistoryPerson,
  keyOf: {
    ApplicationSubmitted: ofVolunteer,
    VolunteerEnrolled: ofVolunteer,
    AffiliationTransferReceived: ofVolunteer,
    AffiliationMoved: ofVolunteer,
  },
  empty: (key): VolunteerHistoryPerson => key as VolunteerHistoryPerson,
  on: {
    ApplicationSubmitted: (row, { organizationId }): VolunteerHistoryPerson => ({ ...row, organizationId }),
    VolunteerEnrolled: (row, { organizationId }): VolunteerHistoryPerson => ({ ...row, organizationId }),
    AffiliationTransferReceived: (row, { toOrganizationId: organizationId }): VolunteerHistoryPerson => ({
      ...row,
      organizationId,
    }),
    AffiliationMoved: (row, { toOrganizationId: organizationId }): VolunteerHistoryPerson => ({
      ...row,
      organizationId,
    }),
  },
});

/** Answers: where in the log does anything about this person stand? `replayHistory` reads it there. */
export const volunteerHistory: Projection = {
  name: 'volunteer-history',
  version: 4,
  opens: [],
  tables: [entries, persons],
};
