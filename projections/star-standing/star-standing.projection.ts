import type { HoursEvent } from '#libs/hours/hours.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { StarStanding, StarStandingEntry } from './star-standing.entity.js';

type VolunteerKey = Pick<StarStanding, 'volunteerId'>;
const ofVolunteer = ({ volunteerId }: VolunteerKey): VolunteerKey => ({ volunteerId });

const standings = table<StarStanding, HoursEvent | VolunteerEvent>()({
  entity: StarStanding,
  keyOf: {
    ApplicationSubmitted: ofVolunteer,
    VolunteerEnrolled: ofVolunteer,
    ParticularsChanged: ofVolunteer,
    VolunteerWithdrew: ofVolunteer,
    ServiceHoursCredited: ofVolunteer,
    ServiceHoursReversed: ofVolunteer,
  },
  empty: (key): StarStanding => ({
    ...key,
    name: '',
    volunteerNumber: null,
    organizationId: null,
    withdrawnOn: null,
    serviceMinutes: 0,
  }),
  on: {
    ApplicationSubmitted: (row, { name, organizationId }): StarStanding => ({ ...row, name, organizationId }),
    VolunteerEnrolled: (row, { organizationId, volunteerNumber }): StarStanding => ({
      ...row,
      organizationId,
      volunteerNumber,
      withdrawnOn: null,
    }),
    ParticularsChanged: (row, { name }): StarStanding => ({ ...row, name: name ?? row.name }),
    VolunteerWithdrew: (row, { withdrawnOn }): StarStanding => ({ ...row, withdrawnOn }),
    ServiceHoursCredited: (row, data): StarStanding => ({
      ...row,
      serviceMinutes: row.serviceMinutes + data.serviceMinutes,
    }),
    ServiceHoursReversed: (row, data): StarStanding => ({
      ...row,
      serviceMinutes: row.serviceMinutes - data.serviceMinutes,
    }),
  },
});

type EntryKey = Pick<StarStandingEntry, 'entryId'>;
const ofEntry = ({ entryId }: EntryKey): EntryKey => ({ entryId });

const entries = table<StarStandingEntry, HoursEvent>()({
  entity: StarStandingEntry,
  keyOf: { ServiceHoursCredited: ofEntry, ServiceHoursReversed: ofEntry },
  empty: (key): StarStandingEntry => key as StarStandingEntry,
  on: {
    ServiceHoursCredited: (row, data, { position }): StarStandingEntry => ({ ...row, ...data, position }),
    ServiceHoursReversed: (): null => null,
  },
});

/**
 * Answers: for how many stars do this volunteer's minutes suffice, and what is missing to the next? A standing only: stars
 * are applied for and decided by people (rules 2.2), so nothing here awards one.
 */
export const starStanding: Projection = {
  name: 'star-standing',
  version: 1,
  opens: ['identity'],
  tables: [standings, entries],
};
