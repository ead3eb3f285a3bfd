import type { ActivityEvent } from '#libs/activity/activity.events';
import type { AnnualPlanEvent } from '#libs/annual-plan/annual-plan.events';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import type { TeamEvent } from '#libs/team/team.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import { AnnualPlanActivity, AnnualPlanLine, AnnualPlanTeam, AnnualPlanTie } from './annual-plan.entity.js';

type LineKey = Pick<AnnualPlanLine, 'planLineId'>;
const ofLine = ({ planLineId }: LineKey): LineKey => ({ planLineId });

const lines = table<AnnualPlanLine, AnnualPlanEvent>()({
  entity: AnnualPlanLine,
  keyOf: { AnnualActivityPlanned: ofLine, AnnualActivityDropped: ofLine },
  // The other columns come with the plan, the first event of every line.
  empty: (key): AnnualPlanLine => ({ ...key, droppedOn: null, dropReason: null }) as AnnualPlanLine,
  on: {
    AnnualActivityPlanned: (row, data): AnnualPlanLine => ({
      ...row,
      teamId: data.teamId,
      organizationId: data.organizationId,
      year: data.year,
      month: data.month,
      theme: data.theme ?? null,
      title: data.title,
      lead: data.lead ?? null,
      servedPeople: data.servedPeople ?? null,
      plannedOn: data.plannedOn,
    }),
    AnnualActivityDropped: (row, { droppedOn, reason }): AnnualPlanLine => ({ ...row, droppedOn, dropReason: reason }),
  },
});

type TieKey = Pick<AnnualPlanTie, 'activityId' | 'planLineId'>;

const ties = table<AnnualPlanTie, ActivityEvent>()({
  entity: AnnualPlanTie,
  keyOf: { PlanLineTied: ({ activityId, planLineId }): TieKey => ({ activityId, planLineId }) },
  empty: (key): AnnualPlanTie => key as AnnualPlanTie,
  on: { PlanLineTied: (row, { tiedOn }): AnnualPlanTie => ({ ...row, tiedOn }) },
});

type ActivityKey = Pick<AnnualPlanActivity, 'activityId'>;
const ofActivity = ({ activityId }: ActivityKey): ActivityKey => ({ activityId });

const activities = table<AnnualPlanActivity, ActivityEvent>()({
  entity: AnnualPlanActivity,
  keyOf: { ActivityPlanned: ofActivity, SessionHeld: ofActivity, ActivityCancelled: ofActivity },
  empty: (key): AnnualPlanActivity => ({ ...key, title: '', firstHeldOn: null, cancelledOn: null }),
  on: {
    ActivityPlanned: (row, { title }): AnnualPlanActivity => ({ ...row, title }),
    SessionHeld: (row, { heldOn }): AnnualPlanActivity => ({
      ...row,
      firstHeldOn: row.firstHeldOn !== null && row.firstHeldOn < heldOn ? row.firstHeldOn : heldOn,
    }),
    ActivityCancelled: (row, { cancelledOn }): AnnualPlanActivity => ({ ...row, cancelledOn }),
  },
});

const teams = table<AnnualPlanTeam, TeamEvent>()({
  entity: AnnualPlanTeam,
  keyOf: teamLifeKeys,
  empty: unfoundedTeam,
  on: teamLife<AnnualPlanTeam>(),
});

/** Answers: what did a team mean to do in a year, and which of it was held (Z-63)? */
export const annualPlan: Projection = {
  name: 'annual-plan',
  version: 2,
  opens: ['free'],
  tables: [lines, ties, activities, teams],
};
