import type { Position } from '#libs/event-store/port';
import type { TeamId, VolunteerId } from '#libs/kernel/ids';
import { findPolicyPack } from '#libs/policy/packs';
import { reviewDecider, type MeasuredUnder } from '#libs/review/review.decider';
import { reviewStream } from '#libs/review/review.events';
import type { CounterParts } from './desk.js';
import { packsOfYear } from './packs-of-year.js';
import {
  teamDuties,
  teamReadiness,
  enrolmentDay,
  hoursOfYearAt,
  sumOfVolunteer,
  teamUnderPacks,
  volunteerTargets,
  volunteerUnderPacks,
} from './review-figures.js';
import { sumOfTeam, teamHoursAt } from './team-hours.js';

export type Figures = Readonly<Record<string, number | string | undefined>>;

/** A stored review worked out once more: from the entries of the log up to its position, under the version of the pack it names. */
export interface Repetition {
  readonly position: string;
  readonly pack: string;
  readonly packVersion: number;
  readonly stored: Figures;
  readonly repeated: Figures;
  readonly storedUnderPacks: readonly MeasuredUnder[];
  readonly repeatedUnderPacks: readonly MeasuredUnder[];
  readonly isEqual: boolean;
}

type Parts = Pick<CounterParts, 'ledger' | 'store' | 'codec' | 'tree'>;

const textOf = (value: object): string =>
  JSON.stringify(value, (_key, one: unknown) => (isRecord(one) ? Object.fromEntries(Object.entries(one).sort()) : one));
const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** With the verdict: equal to the last figure or not. */
export const compared = (found: Omit<Repetition, 'isEqual'>): Repetition => ({
  ...found,
  isEqual:
    textOf(found.stored) === textOf(found.repeated) &&
    textOf(found.storedUnderPacks) === textOf(found.repeatedUnderPacks),
});

/** Undefined where no review was prepared, or its pack is not known to this version of the product. */
export async function repeatVolunteerReview(
  parts: Parts,
  volunteerId: VolunteerId,
  year: number,
): Promise<Repetition | undefined> {
  const review = await parts.ledger.load(reviewDecider, reviewStream(volunteerId, year));
  if (review.status === 'unprepared' || review.prepared.type !== 'VolunteerReviewPrepared') return undefined;
  const {
    organizationId,
    position,
    pack,
    packVersion,
    serviceMinutes,
    activities,
    targetMinutes,
    proRataTargetMinutes,
  } = review.prepared.data;
  const rules = findPolicyPack(pack, packVersion)?.rules;
  if (!rules) return undefined;
  const entries = await hoursOfYearAt(parts, { volunteerId, year, position: position as Position });
  const targets = volunteerTargets(rules, year, await enrolmentDay(parts, volunteerId));
  return compared({
    ...{ position, pack, packVersion },
    stored: { serviceMinutes, activities, targetMinutes, proRataTargetMinutes },
    repeated: { ...sumOfVolunteer(entries), ...targets },
    storedUnderPacks: review.measured,
    repeatedUnderPacks: volunteerUnderPacks(entries, await packsOfYear(parts, organizationId, year)),
  });
}

/** As for a volunteer; reads the whole log up to the position, since thousands of streams make up a team's year. */
export async function repeatTeamReview(parts: Parts, teamId: TeamId, year: number): Promise<Repetition | undefined> {
  const review = await parts.ledger.load(reviewDecider, reviewStream(teamId, year));
  if (review.status === 'unprepared' || review.prepared.type !== 'TeamReviewPrepared') return undefined;
  const { organizationId, position, pack, packVersion, activities, members, serviceMinutes, targetActivities } =
    review.prepared.data;
  const rules = findPolicyPack(pack, packVersion)?.rules;
  if (!rules) return undefined;
  const of = { teamId, year, position: position as Position };
  const { plannedLines, leaderId } = review.prepared.data;
  return compared({
    ...{ position, pack, packVersion },
    stored: { activities, members, serviceMinutes, targetActivities, plannedLines, leaderId, ...review.duties },
    repeated: {
      ...sumOfTeam(await teamHoursAt(parts, of), rules.activityTeamMembersMin.value),
      targetActivities: rules.teamActivitiesPerYearMin?.value,
      ...(await teamReadiness(parts, of)),
      // A review of before such were recorded says nothing of them.
      ...(review.duties ? await teamDuties(parts, of) : {}),
    },
    storedUnderPacks: review.measured,
    repeatedUnderPacks: await teamUnderPacks(parts, of, await packsOfYear(parts, organizationId, year)),
  });
}
