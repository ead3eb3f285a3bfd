import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, minutes, optional, personal, reference, text } from '#libs/kernel/fields';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';

export const volunteerConclusions = ['TARGET_MET', 'TARGET_NOT_MET', 'EXEMPTED', 'NOT_APPLICABLE'] as const;
export const teamConclusions = ['TARGET_MET', 'TARGET_NOT_MET', 'NOT_APPLICABLE'] as const;

/** What the figures rest on, so that an auditor can work them out again. */
const basis = {
  organizationId: id<OrganizationId>(),
  year: integer(2000, 2200),
  pack: reference(/^[A-Z]{2}-\d{4}(-\d{1,4})?$/),
  packVersion: integer(1, 1000),
  /** Position of the last entry of the log that the figures took in; its shape has no room for a mobile or an ID number. */
  position: reference(/^(?:\d{1,10}|\d{1,20}:\d{1,20})$/),
  preparedOn: localDate(),
};

/** F-43: what a pack in force for a part of the year asked, beside what lies in that part. Only in a year in which packs changed. */
const underPack = {
  organizationId: id<OrganizationId>(),
  year: integer(2000, 2200),
  pack: reference(/^[A-Z]{2}-\d{4}(-\d{1,4})?$/),
  packVersion: integer(1, 1000),
  fromOn: localDate(),
  /** Included. */
  untilOn: localDate(),
  /** Minutes of a volunteer, activities of a team. */
  reached: integer(0, 2_000_000_000),
  /** Of the whole year, as this pack sets it; absent where it sets none. */
  target: optional(integer(0, 527_040)),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const reviewEvents = {
  VolunteerReviewPrepared: event(1, {
    ...basis,
    volunteerId: id<VolunteerId>(),
    serviceMinutes: minutes(0, 527_040),
    activities: integer(0, 10_000),
    /** Absent where the pack sets no target (Hefei). */
    targetMinutes: optional(minutes(0, 527_040)),
    /** By months enrolled, shown beside the target; the pack says which of the two counts. */
    proRataTargetMinutes: optional(minutes(0, 527_040)),
  }),
  VolunteerReviewPackMeasured: event(1, { ...underPack, volunteerId: id<VolunteerId>() }),
  /** A person confirms; nothing is concluded by itself (Z-58, PIPL 24). */
  VolunteerReviewConfirmed: event(1, {
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    year: integer(2000, 2200),
    conclusion: code(volunteerConclusions),
    confirmedOn: localDate(),
    note: optional(personal('free', text(500))),
  }),
  TeamReviewPrepared: event(1, {
    ...basis,
    teamId: id<TeamId>(),
    activities: integer(0, 10_000),
    members: integer(0, 100_000),
    serviceMinutes: minutes(0, 2_000_000_000),
    targetActivities: optional(integer(0, 10_000)),
    /** Lines of the year's plan that were not dropped (Z-63); absent where no plan was made. */
    plannedLines: optional(integer(1, 10_000)),
    /** Who leads the team on the last day of the year, as known at the position (Z-74); absent where nobody does. */
    leaderId: optional(id<VolunteerId>()),
  }),
  TeamReviewPackMeasured: event(1, { ...underPack, teamId: id<TeamId>() }),
  /** Meetings and ten-haves as recorded by the position of the figures it follows (Z-54, Z-81). */
  TeamReviewDutiesMeasured: event(1, {
    organizationId: id<OrganizationId>(),
    teamId: id<TeamId>(),
    year: integer(2000, 2200),
    /** Quarters with a meeting. */
    quartersMet: integer(0, 4),
    /** Of the newest check of the year; absent where none was made. */
    tenHaves: optional(integer(0, 10)),
    tenHavesCheckedOn: optional(localDate()),
  }),
  TeamReviewConfirmed: event(1, {
    organizationId: id<OrganizationId>(),
    teamId: id<TeamId>(),
    year: integer(2000, 2200),
    conclusion: code(teamConclusions),
    confirmedOn: localDate(),
    note: optional(personal('free', text(500))),
  }),
};

export type ReviewEvent = EventOf<typeof reviewEvents>;
export type ClearReviewEvent = ClearEventOf<typeof reviewEvents>;

export const reviewStream = (subjectId: VolunteerId | TeamId, year: number): string => `review-${subjectId}-${year}`;
