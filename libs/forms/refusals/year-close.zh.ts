import type { YearCloseRefusal } from '#libs/hours/year-close.decider';

export const yearCloseRefusals: Readonly<Record<YearCloseRefusal, string>> = {
  year_is_closed: '该年度已年结，时长记录不再更改；确有错误的，请在当前年度作年结后调整。',
  year_must_be_over: '该年度尚未结束，不能年结。',
  year_closes_with_settled_entries: '本人尚有 {count} 条冲突、待批的时长或未答复的异议，请先处理。',
  prior_year_must_be_closed: '该年度尚未年结，请直接更正或冲销，不必作年结后调整。',
  entry_must_be_in_the_closed_year: '已年结的年度里没有这条时长记录，请核对编号和年度。',
  adjustment_is_written_once: '这个调整编号已用于别的调整，请换一个编号。',
  adjustment_must_change_something: '调整后的时长与现在相同，无须调整。',
  adjustment_fits_the_service_found: '应为时长多于所记的服务时长，请按实际付出的时间填写；不予计入的填 0。',
  prior_year_service_must_not_overlap: '该时段在已年结的年度里已有计入的时长，同一时间不能计两次；不予计入的填 0。',
  service_is_found_once: '该记录已作为年结后发现的服务登记，内容与本次不同，请核对。',
  approver_must_be_a_third_person: '年结后调整人不能是该记录的记录人或确认人，请由第三人办理。',
  nobody_decides_on_their_own_hours: '不能处理本人的时长，请由他人办理。',
};
