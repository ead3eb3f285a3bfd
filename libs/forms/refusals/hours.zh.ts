import type { HoursRefusal } from '#libs/hours/hours.decider';

/** `{creditedMinutes}` is what the day holds already. */
export const hoursRefusals: Readonly<Record<HoursRefusal, string>> = {
  hours_belong_to_one_person_and_year: '该时长台账属于另一名志愿者或另一年度，请核对志愿者和服务日期。',
  service_must_have_happened: '服务日期晚于今天，请在服务结束后再计入时长。',
  service_must_end_after_it_starts: '服务的结束时间须晚于开始时间，请核对起止时间。',
  minutes_must_fit_the_span: '服务时长多于起止时间的间隔，请按实际付出的时间填写。',
  recorder_and_attester_must_differ: '记录人与确认人不能是同一人，请由另一名负责人确认。',
  entry_is_written_once: '该时长记录已入账且内容不同，请核对；原记录有误的，请先冲销，再用新的编号登记。',
  day_has_1440_minutes: '当日已计 {creditedMinutes} 分钟，再计入将超过 24 小时，请核对当日各条记录。',
  entry_must_be_credited: '只能冲销已计入的时长记录，请核对所选记录。',
  entry_is_reversed_once: '该时长记录已按另一原因冲销，不能重复冲销，请查看原冲销记录。',
  nobody_decides_on_their_own_hours: '本人的服务时长须由他人冲销，请交由队长或党支部书记办理。',
};
