import type { Position } from '#libs/event-store/port';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { placeOf } from '#libs/projection-engine/as-of';
import {
  pageOf,
  orderOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
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

const withEntries = `read.year_book_person p where ($1::uuid[] is null or p.organization_id = any($1))
  and exists (select 1 from read.year_book_entry e where e.volunteer_id = p.volunteer_id and e.year = $2::int)`;

export async function closingProgress(source: Reader, { year, scope }: BookAsked): Promise<ClosingProgress> {
  const [progress] = await rowsOf<ClosingProgress>(source, {
    text: `select count(*)::int as volunteers, (count(*) filter (where exists
        (select 1 from read.year_book_stream s where s.volunteer_id = p.volunteer_id and s.year = $2::int)))::int as closed from ${withEntries}`,
    values: [scope ?? null, year],
  });
  return progress!;
}

/**
 * Whose hours make up the book: people who had an entry in the year and belonged to the organizations at the position.
 * Undefined position: now. In the order of their ids.
 */
export async function bookVolunteers(
  source: Reader,
  { year, scope, position }: BookAsked & { readonly position?: Position | undefined },
): Promise<readonly VolunteerId[]> {
  const rows = await rowsOf<{ volunteerId: VolunteerId }>(source, {
    text: `select p.volunteer_id as "volunteerId" from read.year_book_person p
      cross join lateral (select (h->>'organizationId')::uuid as organization_id from jsonb_array_elements(p.homes) with ordinality as home(h, place)
        where $3::text is null or ${placeOf("h->>'position'")} <= ${placeOf('$3::text')} order by place desc limit 1) home
      where ($1::uuid[] is null or home.organization_id = any($1))
        and exists (select 1 from read.year_book_entry e where e.volunteer_id = p.volunteer_id and e.year = $2::int) order by 1`,
    values: [scope ?? null, year, position ?? null],
  });
  return rows.map(({ volunteerId }) => volunteerId);
}

const closedMinutes = `case when e.credited_position is not null and ${placeOf('e.credited_position')} <= ${placeOf('$3::text')}
  and (e.reversed_position is null or ${placeOf('e.reversed_position')} > ${placeOf('$3::text')}) then e.service_minutes else 0 end`;

/** Entry by entry: what counted at the position of the close, what counts now with every adjustment since. */
const compared = `select e.entry_id as "entryId", e.volunteer_id as "volunteerId", p.name, e.activity_id as "activityId", e.team_id as "teamId",
    e.organization_id as "organizationId", e.served_on as "servedOn", ${closedMinutes} as "minutesAsClosed",
    case when e.state = 'credited' then e.service_minutes else 0 end + coalesce(a.minutes, 0) as "minutesAsKnown",
    a.reason_code as "reasonCode", a.adjusted_on as "adjustedOn", a.year as "adjustedIn"
  from read.year_book_entry e join read.year_book_person p on p.volunteer_id = e.volunteer_id
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
  /** Of the newest adjustment; null where a late entry or a reversal before the stream ended made the difference. */
  readonly reasonCode: string | null;
  readonly adjustedOn: string | null;
  readonly adjustedIn: number | null;
}

export interface ClosedAsked extends BookAsked {
  /** Where the book was closed. */
  readonly position: Position;
}

const valuesOf = ({ scope, year, position }: ClosedAsked): unknown[] => [scope ?? null, year, position];

/** The bridge from “as closed” to “as known today”: every entry that counts otherwise, and nothing else. */
export function bridgeOf(source: Reader, asked: ClosedAsked & Paging): Promise<Page<BridgeLine>> {
  const text = `select * from (${compared}) line where "minutesAsClosed" <> "minutesAsKnown"`;
  return pageOf(source, { text, values: valuesOf(asked) }, '"servedOn", "entryId"', asked);
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
  return pageOf(source, { text, values: valuesOf(asked) }, order, asked);
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
    text: `select coalesce(sum("minutesAsClosed"), 0)::int as "minutesAsClosed", coalesce(sum("minutesAsKnown"), 0)::int as "minutesAsKnown",
      (count(*) filter (where "minutesAsClosed" <> "minutesAsKnown"))::int as changed from (${compared}) line`,
    values: valuesOf(asked),
  });
  return totals!;
}
