import type { ActivityId, HoursEntryId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import { ownerOnDay } from '#libs/projection-engine/owned-team';
import { pageOf, rowsOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import { addDays, daysBetween } from '#libs/reference/dates';
import { countedEntries, merging } from './participant.js';
import type { Provenance } from '#libs/hours/hours.events';

/** Whose pace: one person's own or one team's, in the organizations of the scope. */
export interface PaceOf {
  readonly volunteerId?: VolunteerId | undefined;
  readonly teamId?: TeamId | undefined;
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface PaceAsked extends PaceOf {
  /** The day of looking; the year is its year. */
  readonly on: LocalDate;
  /** Minutes of a person or activities of a team; null where the pack sets none. */
  readonly target: number | null;
  /** Members with minutes that make an activity count for the team. */
  readonly membersMin: number;
}

export interface PaceMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly reached: number;
  /** Of the year up to the end of this month. */
  readonly reachedSoFar: number;
  /** Part of the target due by the end of this month, in even steps. */
  readonly dueSoFar: number | null;
}

export interface Pace {
  readonly on: LocalDate;
  readonly target: number | null;
  readonly months: readonly PaceMonth[];
  readonly reached: number;
  readonly due: number | null;
  readonly isBehind: boolean;
  /** What the year comes to if it goes on like this. */
  readonly forecast: number;
  /** What each full month that is left must bring; null where nothing is missing or no target is set. */
  readonly neededPerMonth: number | null;
}

interface Reached {
  readonly month: number;
  readonly reached: number;
}

const ofPerson = `select extract(month from e.served_on)::int as month, sum(e.service_minutes)::int as reached
  from ${countedEntries} e join read.participation_person p on p.volunteer_id = e.person_id
  where e.person_id = $1 and e.served_on between make_date($2::int, 1, 1) and $3::date and ($4::uuid[] is null or p.organization_id = any($4)) group by 1`;

// An activity belongs to the month of its first day with minutes of the team.
const ofTeam = `select extract(month from a.first)::int as month, count(*)::int as reached from (
    select min(e.served_on) as first from ${countedEntries} e join read.participation_team t on t.team_id = e.team_id
    where e.team_id = $1 and e.activity_id is not null and e.served_on between make_date($2::int, 1, 1) and $3::date
      and ($4::uuid[] is null or ${ownerOnDay('$3')} = any($4))
    group by e.activity_id having count(distinct e.person_id) >= $5::int) a group by 1`;

/** The pace of a year by month, with a forecast: 24 hours of a person, 10 activities of a team. Twin of each month: `entriesOfPace`. */
export async function paceByMonth(source: Reader, asked: PaceAsked): Promise<Pace> {
  const { volunteerId, teamId, on, scope } = asked;
  const year = yearOf(on);
  const values = [volunteerId ?? teamId, year, on, scope ?? null];
  const rows = await rowsOf<Reached>(
    source,
    teamId
      ? { tables: merging, text: ofTeam, values: [...values, asked.membersMin] }
      : { tables: merging, text: ofPerson, values },
  );
  return pace(rows, asked);
}

function pace(rows: readonly Reached[], { on, target }: PaceAsked): Pace {
  const year = yearOf(on);
  const days = daysBetween(`${year}-01-01`, `${year + 1}-01-01`);
  const gone = daysBetween(`${year}-01-01`, on) + 1;
  const dueAfter = (daysGone: number): number | null =>
    target === null ? null : Math.floor((target * daysGone) / days);
  let reached = 0;
  const months = Array.from({ length: 12 }, (_, i): PaceMonth => {
    const month = i + 1;
    const of = rows.find((row) => row.month === month)?.reached ?? 0;
    reached += of;
    return {
      month,
      reached: of,
      reachedSoFar: reached,
      dueSoFar: dueAfter(daysBetween(`${year}-01-01`, firstOfNext(year, month))),
    };
  });
  const due = dueAfter(gone);
  const missing = target === null ? 0 : Math.max(0, target - reached);
  const monthsLeft = 12 - Number(on.slice(5, 7));
  return {
    on,
    target,
    months,
    reached,
    due,
    isBehind: due !== null && reached < due,
    forecast: Math.floor((reached * days) / gone),
    neededPerMonth: missing === 0 ? null : Math.ceil(missing / Math.max(1, monthsLeft)),
  };
}

const firstOfNext = (year: number, month: number): string =>
  month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;

export interface PaceEntry {
  readonly entryId: HoursEntryId;
  readonly volunteerId: VolunteerId;
  readonly activityId: ActivityId | null;
  readonly servedOn: LocalDate;
  readonly serviceMinutes: number;
  readonly provenance: Provenance;
}

export const entryColumns = `e.entry_id as "entryId", e.volunteer_id as "volunteerId", e.activity_id as "activityId",
  e.served_on as "servedOn", e.service_minutes as "serviceMinutes", e.provenance`;

/** The entries behind a month of a pace, up to the day of looking. */
export function entriesOfPace(
  source: Reader,
  asked: Omit<PaceAsked, 'target' | 'membersMin'> & Paging & { readonly month: number },
): Promise<Page<PaceEntry>> {
  const year = yearOf(asked.on);
  const last = addDays(firstOfNext(year, asked.month), -1);
  const text = `select ${entryColumns} from ${countedEntries} e
    left join read.participation_person p on p.volunteer_id = e.person_id left join read.participation_team t on t.team_id = e.team_id
    where ($1::uuid is null or (e.person_id = $1 and ($5::uuid[] is null or p.organization_id = any($5))))
      and ($2::uuid is null or (e.team_id = $2 and ($5::uuid[] is null or ${ownerOnDay('$6')} = any($5))))
      and e.served_on between $3::date and $4::date`;
  const from = `${year}-${String(asked.month).padStart(2, '0')}-01`;
  const values = [
    asked.volunteerId ?? null,
    asked.teamId ?? null,
    from,
    last < asked.on ? last : asked.on,
    asked.scope ?? null,
    asked.on,
  ];
  return pageOf(source, { tables: merging, text, values }, '"servedOn", "entryId"', asked);
}
