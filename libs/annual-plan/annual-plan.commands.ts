import type { Message } from '#libs/kernel/decider';
import type { PlanLineId, TeamId } from '#libs/kernel/ids';
import { IsCodeFrom, IsIdOf, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import { plannedThemes } from './annual-plan.events.js';

class PlanLine {
  @IsIdOf('志愿服务队')
  teamId!: TeamId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsIdOf('计划项目编号')
  planLineId!: PlanLineId;
}

export class PlanAnnualActivity extends PlanLine {
  @IsWholeNumber('计划月份', 1, 12)
  month!: number;

  @Maybe()
  @IsCodeFrom('活动主题', plannedThemes)
  theme?: (typeof plannedThemes)[number];

  @IsTextUpTo('活动名称', 100)
  title!: string;

  @Maybe()
  @IsTextUpTo('负责人', 100)
  lead?: string;

  @Maybe()
  @IsTextUpTo('服务对象', 200)
  servedPeople?: string;
}

export class DropAnnualActivity extends PlanLine {
  @IsTextUpTo('取消原因', 500)
  reason!: string;
}

export type AnnualPlanCommand =
  Message<'PlanAnnualActivity', PlanAnnualActivity> | Message<'DropAnnualActivity', DropAnnualActivity>;

export const annualPlanCommands = { PlanAnnualActivity, DropAnnualActivity } as const;
