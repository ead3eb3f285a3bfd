import { teamNameOnDay } from '#libs/projection-engine/owned-team';
import { participations, personsOf } from './member.js';

/**
 * Which teams a page holds and in what order, found without working out the figures of any other team. Where the order hangs on
 * a figure, that figure is one pass over the year; activities in which somebody with two records took part are told apart and
 * counted by person. $1 year, $2 members, $3 target, $4 scope, $5 text, $6 letters,
 * $7 ids.
 */
const several = `several as materialized (select volunteer_id from merged_record union select survivor_id from merged_record),
  touched as materialized (
    select distinct e.team_id, e.activity_id from several s join read.team_year_entry e on e.volunteer_id = s.volunteer_id
    where e.team_id is not null and e.activity_id is not null and e.served_on >= make_date($1::int, 1, 1) and e.served_on < make_date($1::int + 1, 1, 1))`;

const ofTouched = `touched t join ${participations} p on p.team_id = t.team_id and p.activity_id = t.activity_id and p.year = $1::int`;

const figures = {
  activities: `${several},
  figure as materialized (
    select team_id, count(*) filter (where members >= $2::int) as value from (
      select * from (
        select p.team_id, p.activity_id, count(*) as members from read.team_year_participation p where p.year = $1::int group by 1, 2) p
      where not exists (select from touched t where t.team_id = p.team_id and t.activity_id = p.activity_id)
      union all select p.team_id, p.activity_id, ${personsOf} from ${ofTouched} group by 1, 2) held group by 1)`,
  members: `${several},
  figure as materialized (
    select team_id, count(*) as value from (
      select * from (select distinct p.team_id, p.volunteer_id from read.team_year_participation p where p.year = $1::int) p
      where p.volunteer_id not in (select volunteer_id from several)
      union all select distinct p.team_id, p.person_id from ${ofTouched} where p.several) person group by 1)`,
  serviceMinutes: `figure as materialized (
    select team_id, sum(minutes) as value from (
      select p.team_id, sum(p.service_minutes) as minutes from read.team_year_participation p where p.year = $1::int group by 1
      union all select x.team_id, -sum(x.minutes) from left_out x where x.year = $1::int group by 1) part group by 1)`,
} as const;
export type TeamFigure = keyof typeof figures;

interface Narrowed {
  /** SQL: whose team `t` is. */
  readonly owner: string;
  readonly lastDay: string;
  /** SQL: what narrows the teams `t`, beside the scope of the owner `o.id`. */
  readonly where: string;
}

const base = ({ owner, lastDay }: Narrowed, figure: string): string =>
  `select t.team_id as "teamId", o.id as "organizationId", t.ordinal, ${teamNameOnDay(lastDay)} as name${figure}
  from read.team_year_team t cross join lateral (select ${owner} as id) o`;

/** Keys for an order that hangs on no figure. */
export const teamKeys = (narrowed: Narrowed): string => `${base(narrowed, '')} where ${narrowed.where}`;

/** The table of one figure, to be put behind `merging`, and keys that have it. */
export const keysByFigure = (
  figure: TeamFigure,
  narrowed: Narrowed,
  onlyIf = 'true',
): { tables: string; text: string } => ({
  tables: figures[figure],
  text: `${base(narrowed, `, coalesce(figure.value, 0)::int as "${figure}"`)} left join figure on figure.team_id = t.team_id
    where ${narrowed.where} and ${onlyIf}`,
});
