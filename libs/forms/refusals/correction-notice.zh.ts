import type { CorrectionNoticeRefusal } from '#libs/correction-notice/correction-notice.decider';

export const correctionNoticeRefusals: Readonly<Record<CorrectionNoticeRefusal, string>> = {
  finding_must_be_on_record: '该年度里没有这项年结后调整或虚报认定，请核对志愿者、年度和编号。',
  paper_must_be_on_record: '台账里没有这份文书，或它与此人无关，请在“受影响的文书”清单里选。',
  recipient_is_told_after_the_finding: '告知日期早于查明更正的日期 {foundOn}，请核对。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
};
