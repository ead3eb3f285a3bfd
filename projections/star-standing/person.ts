import { countedOf, gaveWay, mergedEntries } from '#libs/projection-engine/merged-records';

/** SQL tables ahead of a select that adds up hours by person: two records of one person are one (F-08). */
export const merging = `${mergedEntries({ records: 'star_standing_merged', entries: 'star_standing_entry' })},
  person_award as (
    select r.survivor_id as person_id, a || jsonb_build_object('volunteerId', g.volunteer_id) as award
    from merged_record r join read.star_standing g on g.volunteer_id = r.volunteer_id cross join lateral jsonb_array_elements(g.awards) a
    union all
    select s.volunteer_id, a || jsonb_build_object('volunteerId', s.volunteer_id)
    from read.star_standing s cross join lateral jsonb_array_elements(s.awards) a),
  person_awards as (
    select person_id, jsonb_agg(award order by award->'stars') as awards, max((award->>'stars')::int) as stars
    from (select distinct on (person_id, award->'stars') person_id, award from person_award
      order by person_id, award->'stars', award->>'awardedOn', award->>'volunteerId') once group by 1),
  person_application as (
    select distinct on (r.survivor_id) r.survivor_id as person_id, g.volunteer_id, g.applied_stars, g.applied_on, g.approver_level
    from merged_record r join read.star_standing g on g.volunteer_id = r.volunteer_id where g.applied_stars is not null
    order by r.survivor_id, g.applied_on, g.volunteer_id)`;

/** SQL: entries that count, each with its `person_id`; behind `merging`. */
export const countedEntries = countedOf('star_standing_entry');

/**
 * SQL: rows `s` with the minutes of the person, and with the stars awarded to any of their records: each once, as it was awarded
 * first, named with the record, and with what is applied for and not decided, of their own or else of a record that gave way (F-08);
 * behind `merging`.
 */
export const standing = `(select s.*, s.service_minutes
    + (select coalesce(sum(m.service_minutes), 0)::int from merged m where m.person_id = s.volunteer_id and m.counts) as minutes,
    coalesce(p.awards, '[]') as person_awards, coalesce(p.stars, 0) as person_stars,
    coalesce(s.applied_stars, a.applied_stars) as person_applied_stars,
    case when s.applied_stars is null then a.applied_on else s.applied_on end as person_applied_on,
    case when s.applied_stars is null then a.approver_level else s.approver_level end as person_approver_level,
    case when s.applied_stars is null then a.volunteer_id else s.volunteer_id end as applied_record
  from read.star_standing s left join person_awards p on p.person_id = s.volunteer_id
  left join person_application a on a.person_id = s.volunteer_id)`;

/** SQL: the persons who are enrolled, each once; behind `merging`. */
export const enrolled = `s.volunteer_number is not null and s.withdrawn_on is null and not ${gaveWay('s.volunteer_id')}`;
