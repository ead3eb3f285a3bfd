import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, minutes, optional, personal, reference, text } from '#libs/kernel/fields';
import type { OrganizationId } from '#libs/kernel/ids';

export const analysisPeriods = ['FIRST_HALF', 'YEAR'] as const;
export type AnalysisPeriod = (typeof analysisPeriods)[number];

/** Of all teams and all people of whom hours are asked. */
export const organizationConclusions = ['TARGETS_MET', 'TARGETS_NOT_MET', 'NOT_APPLICABLE'] as const;
export type OrganizationConclusion = (typeof organizationConclusions)[number];

/** What the figures rest on, so that an auditor can work them out again. */
const basis = {
  organizationId: id<OrganizationId>(),
  year: integer(2000, 2200),
  pack: reference(/^[A-Z]{2}-\d{4}(-\d{1,4})?$/),
  packVersion: integer(1, 1000),
  /** Position of the last entry of the log that the figures took in. */
  position: reference(/^(?:\d{1,10}|\d{1,20}:\d{1,20})$/),
  preparedOn: localDate(),
};
const people = (): ReturnType<typeof integer> => integer(0, 10_000_000);

/** Who took part, of the organization and everything below it. */
const participation = {
  /** Enrolled on the last day of the period, the exempted too. */
  volunteers: people(),
  exempted: people(),
  /** With at least one minute in the period. */
  participants: people(),
  /** Neither a minute nor an exemption. */
  withoutMinutes: people(),
  /** Who came to the minutes that the pack asks for by the end of the period; absent where it sets none. */
  minutesMin: optional(minutes(0, 527_040)),
  reached: optional(people()),
  serviceMinutes: minutes(0, 2_000_000_000),
  declaredMinutes: minutes(0, 2_000_000_000),
  /** Of entries recorded after their due day (F-05, F-40). */
  lateMinutes: minutes(0, 2_000_000_000),
  entries: integer(0, 2_000_000_000),
  teams: integer(0, 100_000),
  activities: integer(0, 10_000_000),
  /** Teams that came to the activities asked for in a year; absent for a half-year and where the pack sets none. */
  activitiesMin: optional(integer(0, 10_000)),
  teamsReached: optional(integer(0, 100_000)),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const unitReviewEvents = {
  /** Z-56, A-29: the roster of a unit on one day against that of an earlier one. */
  RosterReviewPrepared: event(1, {
    ...basis,
    /** 1 in January, 2 in July. */
    half: integer(1, 2),
    sinceOn: localDate(),
    untilOn: localDate(),
    /** On the later day. */
    onRoster: people(),
    additions: people(),
    leavers: people(),
    teamChanges: people(),
    kindChanges: people(),
    unchanged: people(),
    leaderChanges: integer(0, 100_000),
  }),
  /** A person has gone through the roster: the changes are right, and the others are as they were. */
  RosterReviewConfirmed: event(1, {
    organizationId: id<OrganizationId>(),
    year: integer(2000, 2200),
    half: integer(1, 2),
    confirmedOn: localDate(),
    note: optional(personal('free', text(500))),
  }),
  /** Z-57: of the organization and everything below it. */
  ParticipationAnalysisPrepared: event(1, {
    ...basis,
    period: code(analysisPeriods),
    ...participation,
  }),
  /** A person signs, with the conclusion drawn. */
  ParticipationAnalysisSigned: event(1, {
    organizationId: id<OrganizationId>(),
    year: integer(2000, 2200),
    period: code(analysisPeriods),
    signedOn: localDate(),
    conclusion: personal('free', text(2000)),
  }),
  /** The yearly review of an organization: the figures of its year under the pack of 31 December. */
  OrganizationReviewPrepared: event(1, {
    ...basis,
    ...participation,
    /** Neither exempted nor at the minutes asked for; absent where the pack asks for none. */
    behind: optional(people()),
  }),
  /** A person draws the conclusion; nothing is concluded by itself. */
  OrganizationReviewConfirmed: event(1, {
    organizationId: id<OrganizationId>(),
    year: integer(2000, 2200),
    conclusion: code(organizationConclusions),
    confirmedOn: localDate(),
    note: optional(personal('free', text(500))),
  }),
};

export type UnitReviewEvent = EventOf<typeof unitReviewEvents>;
export type ClearUnitReviewEvent = ClearEventOf<typeof unitReviewEvents>;

export const rosterReviewStream = (organizationId: OrganizationId, year: number, half: number): string =>
  `rosterreview-${organizationId}-${year}-${half}`;
export const analysisStream = (organizationId: OrganizationId, year: number, period: AnalysisPeriod): string =>
  `analysis-${organizationId}-${year}-${period === 'YEAR' ? 'year' : 'half'}`;
export const organizationReviewStream = (organizationId: OrganizationId, year: number): string =>
  `orgreview-${organizationId}-${year}`;
