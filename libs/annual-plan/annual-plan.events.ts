import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, optional, personal, text } from '#libs/kernel/fields';
import type { OrganizationId, PlanLineId, TeamId } from '#libs/kernel/ids';

/** Z-66. */
export const plannedThemes = ['CARE_PEOPLE', 'CARE_SOCIETY', 'CARE_NATURE'] as const;

const line = {
  teamId: id<TeamId>(),
  organizationId: id<OrganizationId>(),
  year: integer(2000, 2200),
  planLineId: id<PlanLineId>(),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const annualPlanEvents = {
  /** Z-63, Z-73 ④: 年度志愿服务活动计划, one line of it. */
  AnnualActivityPlanned: event(1, {
    ...line,
    plannedOn: localDate(),
    month: integer(1, 12),
    theme: optional(code(plannedThemes)),
    title: personal('free', text(100)),
    lead: optional(personal('free', text(100))),
    servedPeople: optional(personal('free', text(200))),
  }),
  AnnualActivityDropped: event(1, { ...line, droppedOn: localDate(), reason: personal('free', text(500)) }),
};

export type AnnualPlanEvent = EventOf<typeof annualPlanEvents>;
export type ClearAnnualPlanEvent = ClearEventOf<typeof annualPlanEvents>;

/** The plan of one team for one calendar year. */
export const annualPlanStream = (teamId: TeamId, year: number): string => `plan-${teamId}-${year}`;
