import type { QuotaRefusal } from '#libs/review/quota.decider';

export const quotaRefusals: Readonly<Record<QuotaRefusal, string>> = {
  quota_concerns_the_enrolled_only: '此人现在没有登记造册（未登记、已退出或已去世），不再有时长要求，无须办理。',
  nobody_exempts_themselves: '免除或恢复本人的时长要求须由他人决定，请交由党支部书记办理。',
  nobody_reminds_themselves: '不能给本人记提醒教育，请由谈话人记录。',
  exemption_is_written_once: '此项免除已经记入，起止日期与这次填写的不同。要改动的，请先办理恢复，再记一项新的免除。',
  exemptions_must_not_overlap: '这段时间内已有一项免除，请核对起止日期。',
  exemption_must_be_there: '没有这项免除，请核对。',
  exemption_is_ended_once: '此项免除已经恢复，恢复日期与这次填写的不同，请核对。',
  exempted_are_not_reminded: '谈话当日此人已被免除时长要求，不列为提醒教育对象。',
  talk_is_written_once: '这次谈话已经记入，日期与这次填写的不同，请核对。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  end_must_not_precede_beginning: '结束日期 {end} 早于开始日期 {beginning}，请核对日期。',
};
