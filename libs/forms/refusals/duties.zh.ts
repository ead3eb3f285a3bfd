import type { DutiesRefusal } from '#libs/review/duties.decider';

export const dutiesRefusals: Readonly<Record<DutiesRefusal, string>> = {
  duties_need_a_team: '没有这支志愿服务队，请核对。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  team_was_not_there_yet: '该队 {establishedOn} 才组建，请核对日期。',
  meeting_lies_in_its_quarter: '开会日期不在 {year} 年第 {quarter} 季度，请核对日期或季度。',
  meeting_is_recorded_once: '这次例会已登记，内容不再更改；另一次例会请另行登记。',
  check_lies_in_its_year: '自查日期不在 {year} 年度，请核对。',
  ten_have_is_not_in_the_ledger:
    '台账中没有该队本年度的活动计划，或当日没有队长、没有服务小组，请先登记，或不勾选年度计划、队长和小组。',
};
