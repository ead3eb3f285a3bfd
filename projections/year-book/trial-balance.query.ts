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
import { mergedNow, persons, personSums } from './person.js';
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
  from read.year_book_entry e join person p on p.volunteer_id = e.volunteer_id where e.year = $2::int`;

const tables = `${mergedNow}, person as (select * from ${persons} p where $1::uuid[] is null or p.organization_id = any($1))`;

const breaks = `select 'NOT_CREDITED' as kind, a.entry_id as "subjectId", a.volunteer_id as "volunteerId", p.name, a.organization_id as "organizationId",
      a.attested_by as "responsibleBy", a.served_on as "servedOn", a.service_minutes as "serviceMinutes"
    from read.year_book_attendance a join person p on p.volunteer_id = a.volunteer_id
    left join read.year_book_entry e on e.session_id = a.session_id and e.volunteer_id = a.volunteer_id
    where a.year = $2::int and e.entry_id is null
  union all select case e.state when 'held' then 'HELD' else 'CONFLICTED' end, ${ofEntry} and e.state in ('held', 'conflicted')
  union all select 'NOT_ENROLLED', ${ofEntry} and e.state = 'credited' and e.kind <> 'BROUGHT_FORWARD'
    and (p.enrolled_on is null or e.served_on < p.enrolled_on)
    and not exists (select 1 from jsonb_array_elements(p.ended_enrolments) t where e.served_on between (t->>'from')::date and (t->>'until')::date)
  union all select 'DISPUTED', d.dispute_id, d.volunteer_id, p.name, d.organization_id, null, null, null
    from read.year_book_dispute d join person p on p.volunteer_id = d.volunteer_id where d.year = $2::int
  union all select 'SIDES_DIFFER', p.volunteer_id, p.volunteer_id, p.name, p.organization_id, null, null, max(s.minutes) - min(s.minutes)
    from (select volunteer_id, side, sum(service_minutes)::int as minutes from read.year_book_sum where year = $2::int group by 1, 2) s
    join person p on p.volunteer_id = s.volunteer_id group by p.volunteer_id, p.name, p.organization_id having max(s.minutes) <> min(s.minutes)`;

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
