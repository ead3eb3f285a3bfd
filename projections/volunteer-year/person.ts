import { mergedEntries } from '#libs/projection-engine/merged-records';

/** SQL tables ahead of a select that adds up hours by person: two records of one person are one (F-08). */
export const merging = `${mergedEntries({
  records: 'volunteer_year_merged',
  entries: 'hours_entry',
  live: `e.state = 'credited'`,
})}`;

/** SQL: entries `h`, with `m` of those whose record gave way; behind `merging`. */
export const entriesOfPersons = `read.hours_entry h left join merged m on m.entry_id = h.entry_id`;

/** SQL: whose hours entry `h` is, whichever record it stands in. */
export const person = `coalesce(m.person_id, h.volunteer_id)`;

/** SQL: the ids of all records of the person behind a bound parameter: of those that gave way to it, and its own. */
export const recordsOf = (volunteer: string): string =>
  `array(select ${volunteer}::uuid union select r.volunteer_id from merged_record r where r.survivor_id = ${volunteer}::uuid)`;

/** SQL: entry `h` counts: credited, and not on time that another record of the same person has already. */
export const counts = `h.state = 'credited' and m.counts is not false`;

/**
 * SQL: what the merge of records does to the year `$1` of person `p` with the running sums `y`. To the survivor comes what counts of
 * the other records; a record that gave way keeps what counts of it, so that its entries still add up to its figure.
 */
export const mergedYear = `(select
    coalesce(sum(m.service_minutes) filter (where m.person_id = p.volunteer_id and m.counts), 0)::int
      - coalesce(sum(m.service_minutes) filter (where m.volunteer_id = p.volunteer_id and not m.counts), 0)::int as minutes,
    (count(distinct m.activity_id) filter (where m.person_id = p.volunteer_id and m.counts and not coalesce(y.activity_minutes ? m.activity_id::text, false)))::int
      - (count(distinct m.activity_id) filter (where m.volunteer_id = p.volunteer_id and not m.counts and not exists (select from merged other
        where other.volunteer_id = m.volunteer_id and other.activity_id = m.activity_id and other.counts and extract(year from other.served_on) = $1::int)))::int as activities
  from merged m where extract(year from m.served_on) = $1::int)`;
