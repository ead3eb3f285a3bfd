import type { UnitReviewRefusal } from '#libs/review/unit-review.decider';

export const unitReviewRefusals: Readonly<Record<UnitReviewRefusal, string>> = {
  unit_review_needs_figures: '该党组织的数据尚未汇总，请稍后再试；仍不成功的，请联系系统管理员。',
  roster_review_needs_two_days: '本次核对日期须晚于上次核对日期，请核对。',
  roster_review_has_its_window: '本次动态调整应在 {from} 至 {until} 进行，请核对日期。',
  roster_review_must_be_prepared: '本次动态调整尚未汇总变动，请先汇总再确认。',
  analysis_period_must_have_ended: '分析期到 {lastOn} 才结束，请届时再汇总。',
  analysis_must_be_prepared: '参与情况尚未汇总，请先汇总再签署。',
  organization_review_must_be_prepared: '该党组织的年度评议尚未汇总数字，请先汇总再确认结论。',
  targets_are_met_only_when_all_reach_them: '还有 {people} 人、{teams} 支服务队没有达到要求，不能确认为达标。',
  targets_are_not_met_only_when_some_miss_them: '全部人员和服务队都已达到要求，不能确认为未达标。',
  not_applicable_only_without_targets: '本年度有时长或活动次数要求，不能确认为无要求。',
  without_targets_only_not_applicable: '本年度没有时长和活动次数要求，只能确认为无要求。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  finished_unit_review_is_final: '已经确认或签署，数字不再更改；确有错误的，请向上级党组织说明。',
};
