import type { ClosingRefusal } from '#libs/closing/closing.decider';

export const closingRefusals: Readonly<Record<ClosingRefusal, string>> = {
  year_closes_after_the_recording_days:
    '本年度的服务在 {recordingDueOn} 以前仍可依法补记，请在该日之后办理年结（今天 {today}）。',
  year_must_be_closed_provisionally: '请先办理预结，核对试算后再正式年结。',
  trial_balance_must_close: '试算尚有 {breaks} 处不平，请逐处处理后再正式年结。',
  tables_must_be_attested:
    '预结之后，视图各表还没有与台账核对并存证，不能正式年结。请管理员在服务器上执行 zhice verify tables --attest，一致后再办理；或用 zhice close-year 一次办完。',
  books_changed_since_the_provisional_close:
    '预结之后，本年度的时长又有变动。请重新预结、核对试算，并再次核对存证（zhice verify tables --attest）后正式年结。',
  closed_year_stays_closed: '本年度已正式年结，不再预结；其后发现的问题请作年结后调整。',
  books_need_a_balance: '试算尚未算出，请稍后再试。',
};
