import type { StarRefusal } from '#libs/star/star.decider';
import type { StarSchemeRefusal } from '#libs/star/star-scheme.decider';

export const starRefusals: Readonly<Record<StarRefusal | StarSchemeRefusal, string>> = {
  star_scheme_must_be_known: '系统中没有这一版星级标准，请核对编号和版本。',
  star_scheme_must_have_begun: '该星级标准自 {effectiveFrom} 起施行，生效日期不能早于此日。',
  star_is_for_the_enrolled: '星级只对登记造册的志愿者认定，请先办理登记。',
  star_needs_minutes: '暂时无法汇总该志愿者的时长或找不到适用的星级标准，请稍后再试。',
  minutes_must_suffice_for_the_star: '截至所填日期的时长还差 {missingMinutes} 分钟，不够申报这一星级。',
  minutes_must_still_suffice: '申报之后有时长被冲销，现在还差 {missingMinutes} 分钟，不能认定，请不予认定并说明理由。',
  star_must_rise: '该志愿者已是 {stars} 星，只能申报更高的星级。',
  one_star_application_at_a_time: '该志愿者已有一份星级申报尚未决定，请先等待决定。',
  star_must_be_applied_for: '该志愿者没有这一星级的申报，请先申报再认定。',
  star_must_be_held: '该志愿者没有这一星级，无从撤销。',
  applicant_and_decider_must_differ: '申报人和认定人不能是同一个账号，请由另一人认定。',
  nobody_decides_on_their_own_star: '本人的星级须由他人决定。',
  province_decides_by_a_document: '这一星级由省级认定，请填写省级认定文件的名称和文号。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
};
