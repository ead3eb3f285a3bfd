import { keysByFigure, teamKeys } from './keys.js';
import { merging, participations, personsOf } from './member.js';
import type { ActivityId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { escaped, lettersAsked, namedLike } from '#libs/projection-engine/letters';
import { ownerOnDay, teamNameOnDay } from '#libs/projection-engine/owned-team';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';

export interface TeamOwner {
  readonly on: LocalDate;
  readonly organizationId: OrganizationId;
}

export interface TeamYearItem {
  readonly teamId: TeamId;
  /** On the last day of the year (F-22). */
  readonly name: string;
  /** Whose the team was on the last day of the year: a team that moves takes the figures of that year with it, no earlier ones (F-21). */
  readonly organizationId: OrganizationId;
  /** Whose it was when in the year, where more than one: earliest first. */
  readonly owners: readonly TeamOwner[];
  readonly ordinal: number;
  readonly establishedOn: LocalDate;
  /** The first day without the team. */
  readonly endedOn: LocalDate | null;
  readonly year: number;
  /** Activities that count for the team: enough of its members hold credited minutes in them. */
  readonly activities: number;
  /** Activities with credited minutes but too few members to count. */
  readonly activitiesNotCounted: number;
  /** Different people credited under this team. */
  readonly members: number;
  /** All their minutes under this team, also from activities that do not count. */
  readonly serviceMinutes: number;
  /** Null where the pack sets no target. */
  readonly targetActivities: number | null;
  /** 0 once the target is reached. */
  readonly missingActivities: number | null;
}

export interface TeamYearFilter {
  readonly year: number;
  /** Of the pack in force (`activityTeamMembersMin`). */
  readonly membersMin: number;
  /** Of the pack in force (`teamActivitiesPerYearMin`, or the part of it due at a quarter's end); null where it sets none. */
  readonly targetActivities: number | null;
  /** The organizations the teams belong to. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const sorts = {
  ordinal: '"organizationId", "ordinal"',
  name: '"name" collate "C"',
  activities: '"activities"',
  members: '"members"',
  serviceMinutes: '"serviceMinutes"',
} as const;
export type TeamYearSort = keyof typeof sorts;
export const teamYearSorts = Object.keys(sorts) as readonly TeamYearSort[];

const lastDayOf = (year: string): string => `make_date(${year}::int, 12, 31)`;
// Of a team founded later, the founder.
const ownerInYear = (year: string): string => `coalesce(${ownerOnDay(lastDayOf(year))}, t.organization_id)`;

// $1 year, $2 members, $3 target, $4 scope
const items = `select t.team_id as "teamId", ${teamNameOnDay(lastDayOf('$1'))} as name, o.id as "organizationId", o.owners, t.ordinal, t.established_on as "establishedOn",
    t.ended_on as "endedOn",
    $1::int as year, f.counted as activities, f.held - f.counted as "activitiesNotCounted",
    (select count(distinct m.person_id) from ${participations} m
      where m.team_id = t.team_id and m.year = $1::int) as members,
    f.minutes as "serviceMinutes", $3::int as "targetActivities",
    case when $3::int is not null then greatest(0, $3 - f.counted) end as "missingActivities"
  from read.team_year_team t
  cross join lateral (select ${ownerInYear('$1')} as id, (select coalesce(json_agg(w order by w->>'on') filter (where w.several), '[]')
    from (select w, count(*) over () > 1 as several from jsonb_array_elements(t.owners) w
      where w->>'on' <= ${lastDayOf('$1')}::text and not exists (select from jsonb_array_elements(t.owners) later
        where later->>'on' > w->>'on' and later->>'on' <= make_date($1::int, 1, 1)::text)) w) as owners) o
  cross join lateral (
    select count(*) as held, count(*) filter (where a.members >= $2::int) as counted, coalesce(sum(a.minutes), 0) as minutes
    from (select ${personsOf} as members, sum(p.service_minutes) as minutes from ${participations} p
      where p.team_id = t.team_id and p.year = $1::int group by p.activity_id) a) f
  where ($4::uuid[] is null or o.id = any($4))`;

const valuesOf = ({ year, membersMin, targetActivities, scope }: TeamYearFilter): unknown[] => [
  year,
  membersMin,
  targetActivities,
  scope ?? null,
];

const stoodInYear = `t.established_on < make_date($1::int + 1, 1, 1) and (t.ended_on is null or t.ended_on > make_date($1::int, 1, 1))`;
const inYear = `((${stoodInYear}) or exists (select from ${participations} p where p.team_id = t.team_id and p.year = $1::int))`;
const found = namedLike({ shown: teamNameOnDay(lastDayOf('$1')), letters: 't.letters' }, { text: '$5', typed: '$6' });
const narrowed = {
  owner: ownerInYear('$1'),
  lastDay: lastDayOf('$1'),
  where: `($4::uuid[] is null or o.id = any($4)) and ${inYear} and ${found} and ($7::uuid[] is null or t.team_id = any($7))`,
};

export interface TeamYearsAsked extends TeamYearFilter {
  /** Part of a name the team had by the end of the year, or of the letters of any of its names. */
  readonly text?: string | undefined;
  readonly teamIds?: readonly TeamId[] | undefined;
}

const foundBy = (asked: TeamYearsAsked): unknown[] => [
  ...valuesOf(asked),
  asked.text === undefined ? null : escaped(asked.text),
  lettersAsked(asked.text),
  asked.teamIds ?? null,
];

/** Every team that existed in the year, by unit and place in its list. Twin: `activitiesOfTeamYear`. */
export function teamYears(
  source: Reader,
  { sort = 'ordinal', ...asked }: TeamYearsAsked & Paging & Sorting<TeamYearSort>,
): Promise<Page<TeamYearItem>> {
  const byFigure = sort === 'ordinal' || sort === 'name' ? undefined : keysByFigure(sort, narrowed);
  return teamPage(source, { ...asked, sort }, byFigure);
}

function teamPage(
  source: Reader,
  asked: TeamYearsAsked & Paging & Sorting<TeamYearSort>,
  byFigure: ReturnType<typeof keysByFigure> | undefined,
): Promise<Page<TeamYearItem>> {
  const order = orderOf(sorts, asked, { otherwise: 'ordinal', key: '"teamId"' });
  const tables = byFigure ? `${merging}, ${byFigure.tables}` : merging;
  const keys = { name: 'teamId', text: byFigure?.text ?? teamKeys(narrowed) };
  const text = `${items} and ${narrowed.where}`;
  return pageOf(source, { tables, keys, text, values: foundBy(asked) }, order, asked);
}

/** The ids of all teams asked for, in the usual order of the list. */
export async function teamIdsOfYear(source: Reader, asked: TeamYearsAsked): Promise<readonly TeamId[]> {
  const rows = await rowsOf<{ teamId: TeamId }>(source, {
    tables: merging,
    text: `select k."teamId" from (${teamKeys(narrowed)}) k where $2::int is not null and ($3::int is null or true) order by ${sorts.ordinal}, "teamId"`,
    values: foundBy(asked),
  });
  return rows.map(({ teamId }) => teamId);
}

/** One team's year, with zeros where nothing was held; undefined outside the scope. */
export async function teamYearOf(
  source: Reader,
  asked: TeamYearFilter & { readonly teamId: TeamId },
): Promise<TeamYearItem | undefined> {
  const text = `${items} and t.team_id = $5`;
  const [item] = await rowsOf<TeamYearItem>(source, {
    tables: merging,
    text,
    values: [...valuesOf(asked), asked.teamId],
  });
  return item;
}

/** Teams under the target: fewest activities first (Z-68). */
export function teamsUnderTarget(
  source: Reader,
  asked: TeamYearFilter & { readonly targetActivities: number } & Paging & Sorting<TeamYearSort>,
): Promise<Page<TeamYearItem>> {
  const { sort = 'activities' } = asked;
  const under = keysByFigure('activities', narrowed, 'coalesce(figure.value, 0) < $3::int');
  if (sort !== 'members' && sort !== 'serviceMinutes') return teamPage(source, { ...asked, sort }, under);
  // Two figures at once: worked out by row for those that are under the target.
  const text = `${items} and ${narrowed.where} and f.counted < $3::int`;
  const order = orderOf(sorts, { ...asked, sort }, { otherwise: 'activities', key: '"teamId"' });
  return pageOf(source, { tables: merging, once: true, text, values: foundBy(asked) }, order, asked);
}

export interface TeamActivityItem {
  readonly activityId: ActivityId;
  readonly title: string | null;
  /** Members of this team with credited minutes. */
  readonly members: number;
  readonly serviceMinutes: number;
  /** Counts towards the team's activities. */
  readonly isCounted: boolean;
}

const activitySorts = {
  members: '"members"',
  serviceMinutes: '"serviceMinutes"',
  title: '"title" collate "C"',
} as const;
export type TeamActivitySort = keyof typeof activitySorts;

interface OneTeamYear {
  readonly teamId: TeamId;
  readonly year: number;
  readonly scope: readonly OrganizationId[] | undefined;
}

const ofTeamYear = `p.team_id = $1 and p.year = $2::int
  and ($3::uuid[] is null or exists (select from read.team_year_team t where t.team_id = p.team_id and ${ownerInYear('$2')} = any($3)))`;

/** What makes up a team's year: those counted are its `activities`, the minutes of all are its `serviceMinutes`. */
export function activitiesOfTeamYear(
  source: Reader,
  asked: OneTeamYear & Pick<TeamYearFilter, 'membersMin'> & Paging & Sorting<TeamActivitySort>,
): Promise<Page<TeamActivityItem>> {
  const text = `select p.activity_id as "activityId", n.name as title, count(distinct p.person_id) as members, sum(p.service_minutes) as "serviceMinutes",
      count(distinct p.person_id) >= $4::int as "isCounted"
    from ${participations} p left join read.team_year_name n on n.subject_id = p.activity_id
    where ${ofTeamYear} group by p.activity_id, n.name`;
  const order = orderOf(activitySorts, asked, { otherwise: 'title', key: '"activityId"' });
  return pageOf(
    source,
    { tables: merging, text, values: [asked.teamId, asked.year, asked.scope ?? null, asked.membersMin] },
    order,
    asked,
  );
}

export interface TeamMemberItem {
  readonly volunteerId: VolunteerId;
  readonly name: string | null;
  readonly activities: number;
  readonly entries: number;
  readonly serviceMinutes: number;
}

const memberSorts = {
  name: '"name" collate "C"',
  activities: '"activities"',
  serviceMinutes: '"serviceMinutes"',
} as const;
export type TeamMemberSort = keyof typeof memberSorts;

/** The `members` of a team's year, in the whole of it or in one activity; their minutes are its `serviceMinutes`. */
export function membersOfTeamYear(
  source: Reader,
  asked: OneTeamYear & { readonly activityId?: ActivityId | undefined } & Paging & Sorting<TeamMemberSort>,
): Promise<Page<TeamMemberItem>> {
  const text = `select p.person_id as "volunteerId", n.name, count(distinct p.activity_id) as activities, sum(p.entries) as entries,
      sum(p.service_minutes) as "serviceMinutes"
    from ${participations} p left join read.team_year_name n on n.subject_id = p.person_id
    where ${ofTeamYear} and ($4::uuid is null or p.activity_id = $4) group by p.person_id, n.name`;
  const values = [asked.teamId, asked.year, asked.scope ?? null, asked.activityId ?? null];
  return pageOf(
    source,
    { tables: merging, text, values },
    orderOf(memberSorts, asked, { otherwise: 'name', key: '"volunteerId"' }),
    asked,
  );
}
