import { yearOf, type LocalDate } from '#libs/kernel/time';
import { addDays } from '#libs/reference/dates';
import { countedOf, gaveWay, mergedEntries } from '#libs/projection-engine/merged-records';

/** SQL tables ahead of a select that adds up hours by person: two records of one person are one (F-08). */
export const merging = `${mergedEntries({ records: 'participation_merged', entries: 'participation_entry' })}`;

/** SQL: entries that count, each with its `person_id`; behind `merging`. */
export const countedEntries = countedOf('participation_entry');

/** SQL: person `p` is no record that gave way to another; behind `merging`. */
export const standsAlone = `not ${gaveWay('p.volunteer_id')}`;

/** SQL: whether hours are asked of person `p` on the day, a bound parameter: enrolled, not gone (F-18, F-20), not exempted (F-17). */
export const askedOn = (day: string): string =>
  `(p.enrolled_on <= ${day}::date and (p.left_on is null or p.left_on > ${day}::date) and not ${exemptedOn(day)})`;

export const exemptedOn = (day: string): string =>
  `(p.exempted <> '[]' and exists (select from jsonb_array_elements(p.exempted) x where x->>'from' <= ${day}::text and coalesce(x->>'until', '9999-12-31') >= ${day}::text))`;

/** Organizations from which on nearly everybody is asked for: reading the year from end to end is then cheaper than by person. */
const wideScope = 100;

/** Days of one year, both included; from the first of a month. */
export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface Summed {
  /** Columns by the name they get; all spans end on the same day. */
  readonly spans: Readonly<Record<string, Span>>;
  readonly scope: readonly unknown[] | undefined;
  /** The bound parameter of the scope. */
  readonly parameter: string;
}

const monthOf = (day: LocalDate): number => Number(day.slice(5, 7));
const dayAfter = (day: LocalDate): string => addDays(day, 1);

/**
 * SQL table `summed`, behind `merging` and ahead of a select over persons `p`: the minutes of everybody in the spans, none where
 * there is no row. Months that are over come from the sums of the year, days of a begun month from the entries, so that a list of
 * everybody reads no whole year. Throws RangeError for a span that begins within a month or goes over a year's end.
 */
export function summedMinutes({ spans, scope, parameter }: Summed): string {
  const named = Object.entries(spans);
  const until = named[0]![1].until;
  const year = yearOf(until);
  for (const [, span] of named)
    if (span.until !== until || yearOf(span.from) !== year || !span.from.endsWith('-01') || span.from > until)
      throw new RangeError(`no span of whole months: ${span.from} to ${span.until}`);
  const whole = dayAfter(until).endsWith('-01') ? monthOf(until) : monthOf(until) - 1;
  const narrow = (column: string): string =>
    scope === undefined || scope.length > wideScope
      ? ''
      : `and ${column} in (select p.volunteer_id from read.participation_person p where ${personInScope(parameter)})`;
  const upTo = (months: number): string => (months < 1 ? '0' : `(y.so_far->>${months - 1})::int`);
  const columns = named.map(([name, { from }]) => {
    const before = Math.min(monthOf(from) - 1, whole);
    return [name, `${upTo(whole)} - ${upTo(before)}`, from] as const;
  });
  const begun = `${until.slice(0, 7)}-01`;
  const rest = `select o.volunteer_id, ${columns.map(() => 'o.service_minutes').join(', ')} from read.participation_entry o
      where o.served_on between '${begun}'::date and '${until}'::date ${narrow('o.volunteer_id')} union all`;
  return `
  summed as materialized (select volunteer_id, ${named.map(([name]) => `sum("${name}")::int as "${name}"`).join(', ')} from (
      select y.volunteer_id, ${columns.map(([name, sum]) => `${sum} as "${name}"`).join(', ')} from read.participation_year y
      where y.year = ${year} ${narrow('y.volunteer_id')} union all ${whole === monthOf(until) ? '' : rest}
      select m.person_id, ${columns.map(([, , from]) => `case when m.served_on >= '${from}'::date then m.service_minutes else 0 end`).join(', ')}
      from merged m where m.counts and m.served_on between '${year}-01-01'::date and '${until}'::date) s group by 1)`;
}

export const personInScope = (scope: string): string =>
  `(${scope}::uuid[] is null or p.organization_id = any(${scope}))`;
