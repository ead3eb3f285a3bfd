import type { NoticeReceiver, noticeMeans, PaperKind } from '#libs/correction-notice/correction-notice.events';
import type { AdjustmentReason } from '#libs/hours/year-close.events';
import type { AccountId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { inScope, placeOf } from '#libs/projection-engine/as-of';
import { mergedEntries } from '#libs/projection-engine/merged-records';
import { pageOf, rowsOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import type { FindingKind, PaperState } from './papers.entity.js';
import type { BookAsked } from './year-book.query.js';

/** A paper of a person that left the house, as the register of exports has it. */
export interface ExportedPaper {
  readonly exportId: string;
  readonly volunteerId: VolunteerId;
  readonly organizationId: OrganizationId | null;
  readonly means: string;
  readonly receiver: string;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** A paper or result that rested on an entry which counts otherwise now, once for each finding. */
export interface RestingPaper {
  readonly findingId: HoursEntryId;
  readonly finding: FindingKind;
  /** The person; `recordId` is the record of theirs that the entry stands in (F-08). */
  readonly volunteerId: VolunteerId;
  readonly recordId: VolunteerId;
  readonly name: string;
  readonly entryId: HoursEntryId;
  readonly servedOn: LocalDate;
  /** What the entry came to before and comes to since. */
  readonly minutesBefore: number;
  readonly minutesAfter: number;
  readonly reasonCode: AdjustmentReason;
  readonly foundOn: LocalDate;
  readonly paper: PaperKind;
  readonly subjectId: string;
  /** Stars, the ordinal of the certificate, or the year; 0 for an export. */
  readonly number: number;
  readonly organizationId: OrganizationId;
  readonly madeOn: LocalDate;
  /** The minutes that stand on it; null for an export, of which the register keeps the hash alone. */
  readonly minutesThen: number | null;
  /** `RENEWED`: figures were taken and confirmed again since. Null for an export. */
  readonly state: PaperState | 'RENEWED' | null;
  /** Of an export. */
  readonly means: string | null;
  /** To whom the export was handed; null for a result of the ledger. */
  readonly receiver: string | null;
  /** Null while nobody was told; the first of several who were. */
  readonly toldOn: LocalDate | null;
  readonly toldReceiver: NoticeReceiver | null;
  readonly toldMeans: (typeof noticeMeans)[number] | null;
  readonly toldBy: AccountId | null;
}

const merged = mergedEntries({ records: 'year_book_merged', entries: 'year_book_entry', live: 'false' });

/** Findings of a year about people of the scope, with every record of theirs. */
const findings = `${merged},
  finding as (select f.*, h.volunteer_id as person_id, h.name, h.homes, e.credited_position
    from read.year_book_finding f left join merged_record r on r.volunteer_id = f.volunteer_id
    join read.year_book_person h on h.volunteer_id = coalesce(r.survivor_id, f.volunteer_id)
    left join read.year_book_entry e on e.entry_id = f.entry_id
    where f.served_year = $2::int and ${inScope('h.organization_id', '$1')}),
  record as (select person_id, person_id as volunteer_id from finding
    union select f.person_id, r.volunteer_id from finding f join merged_record r on r.survivor_id = f.person_id)`;

export interface PeopleOfFindings {
  readonly volunteerIds: readonly VolunteerId[];
  /** Where they belonged, now or before. */
  readonly homes: readonly OrganizationId[];
}

/** Whose exports and whose organizations’ results `papersResting` has to be given. */
export async function peopleOfFindings(source: Reader, { scope, year }: BookAsked): Promise<PeopleOfFindings> {
  const [people] = await rowsOf<PeopleOfFindings>(source, {
    tables: findings,
    text: `select coalesce((select json_agg(distinct volunteer_id) from record), '[]') as "volunteerIds",
      coalesce((select json_agg(distinct o->>'organizationId') from finding f cross join lateral jsonb_array_elements(f.homes) o), '[]') as homes`,
    values: [scope ?? null, year],
  });
  return people!;
}

const ofPerson = `'STAR', 'CERTIFICATE', 'VOLUNTEER_REVIEW'`;
const ofUnit = `'ORGANIZATION_REVIEW', 'HALF_YEAR_ANALYSIS', 'YEAR_ANALYSIS', 'YEAR_BOOK'`;

const homeAt = `(select o->>'organizationId' from jsonb_array_elements(f.homes) with ordinality as home(o, place)
  where ${placeOf("o->>'position'")} <= ${placeOf("v->>'position'")} order by place desc limit 1)`;

/** Results of the ledger: the newest version before the finding that took the entry in, or its absence. */
const results = `select f.finding_id, p.kind as paper, p.subject_id, p.number, p.organization_id, (v->>'madeOn')::date as made_on,
    (v->>'minutes')::int as minutes_then, case when v->>'position' <> p.versions->-1->>'position' then 'RENEWED' else p.state end as state,
    null::text as means, null::text as receiver
  from finding f
  join lateral (
    select p.* from record r join read.year_book_paper p on p.subject_id = r.volunteer_id
      where r.person_id = f.person_id and p.kind in (${ofPerson})
    union all select p.* from read.year_book_paper p where p.subject_id = f.team_id and p.kind = 'TEAM_REVIEW'
    union all select p.* from read.year_book_paper p
      where p.kind in (${ofUnit}) and p.number = f.served_year and ${inScope('p.subject_id', '$1')}) p on true
  join lateral (select v from jsonb_array_elements(p.versions) with ordinality as version(v, place)
    where ${placeOf("v->>'position'")} < ${placeOf('f.position')}
      and (f.credited_position is null or ${placeOf('f.credited_position')} <= ${placeOf("v->>'position'")})
      and f.served_on between (v->>'fromOn')::date and (v->>'untilOn')::date order by place desc limit 1) v on true
  where p.kind not in (${ofUnit}) or $3::jsonb -> ${homeAt} @> to_jsonb(p.subject_id::text)`;

/** Papers that left the house between the service and the finding. */
const exported = `select f.finding_id, 'EXPORT', x."exportId", 0, x."organizationId",
    (x.at::timestamptz at time zone 'Asia/Shanghai')::date, null::int, null::text, x.means, x.receiver
  from finding f join record r on r.person_id = f.person_id
  join jsonb_to_recordset($4::jsonb) as x("exportId" uuid, "volunteerId" uuid, "organizationId" uuid, means text, receiver text, at text)
    on x."volunteerId" = r.volunteer_id
  where x.at::timestamptz < f.found_at::timestamptz
    and (x.at::timestamptz at time zone 'Asia/Shanghai')::date >= f.served_on`;

export interface RestingAsked extends BookAsked {
  /** Of the people of `peopleOfFindings`. */
  readonly exports: readonly ExportedPaper[];
  /** Of each of their homes, the organizations above it and itself. */
  readonly ancestries: Readonly<Record<string, readonly OrganizationId[]>>;
  /** Only those whose recipients were told, or were not. */
  readonly told?: boolean | undefined;
}

/**
 * What rested on the entries that were adjusted after the close or found to be false claims, the newest finding first.
 * Results of organizations appear as far as the organization lies in the scope.
 */
export function papersResting(source: Reader, asked: RestingAsked & Paging): Promise<Page<RestingPaper>> {
  const { scope, year, exports, ancestries, told } = asked;
  const text = `select f.finding_id as "findingId", f.kind as finding, f.person_id as "volunteerId", f.volunteer_id as "recordId", f.name,
      f.entry_id as "entryId", f.served_on as "servedOn", f.minutes_before as "minutesBefore", f.minutes_after as "minutesAfter",
      f.reason_code as "reasonCode", f.found_on as "foundOn", p.paper, p.subject_id as "subjectId", p.number, p.organization_id as "organizationId",
      p.made_on as "madeOn", p.minutes_then as "minutesThen", p.state, p.means, p.receiver,
      n.told_on as "toldOn", n.receiver as "toldReceiver", n.means as "toldMeans", n.told_by as "toldBy"
    from (${results} union all ${exported}) p join finding f on f.finding_id = p.finding_id
    left join lateral (select n.* from read.year_book_notice n where n.finding_id = p.finding_id and n.paper = p.paper
      and n.subject_id = p.subject_id and n.number = p.number order by n.told_on, n.receiver limit 1) n on true
    where $5::boolean is null or $5 = (n.told_on is not null)`;
  const values = [scope ?? null, year, JSON.stringify(ancestries), JSON.stringify(exports), told ?? null];
  const order = '"foundOn" desc, "findingId", "paper", "subjectId", "number"';
  return pageOf(source, { tables: findings, once: true, text, values }, order, asked);
}
