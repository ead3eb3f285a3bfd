import type { AnnualPlanRefusal } from '#libs/annual-plan/annual-plan.decider';

export const annualPlanRefusals: Readonly<Record<AnnualPlanRefusal, string>> = {
  annual_plan_needs_an_established_team: '该服务队尚未组建，请先登记组建文件，再制定年度活动计划。',
  plan_line_is_planned_once: '该计划项目编号已用于另一项计划，请使用新的编号。',
  plan_line_must_be_planned: '年度活动计划中没有这一项，请核对队伍、年度和计划项目。',
  dropped_plan_line_stays_dropped: '该计划项目已取消，重新安排的请使用新的编号。',
};
