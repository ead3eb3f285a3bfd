import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
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
import { mergedNow, persons as everybody, personSums } from './person.js';
import type { BookAsked } from './year-book.query.js';

export const breakKinds = ['NOT_CREDITED', 'CONFLICTED', 'HELD', 'DISPUTED', 'NOT_ENROLLED', 'SIDES_DIFFER'] as const;
export type BreakKind = (typeof breakKinds)[number];

export interface TrialBalance {
  readonly personMinutes: number;
  readonly activityMinutes: number;
  readonly teamMinutes: number;
  /** Entries that count. */
  readonly entries: number;
  readonly volunteers: number;
  readonly activities: number;
}

/** The three sides of a year, each added up for itself. */
export async function trialBalanceOf(source: Reader, { scope, year }: BookAsked): Promise<TrialBalance> {
  const of = (side: string): string => `(coalesce(sum(s.service_minutes) filter (where s.side = '${side}'), 0))::int`;
  const [balance] = await rowsOf<TrialBalance>(source, {
    tables: mergedNow,
    text: `select ${of('person')} as "personMinutes", ${of('activity')} as "activityMinutes", ${of('team')} as "teamMinutes",
      (coalesce(sum(s.entries) filter (where s.side = 'person'), 0))::int as entries,
      (count(distinct s.person_id) filter (where s.side = 'person' and s.entries > 0))::int as volunteers,
      (count(distinct s.subject_id) filter (where s.side = 'activity' and s.entries > 0 and s.subject_id <> s.volunteer_id))::int as activities
      from ${personSums} s join read.year_book_person p on p.volunteer_id = s.person_id
      where s.year = $2::int and ($1::uuid[] is null or p.organization_id = any($1))`,
    values: [scope ?? null, year],
  });
  return balance!;
}

/** What keeps a year from being closed, with who has to put it right. */
export interface Break {
  readonly kind: BreakKind;
  /** The entry, the dispute or, where the sides differ, the person. */
  readonly subjectId: string;
  readonly volunteerId: VolunteerId;
  readonly name: string;
  /** The organization that has to put it right. */
  readonly organizationId: OrganizationId;
  /** The person who attested the entry. */
  readonly responsibleBy: AccountId | null;
  readonly servedOn: LocalDate | null;
  readonly serviceMinutes: number | null;
}

const ofEntry = `e.entry_id as "subjectId", e.volunteer_id as "volunteerId", p.name, e.organization_id as "organizationId",
  e.attested_by as "responsibleBy", e.served_on as "servedOn", e.service_minutes as "serviceMinutes"
  from read.year_book_entry e`;

// Not kept as a table of its own: who has a break is looked up by the key, and only the suspects are held against everybody.
const persons = `person as not materialized (select * from ${everybody} p where $1::uuid[] is null or p.organization_id = any($1))`;

/**
 * Whose sides differ, and who has service days before an enrolment that is open: one pass over the index of the running sums. Where
 * a service day was taken back since, `first_on` says too early a day; the entries of these few are looked at.
 */
const suspects = `suspect as materialized (
    select p.*, s.low, s.high, p.enrolled_on is null or s.first_on < p.enrolled_on as is_early
    from (select volunteer_id, first_on, greatest(person, activity, team) as high, least(person, activity, team) as low
      from (select volunteer_id, min(first_on) as first_on, sum(service_minutes) filter (where side = 'person') as person,
          sum(service_minutes) filter (where side = 'activity') as activity, sum(service_minutes) filter (where side = 'team') as team
        from read.year_book_sum where year = $2::int group by 1) side) s
    join person p on p.volunteer_id = s.volunteer_id
    where s.high <> s.low or p.enrolled_on is null or s.first_on < p.enrolled_on)`;

const tables = `${mergedNow}, ${persons}, ${suspects}`;

const breaks = `select 'NOT_CREDITED' as kind, a.entry_id as "subjectId", a.volunteer_id as "volunteerId", p.name, a.organization_id as "organizationId",
      a.attested_by as "responsibleBy", a.served_on as "servedOn", a.service_minutes as "serviceMinutes"
    from read.year_book_attendance a join person p on p.volunteer_id = a.volunteer_id where a.year = $2::int and not a.entered
  union all select case e.state when 'held' then 'HELD' else 'CONFLICTED' end, ${ofEntry} join person p on p.volunteer_id = e.volunteer_id
    where e.year = $2::int and e.state in ('held', 'conflicted')
  union all select 'NOT_ENROLLED', e.* from suspect p cross join lateral (select ${ofEntry}
    where e.volunteer_id = p.volunteer_id and e.year = $2::int and e.state = 'credited' and e.kind <> 'BROUGHT_FORWARD'
    and (p.enrolled_on is null or e.served_on < p.enrolled_on)
    and not exists (select 1 from jsonb_array_elements(p.ended_enrolments) t where e.served_on between (t->>'from')::date and (t->>'until')::date) offset 0) e
    where p.is_early
  union all select 'DISPUTED', d.dispute_id, d.volunteer_id, p.name, d.organization_id, null, null, null
    from read.year_book_dispute d join person p on p.volunteer_id = d.volunteer_id where d.year = $2::int
  union all select 'SIDES_DIFFER', p.volunteer_id, p.volunteer_id, p.name, p.organization_id, null, null, (p.high - p.low)::int from suspect p where p.high <> p.low`;

const sorts = { kind: '"kind"', name: '"name" collate "C"', servedOn: '"servedOn"' } as const;
export type BreakSort = keyof typeof sorts;

export function breaksOf(
  source: Reader,
  { scope, year, kind, ...asked }: BookAsked & { readonly kind?: BreakKind | undefined } & Paging & Sorting<BreakSort>,
): Promise<Page<Break>> {
  const text = `select * from (${breaks}) broken where $3::text is null or kind = $3`;
  const order = orderOf(sorts, asked, { otherwise: 'kind', key: '"servedOn", "subjectId"' });
  return pageOf(source, { tables, once: true, text, values: [scope ?? null, year, kind ?? null] }, order, asked);
}

export interface BreakCount {
  readonly kind: BreakKind;
  readonly breaks: number;
}

/** How many of each. Twin of each count: `breaksOf` with that kind. */
export const breakCounts = (source: Reader, { scope, year }: BookAsked): Promise<BreakCount[]> =>
  rowsOf(source, {
    tables,
    text: `select kind, count(*)::int as breaks from (${breaks}) broken group by 1 order by 1`,
    values: [scope ?? null, year],
  });
