import type { ActivityId, OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import type { AnnualPlanLine } from './annual-plan.entity.js';

export const planLineStates = ['planned', 'held', 'cancelled', 'dropped'] as const;
export type PlanLineState = (typeof planLineStates)[number];

export interface PlanLineActivity {
  readonly activityId: ActivityId;
  readonly title: string;
  readonly firstHeldOn: LocalDate | null;
  readonly cancelledOn: LocalDate | null;
}

export type PlanLineItem = AnnualPlanLine & {
  readonly state: PlanLineState;
  /** What was or will be done for this line. */
  readonly activities: readonly PlanLineActivity[];
};

const state = `case when l.dropped_on is not null then 'dropped'
    when exists (select from read.annual_plan_tie t join read.annual_plan_activity a on a.activity_id = t.activity_id
      where t.plan_line_id = l.plan_line_id and a.first_held_on is not null and a.cancelled_on is null) then 'held'
    when exists (select from read.annual_plan_tie t where t.plan_line_id = l.plan_line_id)
      and not exists (select from read.annual_plan_tie t join read.annual_plan_activity a on a.activity_id = t.activity_id
        where t.plan_line_id = l.plan_line_id and a.cancelled_on is null) then 'cancelled'
    else 'planned' end`;

const sorts = { month: 'month', title: 'title collate "C"', state: 'state' } as const;
export type PlanLineSort = keyof typeof sorts;

interface TeamYear {
  readonly teamId: TeamId;
  readonly year: number;
  readonly scope: readonly OrganizationId[] | undefined;
}

// The body that planned it, and the one whose team it is now.
const ofTeamYear = `l.team_id = $1 and l.year = $2::int and ($3::uuid[] is null or l.organization_id = any($3)
    or exists (select from read.annual_plan_team o where o.team_id = l.team_id and o.organization_id = any($3)))`;

/** The lines of a team's year by month, each with its activities; the figures of `planOfTeamYear` count these. */
export function planLines(
  source: Reader,
  {
    teamId,
    year,
    scope,
    state: wanted,
    ...asked
  }: TeamYear & { readonly state?: PlanLineState | undefined } & Paging & Sorting<PlanLineSort>,
): Promise<Page<PlanLineItem>> {
  const text = `select * from (select l.plan_line_id as "planLineId", l.team_id as "teamId", l.organization_id as "organizationId",
      l.year, l.month, l.theme, l.title, l.lead, l.served_people as "servedPeople", l.planned_on as "plannedOn",
      l.dropped_on as "droppedOn", l.drop_reason as "dropReason", ${state} as state,
      (select coalesce(json_agg(json_build_object('activityId', a.activity_id, 'title', a.title,
          'firstHeldOn', a.first_held_on, 'cancelledOn', a.cancelled_on) order by a.first_held_on, a.activity_id), '[]')
        from read.annual_plan_tie t join read.annual_plan_activity a on a.activity_id = t.activity_id
        where t.plan_line_id = l.plan_line_id) as activities
    from read.annual_plan_line l where ${ofTeamYear}) lines where $4::text is null or state = $4`;
  const order = orderOf(sorts, asked, { otherwise: 'month', key: '"planLineId"' });
  return pageOf(source, { text, values: [teamId, year, scope ?? null, wanted ?? null] }, order, asked);
}

export interface PlanOfTeamYear {
  readonly planned: number;
  readonly held: number;
  readonly cancelled: number;
  readonly dropped: number;
}

/** How many lines stand where. Twin: `planLines`. */
export async function planOfTeamYear(source: Reader, { teamId, year, scope }: TeamYear): Promise<PlanOfTeamYear> {
  const text = `select count(*) filter (where state = 'planned') as planned, count(*) filter (where state = 'held') as held,
      count(*) filter (where state = 'cancelled') as cancelled, count(*) filter (where state = 'dropped') as dropped
    from (select ${state} as state from read.annual_plan_line l where ${ofTeamYear}) lines`;
  const [figures] = await rowsOf<PlanOfTeamYear>(source, { text, values: [teamId, year, scope ?? null] });
  return figures ?? { planned: 0, held: 0, cancelled: 0, dropped: 0 };
}
