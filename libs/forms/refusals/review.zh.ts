import type { ReviewRefusal } from '#libs/review/review.decider';

/** `{reached}` and `{target}`: minutes of a volunteer, activities of a team. */
export const reviewRefusals: Readonly<Record<ReviewRefusal, string>> = {
  review_year_must_have_begun: '该年度尚未开始，请核对年度。',
  review_needs_figures: '该对象的年度数据尚未汇总，请稍后再试；仍不成功的，请联系系统管理员。',
  review_must_be_prepared: '该年度评议尚未汇总数据，请先汇总再确认结论。',
  confirmed_review_is_final: '该年度评议已确认，结论和数据不再更改；确有错误的，请向上级党组织说明。',
  nobody_confirms_their_own_review: '本人的年度评议须由他人确认，请交由党支部书记办理。',
  exemption_needs_a_note: '结论为“免除要求”的，请在说明中写明理由。',
  target_is_met_only_when_reached:
    '年度实绩 {reached} 未达到目标 {target}（个人按分钟、队伍按次数），结论不能为“达标”，请改选。',
  target_is_not_met_only_below_it:
    '年度实绩 {reached} 已达到目标 {target}（个人按分钟、队伍按次数），结论不能为“未达标”，请改选。',
  not_applicable_only_without_a_target:
    '所用规则包定有目标 {target}（个人按分钟、队伍按次数），结论不能为“不适用”，请改选。',
  without_a_target_only_not_applicable: '所用规则包没有定目标，结论只能为“不适用”，请改选。',
};
