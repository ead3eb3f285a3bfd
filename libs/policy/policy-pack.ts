import type { StarScheme } from './star-scheme.js';

/**
 * Where a number comes from: the pack's own notice, a law above it, or a default of this system that the issuer
 * may replace by a new version of the pack.
 */
export type RuleOrigin = 'notice' | 'law' | 'default';

export interface Rule<T> {
  readonly value: T;
  readonly origin: RuleOrigin;
  /** `Z-69`, `H-11`, `A-08`, `民政部令第67号 第十一条`. */
  readonly clause: string;
  /** The words the number is taken from; for a default, the words it makes countable. */
  readonly quote: string;
}

/** Teams expected for a number of Party members; both ends belong to the band, `null` is open. */
export interface TeamCountBand {
  readonly membersMin: number;
  readonly membersMax: number | null;
  readonly teamsMin: number;
  readonly teamsMax: number;
}

/** A day each unit must hold a concentrated service; `monthDay` is `MM-DD`. */
export interface RequiredDay {
  readonly monthDay: string;
  readonly name: string;
  readonly clause: string;
}

/** A span of days within a year, both ends included, `MM-DD`. */
export interface YearlyWindow {
  readonly fromMonthDay: string;
  readonly untilMonthDay: string;
}

/** A rule is null where the notice sets none: then nothing is measured against it, and no zero stands in for it. */
export interface PolicyRules {
  readonly volunteerServiceMinutesPerYearMin: Rule<number> | null;
  readonly volunteerServiceMinutesAtMidYearMin: Rule<number> | null;
  /** Whether who joined in the course of the year owes the whole target, shown with the month of joining, or its part by months. */
  readonly volunteerTargetBasis: Rule<'FULL' | 'PRO_RATA'>;
  readonly teamActivitiesPerYearMin: Rule<number> | null;
  /** Activities a team should have behind it at the end of each quarter. */
  readonly teamActivitiesByQuarterMin: Rule<readonly [number, number, number, number]> | null;
  /** Members of one team who must have confirmed minutes for the activity to count for that team. */
  readonly activityTeamMembersMin: Rule<number>;
  /** Volunteers who are Party members, over full (not probationary) members. */
  readonly volunteerRatioPercentMin: Rule<number> | null;
  readonly teamCountBands: Rule<readonly TeamCountBand[]> | null;
  readonly teamFormingOrganizationKinds: Rule<readonly string[]> | null;
  readonly quarterlyMeetingsPerYearMin: Rule<number> | null;
  readonly rosterReviewWindows: Rule<readonly YearlyWindow[]> | null;
  readonly requiredDays: Rule<readonly RequiredDay[]> | null;
  readonly requiredDayWindowDays: Rule<number> | null;
  /** Last day, included, for the three forms (`MM-DD`). */
  readonly formsFilingDueMonthDay: Rule<string> | null;
  /** Last day, included, for the formation summary (`MM-DD`). */
  readonly summaryFilingDueMonthDay: Rule<string> | null;
  readonly yearlyReportDueMonthDay: Rule<string> | null;
  readonly teamFormationDueOn: Rule<string> | null;
  /** Advice: days within which a leader who left the leadership, or the team, is replaced. */
  readonly leaderReplacementDays: Rule<number>;
  readonly recordingDueWorkingDays: Rule<number>;
  /** Within which whoever questions an entry is answered; afterwards the question goes to the organization above. */
  readonly disputeAnswerDueWorkingDays: Rule<number>;
  /** Above this one person's minutes of one day need a second approval. */
  readonly dayServiceMinutesSecondApprovalAbove: Rule<number>;
  /** Above this they need the approval of the organization above. */
  readonly dayServiceMinutesHigherApprovalAbove: Rule<number>;
  readonly dayServiceMinutesMax: Rule<number>;
  /** A device's clock that is further off is flagged. */
  readonly deviceClockDriftMinutesMax: Rule<number>;
  /** A certificate is made public within the unit for at least so many days. */
  readonly certificatePublicityDaysMin: Rule<number>;
}

/** The rules one city's notice sets, frozen by version: a changed rule is a new version, never an edit. */
export interface PolicyPack {
  readonly id: string;
  readonly version: number;
  /** First day on which the pack may be adopted, `YYYY-MM-DD`. */
  readonly effectiveFrom: string;
  readonly issuer: string;
  /** 文号; null where the notice at hand bears none. */
  readonly documentNumber: string | null;
  /** The pack's own name for screens, not the notice's title. */
  readonly title: string;
  readonly rules: PolicyRules;
  readonly starScheme: StarScheme;
}

export type RuleName = keyof PolicyRules;
