import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId, PlanLineId } from '#libs/kernel/ids';
import type { AnnualPlanCommand } from './annual-plan.commands.js';
import type { AnnualPlanEvent, ClearAnnualPlanEvent } from './annual-plan.events.js';

export type AnnualPlanRefusal =
  | 'annual_plan_needs_an_established_team'
  | 'plan_line_is_planned_once'
  | 'plan_line_must_be_planned'
  | 'dropped_plan_line_stays_dropped';

type Line = Extract<ClearAnnualPlanEvent, { type: 'AnnualActivityPlanned' }>['data'] & { readonly isDropped: boolean };

export interface AnnualPlan {
  readonly lines: ReadonlyMap<PlanLineId, Line>;
}

export interface AnnualPlanFacts {
  /** The owner of the team; undefined where no team was established. */
  readonly organizationId?: OrganizationId;
}

type Decision = readonly AnnualPlanEvent[] | Refusal<AnnualPlanRefusal>;
type Asked<T extends AnnualPlanCommand['type']> = DataOfCommand<AnnualPlanCommand, T>;

/** What a team means to do in a year. Lines are added and dropped all year round; what was held says so itself. */
export const annualPlanDecider: Decider<
  AnnualPlan,
  AnnualPlanCommand,
  AnnualPlanEvent,
  ClearAnnualPlanEvent,
  AnnualPlanRefusal,
  AnnualPlanFacts
> = {
  initial: { lines: new Map() },
  evolve: (plan, event) => {
    const { planLineId } = event.data;
    if (event.type === 'AnnualActivityPlanned')
      return { lines: new Map(plan.lines).set(planLineId, { ...event.data, isDropped: false }) };
    const known = plan.lines.get(planLineId);
    return known ? { lines: new Map(plan.lines).set(planLineId, { ...known, isDropped: true }) } : plan;
  },
  decide: ({ type, data }, plan, act, facts) => {
    switch (type) {
      case 'PlanAnnualActivity':
        return planAnnualActivity(data, plan, act, facts);
      case 'DropAnnualActivity':
        return dropAnnualActivity(data, plan, act);
    }
  },
};

function planAnnualActivity(
  asked: Asked<'PlanAnnualActivity'>,
  { lines }: AnnualPlan,
  act: Act,
  { organizationId }: AnnualPlanFacts,
): Decision {
  if (!organizationId) return refuse('annual_plan_needs_an_established_team');
  const known = lines.get(asked.planLineId);
  if (!known) return [{ type: 'AnnualActivityPlanned', data: { ...asked, organizationId, plannedOn: act.today } }];
  if (known.isDropped) return refuse('dropped_plan_line_stays_dropped');
  return known.month === asked.month && known.theme === asked.theme ? [] : refuse('plan_line_is_planned_once');
}

function dropAnnualActivity(asked: Asked<'DropAnnualActivity'>, { lines }: AnnualPlan, act: Act): Decision {
  const known = lines.get(asked.planLineId);
  if (!known) return refuse('plan_line_must_be_planned');
  if (known.isDropped) return [];
  const { organizationId } = known;
  return [{ type: 'AnnualActivityDropped', data: { ...asked, organizationId, droppedOn: act.today } }];
}

export const standsInPlan = ({ lines }: AnnualPlan, planLineId: PlanLineId): boolean =>
  lines.get(planLineId)?.isDropped === false;
