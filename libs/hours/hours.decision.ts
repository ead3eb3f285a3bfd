import type { Refusal } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import { minuteOfDay } from '#libs/kernel/time';
import type { PolicyRules } from '#libs/policy/policy-pack';
import type { YearCloseFacts } from './year-close.facts.js';
import type { HoursEvent } from './hours.events.js';
import type { Claim, Hours, WrittenEntry } from './hours.state.js';

export type HoursRefusal =
  | 'hours_belong_to_one_person_and_year'
  | 'service_must_have_happened'
  | 'service_must_end_after_it_starts'
  | 'service_must_end_by_the_next_day'
  | 'minutes_must_fit_the_span'
  | 'recorder_and_attester_must_differ'
  | 'entry_is_written_once'
  | 'day_has_1440_minutes'
  | 'provenance_must_fit_the_kind'
  | 'source_body_must_be_named'
  | 'brought_forward_rests_on_its_page'
  | 'own_duties_in_working_time_are_no_service'
  | 'rewarded_service_is_not_credited'
  | 'late_entry_must_give_a_reason'
  | 'claim_must_be_recorded'
  | 'declined_entry_stays_declined'
  | 'withdrawn_claim_stays_withdrawn'
  | 'claim_is_withdrawn_by_who_recorded_it'
  | 'decided_claim_is_not_withdrawn'
  | 'entry_must_be_held'
  | 'approver_must_be_a_third_person'
  | 'entry_must_be_conflicted'
  | 'conflict_is_resolved_once'
  | 'standing_entry_must_overlap'
  | 'entry_must_be_credited'
  | 'entry_is_reversed_once'
  | 'correction_must_change_something'
  | 'correction_must_not_overlap'
  | 'right_person_must_be_another'
  | 'nobody_decides_on_their_own_hours'
  | 'missing_entry_names_its_unit'
  | 'disputed_entry_must_be_written'
  | 'dispute_is_raised_once'
  | 'entry_has_one_open_dispute'
  | 'dispute_must_be_raised'
  | 'dispute_must_be_open'
  | 'answer_must_be_overdue'
  | 'only_an_answer_is_appealed'
  | 'only_who_disputes_appeals'
  | 'dispute_has_no_higher_level'
  | 'dispute_is_answered_by_another_person'
  | 'dispute_is_answered_once'
  | 'upheld_dispute_needs_a_correction'
  | 'upheld_dispute_needs_an_adjustment';

export type Decision = readonly HoursEvent[] | Refusal<HoursRefusal>;

export type HoursRules = Pick<
  PolicyRules,
  | 'recordingDueWorkingDays'
  | 'disputeAnswerDueWorkingDays'
  | 'dayServiceMinutesSecondApprovalAbove'
  | 'dayServiceMinutesHigherApprovalAbove'
  | 'dayServiceMinutesMax'
>;

export interface HoursFacts {
  /** Those of the whole country: a person's day is one, under however many packs the units stand that fill it. */
  readonly rules: HoursRules;
  /** The organization above the one that has to answer now; absent at the top. */
  readonly aboveId?: OrganizationId;
  /** Of the entry of a closed year that is to be adjusted. */
  readonly adjusted?: YearCloseFacts['adjusted'];
  readonly openYear?: YearCloseFacts['openYear'];
  /** The entry of a closed year that is disputed, or was found late, in this one. */
  readonly closedEntry?: WrittenEntry | undefined;
  /** What was recorded by hand while its year, now closed, was open, and had found nobody to attest it. */
  readonly closedClaim?: Claim | undefined;
}

/** An empty stream is anybody's: its first entry says whose it is. */
export const isOf = (hours: Hours, volunteerId: string, year: number): boolean =>
  hours.status === 'empty' || (hours.volunteerId === volunteerId && hours.year === year);

/** [startsAt, endsAt): ends that touch do not overlap. */
export const overlap = (a: WrittenEntry, b: WrittenEntry): boolean =>
  a.servedOn === b.servedOn &&
  minuteOfDay(a.startsAt) < minuteOfDay(b.endsAt) &&
  minuteOfDay(b.startsAt) < minuteOfDay(a.endsAt);

/** What every act upon an entry repeats of it, so that a window need not look it up. */
export function aboutEntry(entry: WrittenEntry) {
  const { volunteerId, entryId, activityId, organizationId, teamId, servedOn, serviceMinutes } = entry;
  return {
    ...{ volunteerId, entryId, organizationId, servedOn, serviceMinutes },
    ...(activityId ? { activityId } : {}),
    ...(teamId ? { teamId } : {}),
  };
}
