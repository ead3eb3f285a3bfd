import { countedOf, gaveWay, mergedEntries } from '#libs/projection-engine/merged-records';

/** SQL tables ahead of a select that adds up hours by person: two records of one person are one (F-08). */
export const merging = `${mergedEntries({ records: 'star_standing_merged', entries: 'star_standing_entry' })}`;

/** SQL: entries that count, each with its `person_id`; behind `merging`. */
export const countedEntries = countedOf('star_standing_entry');

/** SQL: rows `s` with the minutes of the person; behind `merging`. */
export const standing = `(select s.*, s.service_minutes
    + (select coalesce(sum(m.service_minutes), 0)::int from merged m where m.person_id = s.volunteer_id and m.counts) as minutes
  from read.star_standing s)`;

/** SQL: the persons who are enrolled, each once; behind `merging`. */
export const enrolled = `s.volunteer_number is not null and s.withdrawn_on is null and not ${gaveWay('s.volunteer_id')}`;
