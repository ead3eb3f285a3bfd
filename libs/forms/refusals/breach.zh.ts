import type { BreachRefusal } from '#libs/breach/breach.decider';

export const breachRefusals: Readonly<Record<BreachRefusal, string>> = {
  breach_is_recorded_once: '这个编号已登记了另一件泄露，请换用新的编号。',
  breach_must_be_recorded: '没有这件泄露登记，请先登记，并核对编号。',
  breached_export_must_be_on_record: '没有带出过这个编号的表，请在“带出的表”里核对编号；不是从本台账带出的不填。',
  breach_says_how_many_people: '请填写涉及人数，或填写泄露的是哪一次带出的表。',
  breach_is_answered_after_it_was_found: '日期早于发现泄露的日期 {foundOn}，请核对。',
  notified_must_be_concerned: '所选的人里有 {count} 人不在泄露的表上，或不属于登记的党组织，请重新选取。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
};
