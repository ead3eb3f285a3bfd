import type { Position } from '#libs/event-store/port';
import { hoursStream } from '#libs/hours/hours.events';
import { mergedHours } from '#libs/hours/merged-hours';
import { liveEntriesOf, type WrittenEntry } from '#libs/hours/hours.state';
import type { TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { annualPlanDecider } from '#libs/annual-plan/annual-plan.decider';
import { annualPlanStream } from '#libs/annual-plan/annual-plan.events';
import { teamDecider } from '#libs/team/team.decider';
import { teamStream } from '#libs/team/team.events';
import { leaderOn } from '#libs/team/team.state';
import type { PolicyRules } from '#libs/policy/policy-pack';
import { dutiesDecider, dutiesOf } from '#libs/review/duties.decider';
import { dutiesStream } from '#libs/review/duties.events';
import type { MeasuredUnder, TeamDuties } from '#libs/review/review.decider';
import { volunteerDecider } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { enrolledSince } from '#libs/volunteer/volunteer.state';
import type { CounterParts } from './desk.js';
import { hoursAt, recordsAt, streamAt, type LogParts } from './hours-at.js';
import type { PackSpan } from './packs-of-year.js';
import { sumOfTeam, teamHoursAt } from './team-hours.js';

export interface VolunteerSum {
  readonly serviceMinutes: Minutes;
  readonly activities: number;
}

export interface VolunteerYearAt {
  readonly volunteerId: VolunteerId;
  readonly year: number;
  readonly position: Position;
}

/** The entries that count for a person's year, over all records of the person, no minute twice (F-08). */
export async function hoursOfYearAt(
  parts: LogParts,
  { volunteerId, year, position }: VolunteerYearAt,
): Promise<readonly WrittenEntry[]> {
  const records = await recordsAt(parts, volunteerId, position);
  const streams = await Promise.all(records.map((record) => hoursAt(parts, hoursStream(record, year), position)));
  return mergedHours(streams.map(liveEntriesOf)).counted;
}

export const sumOfVolunteer = (entries: readonly WrittenEntry[]): VolunteerSum => ({
  serviceMinutes: entries.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0) as Minutes,
  activities: new Set(entries.flatMap(({ activityId }) => (activityId === undefined ? [] : [activityId]))).size,
});

export interface VolunteerTargets {
  /** What counts: the whole, or its part by months where the pack says so. */
  readonly targetMinutes?: Minutes;
  readonly proRataTargetMinutes?: Minutes;
}

/** both targets are shown; the pack says which counts. Without a day of enrolment the part is the whole. */
export function volunteerTargets(
  rules: PolicyRules,
  year: number,
  enrolledOn: LocalDate | undefined,
): VolunteerTargets {
  const whole = rules.volunteerServiceMinutesPerYearMin?.value;
  if (whole === undefined) return {};
  const months = enrolledOn?.startsWith(`${year}-`) ? 13 - Number(enrolledOn.slice(5, 7)) : 12;
  const part = Math.ceil((whole * months) / 12) as Minutes;
  return {
    targetMinutes: rules.volunteerTargetBasis.value === 'PRO_RATA' ? part : (whole as Minutes),
    proRataTargetMinutes: part,
  };
}

export const enrolmentDay = async (
  { ledger }: Pick<CounterParts, 'ledger'>,
  volunteerId: VolunteerId,
): Promise<LocalDate | undefined> => enrolledSince(await ledger.load(volunteerDecider, volunteerStream(volunteerId)));

const under = ({
  pack,
  fromOn,
  untilOn,
}: PackSpan): Pick<MeasuredUnder, 'pack' | 'packVersion' | 'fromOn' | 'untilOn'> => ({
  ...{ pack: pack.id, packVersion: pack.version },
  ...{ fromOn, untilOn },
});

const within = ({ fromOn, untilOn }: PackSpan, { servedOn }: WrittenEntry): boolean =>
  fromOn <= servedOn && servedOn <= untilOn;

/** F-43: the minutes of the days on which each pack was in force, beside its target; nothing where one pack held all year. */
export function volunteerUnderPacks(
  entries: readonly WrittenEntry[],
  spans: readonly PackSpan[],
): readonly MeasuredUnder[] {
  if (spans.length < 2) return [];
  return spans.map((span) => {
    const target = span.pack.rules.volunteerServiceMinutesPerYearMin?.value;
    return {
      ...under(span),
      reached: sumOfVolunteer(entries.filter((entry) => within(span, entry))).serviceMinutes,
      ...(target === undefined ? {} : { target }),
    };
  });
}

/** The same of a team: the activities that began while each pack was in force, counted as that pack counts them. */
export async function teamUnderPacks(
  parts: LogParts,
  of: { readonly teamId: TeamId; readonly year: number; readonly position: Position },
  spans: readonly PackSpan[],
): Promise<readonly MeasuredUnder[]> {
  if (spans.length < 2) return [];
  const entries = await teamHoursAt(parts, of);
  return spans.map((span) => {
    const { activityTeamMembersMin, teamActivitiesPerYearMin } = span.pack.rules;
    const target = teamActivitiesPerYearMin?.value;
    return {
      ...under(span),
      reached: sumOfTeam(entries, activityTeamMembersMin.value, span).activities,
      ...(target === undefined ? {} : { target }),
    };
  });
}

/** Meetings and ten-haves as recorded by a position. */
export const teamDuties = async (
  parts: LogParts,
  { teamId, year, position }: { readonly teamId: TeamId; readonly year: number; readonly position: Position },
): Promise<TeamDuties> =>
  dutiesOf(await streamAt(parts, dutiesDecider, { stream: dutiesStream(teamId, year), position }));

export interface TeamReadiness {
  readonly plannedLines?: number;
  readonly leaderId?: VolunteerId;
}

/** Of the ten-haves what the ledger itself knows at a position: the plan of the year (Z-73) and who leads on its last day (Z-74). */
export async function teamReadiness(
  parts: LogParts,
  { teamId, year, position }: { readonly teamId: TeamId; readonly year: number; readonly position: Position },
): Promise<TeamReadiness> {
  const { lines } = await streamAt(parts, annualPlanDecider, { stream: annualPlanStream(teamId, year), position });
  const plannedLines = [...lines.values()].filter(({ isDropped }) => !isDropped).length;
  const leaderId = leaderOn(
    await streamAt(parts, teamDecider, { stream: teamStream(teamId), position }),
    `${year}-12-31` as LocalDate,
  );
  return { ...(plannedLines > 0 ? { plannedLines } : {}), ...(leaderId ? { leaderId } : {}) };
}
