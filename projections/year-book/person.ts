import { placeOf } from '#libs/projection-engine/as-of';
import { mergedEntries } from '#libs/projection-engine/merged-records';

const tables = { records: 'year_book_merged', entries: 'year_book_entry' };

/** SQL tables of `with recursive`: what counts now over all records of a person (F-08). */
export const mergedNow = mergedEntries({ ...tables, live: `e.state = 'credited'` });

const creditedBy = (
  at: string,
): string => `e.credited_position is not null and ${placeOf('e.credited_position')} <= ${placeOf(`${at}::text`)}
  and (e.reversed_position is null or ${placeOf('e.reversed_position')} > ${placeOf(`${at}::text`)})`;

/** The same at a position, as `closed`. */
export const mergedAt = (at: string): string => mergedEntries({ ...tables, at, live: creditedBy(at), named: 'closed' });

/** SQL: the minutes of entry `e` that counted at a position. */
export const minutesAt = (at: string): string => `case when ${creditedBy(at)} then e.service_minutes else 0 end`;

/** SQL: the running sums `s` by person, without what lies on time that another record of the same person has already; behind `mergedNow`. */
export const personSums = `(select s.side, s.subject_id, s.volunteer_id, s.year, coalesce(r.survivor_id, s.volunteer_id) as person_id,
    s.service_minutes - coalesce(x.minutes, 0) as service_minutes, s.entries - coalesce(x.entries, 0) as entries
  from read.year_book_sum s left join merged_record r on r.volunteer_id = s.volunteer_id
  left join (select v.side, v.subject_id, e.volunteer_id, e.year, sum(e.service_minutes)::int as minutes, count(*)::int as entries
    from merged m join read.year_book_entry e on e.entry_id = m.entry_id
    cross join lateral (values ('person', e.volunteer_id), ('activity', coalesce(e.activity_id, e.volunteer_id)), ('team', coalesce(e.team_id, e.volunteer_id))) v(side, subject_id)
    where not m.counts group by 1, 2, 3, 4) x
  on x.side = s.side and x.subject_id = s.subject_id and x.volunteer_id = s.volunteer_id and x.year = s.year)`;

/** SQL: records `p` with the home of the person they are of; behind `mergedNow`. */
export const persons = `(select p.volunteer_id, coalesce(r.survivor_id, p.volunteer_id) as person_id,
    coalesce(h.name, p.name) as name, coalesce(h.organization_id, p.organization_id) as organization_id, p.enrolled_on, p.ended_enrolments
  from read.year_book_person p left join merged_record r on r.volunteer_id = p.volunteer_id
  left join read.year_book_person h on h.volunteer_id = r.survivor_id)`;
