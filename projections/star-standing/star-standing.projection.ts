import type { HoursEvent } from '#libs/hours/hours.events';
import { mergedRecords } from '#libs/projection-engine/merged-records';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import type { StarEvent } from '#libs/star/star.events';
import { StarStanding, StarStandingEntry, StarStandingMerged, type StarAward } from './star-standing.entity.js';

type VolunteerKey = Pick<StarStanding, 'volunteerId'>;
const ofVolunteer = ({ volunteerId }: VolunteerKey): VolunteerKey => ({ volunteerId });

const undecided = { appliedStars: null, appliedOn: null, approverLevel: null };
const withAwards = (row: StarStanding, awards: readonly StarAward[]): StarStanding => ({
  ...row,
  awards,
  awardedStars: awards.at(-1)?.stars ?? 0,
});

const standings = table<StarStanding, HoursEvent | VolunteerEvent | StarEvent>()({
  entity: StarStanding,
  keyOf: {
    ApplicationSubmitted: ofVolunteer,
    VolunteerEnrolled: ofVolunteer,
    ParticularsChanged: ofVolunteer,
    VolunteerWithdrew: ofVolunteer,
    AffiliationTransferReceived: ofVolunteer,
    AffiliationMoved: ofVolunteer,
    ServiceHoursCredited: ofVolunteer,
    ServiceHoursReversed: ofVolunteer,
    StarApplicationFiled: ofVolunteer,
    StarApplicationDeclined: ofVolunteer,
    StarAwarded: ofVolunteer,
    StarRevoked: ofVolunteer,
  },
  empty: (key): StarStanding => ({
    ...key,
    name: '',
    volunteerNumber: null,
    organizationId: null,
    withdrawnOn: null,
    serviceMinutes: 0,
    awards: [],
    awardedStars: 0,
    ...undecided,
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
    AffiliationTransferReceived: (row, { toOrganizationId: organizationId }): StarStanding => ({
      ...row,
      organizationId,
    }),
    AffiliationMoved: (row, { toOrganizationId: organizationId }): StarStanding => ({ ...row, organizationId }),
    ServiceHoursCredited: (row, data): StarStanding => ({
      ...row,
      serviceMinutes: row.serviceMinutes + data.serviceMinutes,
    }),
    ServiceHoursReversed: (row, data): StarStanding => ({
      ...row,
      serviceMinutes: row.serviceMinutes - data.serviceMinutes,
    }),
    StarApplicationFiled: (row, { stars, filedOn, approverLevel }): StarStanding => ({
      ...row,
      appliedStars: stars,
      appliedOn: filedOn,
      approverLevel,
    }),
    StarApplicationDeclined: (row): StarStanding => ({ ...row, ...undecided }),
    StarAwarded: (row, data): StarStanding => {
      const { stars, awardedOn, scheme, schemeVersion, requiredMinutes, creditedMinutes, asOfOn } = data;
      const award = { stars, awardedOn, scheme, schemeVersion, requiredMinutes, creditedMinutes, asOfOn };
      return { ...withAwards(row, [...row.awards, award]), ...undecided };
    },
    StarRevoked: (row, data): StarStanding =>
      withAwards(
        row,
        row.awards.filter(({ stars }) => stars !== data.stars),
      ),
  },
});

type EntryKey = Pick<StarStandingEntry, 'entryId'>;
const ofEntry = ({ entryId }: EntryKey): EntryKey => ({ entryId });

const entries = table<StarStandingEntry, HoursEvent>()({
  entity: StarStandingEntry,
  keyOf: { ServiceHoursCredited: ofEntry, ServiceHoursReversed: ofEntry },
  empty: (key): StarStandingEntry => key as StarStandingEntry,
  on: {
    ServiceHoursCredited: (row, data, { position }): StarStandingEntry => ({
      ...row,
      ...data,
      activityId: data.activityId ?? null,
      position,
    }),
    ServiceHoursReversed: (): null => null,
  },
});

/**
 * Answers: which star was awarded to this volunteer, for how many do the minutes suffice, and what is missing to the next?
 * Stars are applied for and decided by people (rules 2.2): what suffices awards none, and what was awarded stays.
 */
export const starStanding: Projection = {
  name: 'star-standing',
  version: 4,
  opens: ['identity'],
  tables: [standings, entries, mergedRecords(StarStandingMerged)],
};
