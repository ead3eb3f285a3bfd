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
  `exists (select from jsonb_array_elements(p.exempted) x where x->>'from' <= ${day}::text and coalesce(x->>'until', '9999-12-31') >= ${day}::text)`;

/** SQL: minutes of person `p` on the days between, both included; behind `merging`. */
export const minutesBetween = (from: string, until: string): string =>
  `((select coalesce(sum(e.service_minutes), 0)::int from read.participation_entry e
      where e.volunteer_id = p.volunteer_id and e.served_on between ${from}::date and ${until}::date)
    + ${mergedBetween(from, until)})`;

/** Organizations from which on nearly everybody is asked for: reading the year from end to end is then cheaper than by person. */
const wideScope = 100;

/**
 * SQL table `summed`, ahead of a select over persons `p`: minutes of their own entries, by the columns given, of the days between.
 * For lists of everybody, where `minutesBetween` would look up each person's entries anew; what merged records add is `mergedBetween`.
 */
export const summedMinutes = (
  { columns, from, until }: { readonly columns: string; readonly from: string; readonly until: string },
  { scope, parameter }: { readonly scope: readonly unknown[] | undefined; readonly parameter: string },
): string => `
  summed as materialized (select e.volunteer_id, ${columns} from read.participation_entry e
    where e.served_on between ${from}::date and ${until}::date ${
      scope === undefined || scope.length > wideScope
        ? ''
        : `and e.volunteer_id in (select p.volunteer_id from read.participation_person p where ${personInScope(parameter)})`
    } group by 1)`;

/** SQL: minutes that other records of person `p` add on the days between; behind `merging`. */
export const mergedBetween = (from: string, until: string): string =>
  `(select coalesce(sum(m.service_minutes), 0)::int from merged m
      where m.person_id = p.volunteer_id and m.counts and m.served_on between ${from}::date and ${until}::date)`;

export const personInScope = (scope: string): string =>
  `(${scope}::uuid[] is null or p.organization_id = any(${scope}))`;
