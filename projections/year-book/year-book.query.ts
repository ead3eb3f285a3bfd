import type { Position } from '#libs/event-store/port';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { placeOf } from '#libs/projection-engine/as-of';
import { mergedEntries } from '#libs/projection-engine/merged-records';
import {
  pageOf,
  orderOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import { mergedAt, mergedNow, minutesAt, persons } from './person.js';
import type { YearBook } from './year-book.entity.js';

export interface BookAsked {
  readonly year: number;
  /** Home organizations of the people. */
  readonly scope: readonly OrganizationId[] | undefined;
}

/** The organization's own books of the year; undefined while nothing was closed. */
export async function yearBookOf(
  source: Reader,
  { organizationId, year }: { readonly organizationId: OrganizationId; readonly year: number },
): Promise<YearBook | undefined> {
  const [book] = await rowsOf<YearBook>(source, {
    text: `select organization_id as "organizationId", year, state, closed_on as "closedOn", closed_by as "closedBy", pack, pack_version as "packVersion",
      position, volunteers, entries, activities, service_minutes as "serviceMinutes", book_hash as "bookHash", breaks
      from read.year_book where organization_id = $1 and year = $2::int`,
    values: [organizationId, year],
  });
  return book;
}

export interface ClosingProgress {
  /** People with an entry in the year. */
  readonly volunteers: number;
  /** Of these, whose year has ended. */
  readonly closed: number;
}

export async function closingProgress(source: Reader, { year, scope }: BookAsked): Promise<ClosingProgress> {
  const [progress] = await rowsOf<ClosingProgress>(source, {
    tables: mergedNow,
    text: `with record as (select p.person_id, exists (select from read.year_book_stream s
          where s.volunteer_id = p.volunteer_id and s.year = $2::int) as closed from ${persons} p
        where ($1::uuid[] is null or p.organization_id = any($1))
          and exists (select from read.year_book_entry e where e.volunteer_id = p.volunteer_id and e.year = $2::int))
      select count(*)::int as volunteers, (count(*) filter (where closed))::int as closed
      from (select bool_and(closed) as closed from record group by person_id) person`,
    values: [scope ?? null, year],
  });
  return progress!;
}

/** A record whose hours stream holds entries of the year, and the person it is of: itself unless it gave way to another (F-08). */
export interface BookRecord {
  readonly volunteerId: VolunteerId;
  readonly personId: VolunteerId;
}

/**
 * The streams that make up the book: of people who belonged to the organizations at the position and had an entry in the year
 * in any of their records. Undefined position: now. By person, the record that stands first and then in the order of merging.
 */
export function bookRecords(
  source: Reader,
  { year, scope, position }: BookAsked & { readonly position?: Position | undefined },
): Promise<readonly BookRecord[]> {
  return rowsOf<BookRecord>(source, {
    tables: `${mergedEntries({ records: 'year_book_merged', entries: 'year_book_entry', live: 'false', at: '$3' })}`,
    text: `select p.volunteer_id as "volunteerId", h.volunteer_id as "personId" from read.year_book_person p
      left join merged_record r on r.volunteer_id = p.volunteer_id
      join read.year_book_person h on h.volunteer_id = coalesce(r.survivor_id, p.volunteer_id)
      cross join lateral (select (o->>'organizationId')::uuid as organization_id from jsonb_array_elements(h.homes) with ordinality as home(o, place)
        where $3::text is null or ${placeOf("o->>'position'")} <= ${placeOf('$3::text')} order by place desc limit 1) home
      where ($1::uuid[] is null or home.organization_id = any($1))
        and exists (select 1 from read.year_book_entry e where e.volunteer_id = p.volunteer_id and e.year = $2::int)
      order by h.volunteer_id, coalesce(r.n, 0)`,
    values: [scope ?? null, year, position ?? null],
  });
}

/** Entry by entry: what counted at the position of the close, what counts now with every adjustment since. */
const tables = `${mergedNow}, ${mergedAt('$3')}`;
const compared = `select e.entry_id as "entryId", p.person_id as "volunteerId", p.name, e.activity_id as "activityId", e.team_id as "teamId",
    e.organization_id as "organizationId", e.served_on as "servedOn",
    case when c.counts is false then 0 else ${minutesAt('$3')} end as "minutesAsClosed",
    case when m.counts is false then 0 else case when e.state = 'credited' then e.service_minutes else 0 end + coalesce(a.minutes, 0) end as "minutesAsKnown",
    a.reason_code as "reasonCode", a.adjusted_on as "adjustedOn", a.year as "adjustedIn", coalesce(not m.counts, false) as "isOnTimeOfAnotherRecord"
  from read.year_book_entry e join ${persons} p on p.volunteer_id = e.volunteer_id
  left join merged m on m.entry_id = e.entry_id left join closed c on c.entry_id = e.entry_id
  left join (select x.entry_id, sum(x.minutes_after - x.minutes_before)::int as minutes, (array_agg(x.reason_code order by x.adjusted_on desc))[1] as reason_code,
      max(x.adjusted_on) as adjusted_on, max(x.year) as year
    from read.year_book_adjustment x where x.adjusts_year = $2::int group by 1) a on a.entry_id = e.entry_id
  where ($1::uuid[] is null or p.organization_id = any($1)) and e.year = $2::int`;

export interface BridgeLine {
  readonly entryId: string;
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly activityId: string | null;
  readonly teamId: string | null;
  readonly organizationId: OrganizationId;
  readonly servedOn: string;
  readonly minutesAsClosed: number;
  readonly minutesAsKnown: number;
  /** Of the newest adjustment; null where a late entry, a reversal before the stream ended or a merge of records made the difference. */
  readonly reasonCode: string | null;
  readonly adjustedOn: string | null;
  readonly adjustedIn: number | null;
  /** Two records turned out to be one person, whose other record has this time already (F-08). */
  readonly isOnTimeOfAnotherRecord: boolean;
}

export interface ClosedAsked extends BookAsked {
  /** Where the book was closed. */
  readonly position: Position;
}

const valuesOf = ({ scope, year, position }: ClosedAsked): unknown[] => [scope ?? null, year, position];

/** The bridge from “as closed” to “as known today”: every entry that counts otherwise, and nothing else. */
export function bridgeOf(source: Reader, asked: ClosedAsked & Paging): Promise<Page<BridgeLine>> {
  const text = `select * from (${compared}) line where "minutesAsClosed" <> "minutesAsKnown"`;
  return pageOf(source, { tables, once: true, text, values: valuesOf(asked) }, '"servedOn", "entryId"', asked);
}

export interface BookLine {
  readonly volunteerId: VolunteerId;
  readonly name: string;
  readonly minutesAsClosed: number;
  readonly minutesAsKnown: number;
}

const lineSorts = {
  name: '"name" collate "C"',
  minutesAsClosed: '"minutesAsClosed"',
  minutesAsKnown: '"minutesAsKnown"',
} as const;
export type BookLineSort = keyof typeof lineSorts;

/** Person by person, as closed and as known today. */
export function bookLines(
  source: Reader,
  asked: ClosedAsked & Paging & Sorting<BookLineSort>,
): Promise<Page<BookLine>> {
  const text = `select "volunteerId", max(name) as name, sum("minutesAsClosed")::int as "minutesAsClosed", sum("minutesAsKnown")::int as "minutesAsKnown"
    from (${compared}) line group by 1`;
  const order = orderOf(lineSorts, asked, { otherwise: 'name', key: '"volunteerId"' });
  return pageOf(source, { tables, once: true, text, values: valuesOf(asked) }, order, asked);
}

export interface BookTotals {
  readonly minutesAsClosed: number;
  readonly minutesAsKnown: number;
  /** Entries on the bridge. */
  readonly changed: number;
}

/** The sums of `bookLines`, and what `bridgeOf` has to explain. */
export async function bookTotals(source: Reader, asked: ClosedAsked): Promise<BookTotals> {
  const [totals] = await rowsOf<BookTotals>(source, {
    tables,
    text: `select coalesce(sum("minutesAsClosed"), 0)::int as "minutesAsClosed", coalesce(sum("minutesAsKnown"), 0)::int as "minutesAsKnown",
      (count(*) filter (where "minutesAsClosed" <> "minutesAsKnown"))::int as changed from (${compared}) line`,
    values: valuesOf(asked),
  });
  return totals!;
}
