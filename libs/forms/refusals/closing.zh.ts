import type { ClosingRefusal } from '#libs/closing/closing.decider';

export const closingRefusals: Readonly<Record<ClosingRefusal, string>> = {
  year_closes_after_the_recording_days:
    '本年度的服务在 {recordingDueOn} 以前仍可依法补记，请在该日之后办理年结（今天 {today}）。',
  year_must_be_closed_provisionally: '请先办理预结，核对试算后再正式年结。',
  trial_balance_must_close: '试算尚有 {breaks} 处不平，请逐处处理后再正式年结。',
  closed_year_stays_closed: '本年度已正式年结，不再预结；其后发现的问题请作年结后调整。',
  books_need_a_balance: '试算尚未算出，请稍后再试。',
};
