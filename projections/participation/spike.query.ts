import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { pageOf, rowsOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import { entryColumns, type PaceEntry } from './pace.query.js';
import { countedEntries, merging } from './participant.js';

/** June and December: where a half-year and a year are counted. */
export type CountedMonth = 6 | 12;

export interface SpikeAsked {
  readonly year: number;
  readonly month: CountedMonth;
  /** Minutes asked for by the end of the month; null where the pack sets none. */
  readonly minutesMin: number | null;
  /** Organizations under which the service was given. */
  readonly scope: readonly OrganizationId[] | undefined;
}

export interface SpikeDay {
  readonly day: LocalDate;
  readonly serviceMinutes: number;
  readonly entries: number;
  /** People whose minutes of the year came to the target on this day. */
  readonly targetsReached: number;
}

export interface SpikeSpan {
  readonly serviceMinutes: number;
  readonly entries: number;
  readonly declaredMinutes: number;
  readonly lateMinutes: number;
  readonly targetsReached: number;
}

export interface Spike {
  /** Every day of the month that has entries. */
  readonly days: readonly SpikeDay[];
  readonly lastTenDays: SpikeSpan;
  /** The year up to the end of the month, the last ten days included. */
  readonly wholeYear: SpikeSpan;
}

const lastDay = (year: number, month: CountedMonth): LocalDate =>
  `${year}-${month === 6 ? '06-30' : '12-31'}` as LocalDate;
const tenthLast = (year: number, month: CountedMonth): LocalDate =>
  `${year}-${month === 6 ? '06-21' : '12-22'}` as LocalDate;

// $1 first day of the year, $2 last day of the month, $3 target, $4 scope
const days = `select e.served_on as day, sum(e.service_minutes)::int as "serviceMinutes", count(*)::int as entries,
    (coalesce(sum(e.service_minutes) filter (where e.provenance = 'DECLARED'), 0))::int as "declaredMinutes",
    (coalesce(sum(e.service_minutes) filter (where e.late), 0))::int as "lateMinutes",
    (count(distinct e.person_id) filter (where e.before < $3::int and e.after >= $3::int))::int as "targetsReached"
  from (select s.*, sum(s.service_minutes) over w as after, sum(s.service_minutes) over w - s.service_minutes as before
    from ${countedEntries} s where s.served_on between $1::date and $2::date and ($4::uuid[] is null or s.organization_id = any($4))
    window w as (partition by s.person_id order by s.served_on, s.entry_id)) e
  group by 1 order by 1`;

type FoundDay = SpikeDay & Pick<SpikeSpan, 'declaredMinutes' | 'lateMinutes'>;

const spanOf = (found: readonly FoundDay[]): SpikeSpan => {
  const sum = (name: keyof SpikeSpan): number => found.reduce((all, day) => all + day[name], 0);
  return {
    serviceMinutes: sum('serviceMinutes'),
    entries: sum('entries'),
    declaredMinutes: sum('declaredMinutes'),
    lateMinutes: sum('lateMinutes'),
    targetsReached: sum('targetsReached'),
  };
};

/**
 * F-40: how much of a year lies in the last ten days before it is counted, and how many come to the target just then. To be
 * charted beside the late and the declared share; it says nothing about anybody. Twin of a day and of the ten: `entriesOfSpike`.
 */
export async function spike(source: Reader, { year, month, minutesMin, scope }: SpikeAsked): Promise<Spike> {
  const values = [`${year}-01-01`, lastDay(year, month), minutesMin, scope ?? null];
  const found = await rowsOf<FoundDay>(source, { tables: merging, text: days, values });
  const ofMonth = found.filter(({ day }) => day >= `${lastDay(year, month).slice(0, 8)}01`);
  return {
    days: ofMonth.map(({ declaredMinutes: _declared, lateMinutes: _late, ...day }) => day),
    lastTenDays: spanOf(found.filter(({ day }) => day >= tenthLast(year, month))),
    wholeYear: spanOf(found),
  };
}

export interface SpikeEntry extends PaceEntry {
  /** Null where the person was forgotten. */
  readonly volunteerName: string | null;
}

/** The entries of one day, or of the last ten. */
export function entriesOfSpike(
  source: Reader,
  asked: Omit<SpikeAsked, 'minutesMin'> & Paging & { readonly day?: LocalDate | undefined },
): Promise<Page<SpikeEntry>> {
  const { year, month, day, scope } = asked;
  const text = `select ${entryColumns}, p.name as "volunteerName" from ${countedEntries} e
    left join read.participation_person p on p.volunteer_id = e.volunteer_id where e.served_on between $1::date and $2::date and ($3::uuid[] is null or e.organization_id = any($3))`;
  const values = [day ?? tenthLast(year, month), day ?? lastDay(year, month), scope ?? null];
  return pageOf(source, { tables: merging, text, values }, '"servedOn", "entryId"', asked);
}
