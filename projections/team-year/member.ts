import { mergedEntries } from '#libs/projection-engine/merged-records';

/**
 * SQL tables ahead of a select over members: two records of one person are one member (F-08). `left_out` sums up what of a member's
 * minutes lies on time that another record of the same person has already.
 */
export const merging = `${mergedEntries({ records: 'team_year_merged', entries: 'team_year_entry' })},
  left_out as (
    select e.team_id, m.volunteer_id, m.activity_id, extract(year from m.served_on)::int as year,
      sum(m.service_minutes)::int as minutes, count(*)::int as entries
    from merged m join read.team_year_entry e on e.entry_id = m.entry_id
    where not m.counts and e.team_id is not null and m.activity_id is not null group by 1, 2, 3, 4)`;

/** SQL: participations that count, each with its person as `person_id`; behind `merging`. */
export const participations = `(select p.team_id, p.year, p.activity_id, coalesce(r.survivor_id, p.volunteer_id) as person_id,
    r.survivor_id is not null or p.volunteer_id in (select survivor_id from merged_record) as several,
    p.service_minutes - coalesce(x.minutes, 0) as service_minutes, p.entries - coalesce(x.entries, 0) as entries
  from read.team_year_participation p left join merged_record r on r.volunteer_id = p.volunteer_id
  left join left_out x on x.team_id = p.team_id and x.volunteer_id = p.volunteer_id and x.activity_id = p.activity_id and x.year = p.year
  where p.entries > coalesce(x.entries, 0))`;

/** SQL: how many persons stand behind the participations `p` of one activity; only those of several records need telling apart. */
export const personsOf = `(count(*) filter (where not p.several) + count(distinct p.person_id) filter (where p.several))`;
