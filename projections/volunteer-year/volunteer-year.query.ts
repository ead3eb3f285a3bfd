import { gaveWay } from '#libs/projection-engine/merged-records';
import { mergedYear, merging } from './person.js';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import { daysBetween } from '#libs/reference/dates';
import type { ParticipantKind } from '#libs/volunteer/volunteer.events';

export interface VolunteerYearItem {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly volunteerNumber: string | null;
  readonly participantKind: ParticipantKind | null;
  readonly organizationId: OrganizationId | null;
  readonly primaryTeamId: TeamId | null;
  readonly primaryTeamName: string | null;
  readonly year: number;
  /** Credited and not reversed. */
  readonly serviceMinutes: number;
  /** Activities with at least one such minute. */
  readonly activities: number;
  /** First month of the year in which the volunteer was enrolled: 1, or the month of joining. */
  readonly enrolledFromMonth: number | null;
  readonly enrolledMonths: number;
  readonly withdrawnOn: LocalDate | null;
  /** Null where the pack sets no target. */
  readonly targetMinutes: number | null;
  /** The target by months enrolled, rounded up; shown beside the full one. */
  readonly proRataTargetMinutes: number | null;
  /** 0 once the full target is reached. */
  readonly missingMinutes: number | null;
}

export interface VolunteerYearFilter {
  readonly year: number;
  /** Of the pack in force (`volunteerServiceMinutesPerYearMin`), null where it sets none. */
  readonly targetMinutes: number | null;
  /** The volunteers' own organizations. */
  readonly scope: readonly OrganizationId[] | undefined;
  /** Primary team. */
  readonly teamId?: TeamId | undefined;
}

const sorts = {
  volunteerNumber: '"volunteerNumber"',
  name: '"name" collate "C"',
  serviceMinutes: '"serviceMinutes"',
  activities: '"activities"',
} as const;
export type VolunteerYearSort = keyof typeof sorts;

// $1 year, $2 target, $3 scope, $4 team
const items = `select p.volunteer_id as "volunteerId", p.name, p.volunteer_number as "volunteerNumber",
    p.participant_kind as "participantKind", p.organization_id as "organizationId",
    p.primary_team_id as "primaryTeamId", t.name as "primaryTeamName", $1::int as year,
    coalesce(y.service_minutes, 0) + x.minutes as "serviceMinutes", coalesce(y.activities, 0) + x.activities as activities,
    13 - e.months as "enrolledFromMonth", coalesce(e.months, 0) as "enrolledMonths", p.withdrawn_on as "withdrawnOn",
    $2::int as "targetMinutes", (($2::bigint * e.months + 11) / 12)::int as "proRataTargetMinutes",
    case when $2::int is not null then greatest(0, $2 - coalesce(y.service_minutes, 0) - x.minutes) end as "missingMinutes"
  from read.volunteer_year_person p
  left join read.volunteer_year y on y.volunteer_id = p.volunteer_id and y.year = $1::int
  left join read.volunteer_year_name t on t.subject_id = p.primary_team_id
  cross join lateral (select case
    when p.enrolled_on < make_date($1::int, 1, 1) then 12
    when p.enrolled_on < make_date($1::int + 1, 1, 1) then 13 - extract(month from p.enrolled_on)::int end as months) e
  cross join lateral ${mergedYear} x
  where ($3::uuid[] is null or p.organization_id = any($3)) and ($4::uuid is null or p.primary_team_id = $4)`;

const enrolledIn = `(e.months is not null and (p.withdrawn_on is null or p.withdrawn_on >= make_date($1::int, 1, 1)))`;

const valuesOf = ({ year, targetMinutes, scope, teamId }: VolunteerYearFilter): unknown[] => [
  year,
  targetMinutes,
  scope ?? null,
  teamId ?? null,
];

/** Everybody who was enrolled in the year or served in it. Twin of each figure: `entriesOfVolunteerYear`. */
export function volunteerYears(
  source: Reader,
  asked: VolunteerYearFilter & Paging & Sorting<VolunteerYearSort>,
): Promise<Page<VolunteerYearItem>> {
  const text = `${items} and not ${gaveWay('p.volunteer_id')} and (y.volunteer_id is not null or x.minutes > 0 or ${enrolledIn})`;
  const order = orderOf(sorts, asked, { otherwise: 'volunteerNumber', key: '"volunteerId"' });
  return pageOf(source, { tables: merging, text, values: valuesOf(asked) }, order, asked);
}

/** One volunteer's year, with zeros where nothing was served; undefined for somebody outside the scope. */
export async function volunteerYearOf(
  source: Reader,
  asked: VolunteerYearFilter & { readonly volunteerId: VolunteerId },
): Promise<VolunteerYearItem | undefined> {
  const text = `${items} and p.volunteer_id = $5`;
  const [item] = await rowsOf<VolunteerYearItem>(source, {
    tables: merging,
    text,
    values: [...valuesOf(asked), asked.volunteerId],
  });
  return item;
}

export interface ShortfallFilter extends Omit<VolunteerYearFilter, 'targetMinutes'> {
  readonly targetMinutes: number;
  /** With a day, those behind the pace: under the part of the target that is due on it. */
  readonly onPaceOf?: LocalDate | undefined;
}

/**
 * Enrolled at the end of the year and under the target (A-12: who left is outside). A list for people to look at and to
 * mark exemptions from, never a finding.
 */
export function shortfallOfYear(
  source: Reader,
  asked: ShortfallFilter & Paging & Sorting<VolunteerYearSort>,
): Promise<Page<VolunteerYearItem>> {
  const { year, targetMinutes, onPaceOf } = asked;
  const due = onPaceOf ? dueMinutes(targetMinutes, year, onPaceOf) : targetMinutes;
  const text = `${items} and e.months is not null and (p.withdrawn_on is null or p.withdrawn_on > make_date($1::int, 12, 31))
    and not ${gaveWay('p.volunteer_id')} and coalesce(y.service_minutes, 0) + x.minutes < $5::int`;
  const order = orderOf(sorts, asked, { otherwise: 'serviceMinutes', key: '"volunteerId"' });
  return pageOf(source, { tables: merging, text, values: [...valuesOf(asked), due] }, order, asked);
}

/** The part of a year's target that is due by the end of a day, in even steps: whole minutes, 0 before the year, all after it. */
export function dueMinutes(targetMinutes: number, year: number, on: LocalDate): number {
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
  const gone = Math.min(days, Math.max(0, daysBetween(`${year}-01-01`, on) + 1));
  return Math.floor((targetMinutes * gone) / days);
}

export interface Pace {
  readonly dueMinutes: number;
  readonly isBehind: boolean;
  /** What the year comes to if it goes on like this; null before the year begins. */
  readonly projectedMinutes: number | null;
}

/** How a year stands against an even pace on a day. */
export function paceOf(
  served: Pick<VolunteerYearItem, 'year' | 'serviceMinutes'>,
  targetMinutes: number,
  on: LocalDate,
): Pace {
  const { year, serviceMinutes } = served;
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
  const gone = Math.min(days, daysBetween(`${year}-01-01`, on) + 1);
  const due = dueMinutes(targetMinutes, year, on);
  return {
    dueMinutes: due,
    isBehind: serviceMinutes < due,
    projectedMinutes: gone > 0 ? Math.floor((serviceMinutes * days) / gone) : null,
  };
}
