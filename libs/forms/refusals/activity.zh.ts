import type { ActivityRefusal } from '#libs/activity/activity.decider';

/** `{line}` is the line of the sign-in sheet, 1 first. */
export const activityRefusals: Readonly<Record<ActivityRefusal, string>> = {
  activity_is_planned_once: '该活动编号已登记过另一项活动，请核对活动内容；新的活动请使用新的编号。',
  activity_must_be_planned: '该活动尚未登记，请先登记活动的名称、地点、服务内容和负责人。',
  activity_must_not_be_cancelled: '该活动已取消，不能再登记场次或时长；确已举办的，请另行登记活动。',
  activity_with_attested_attendance_stays: '该活动已有经确认的服务时长，不能取消；记录有误的，请到时长台账逐条冲销。',
  service_must_have_happened: '服务日期晚于今天，请在服务结束后再登记。',
  session_must_end_after_it_starts: '场次的结束时间须晚于开始时间，请核对；跨零点的场次请填结束日期。',
  session_lasts_until_the_next_day_at_most: '场次最迟在次日结束，更长的活动请按日分成几个场次。',
  session_is_held_once: '该场次已登记，日期或时间与本次填写的不同，请核对；另一场请使用新的场次编号。',
  session_must_be_held: '没有找到该场次，请先登记场次的日期和起止时间。',
  attendance_must_end_after_it_starts: '签到名单第 {line} 行：签退时间须晚于签到时间，请核对。',
  attendance_must_lie_on_a_day_of_its_session: '签到名单第 {line} 行：签到日期不是本场次的日期，请核对。',
  attendance_must_end_with_the_days_of_its_session:
    '签到名单第 {line} 行：服务时间超过本场次的最后一日 24:00，请核对；跨零点的场次请在登记场次时填结束日期。',
  minutes_must_fit_the_span: '签到名单第 {line} 行：服务时长多于签到至签退的时间，请按实际付出的时间填写。',
  team_must_take_part_in_the_activity: '签到名单第 {line} 行：所填志愿服务队不是本活动的参加队伍，请改选队伍或留空。',
  attendance_is_recorded_once: '签到名单第 {line} 行：该志愿者在本场次已有内容不同的记录，请先撤回原记录再重新登记。',
  entry_id_belongs_to_one_attendance: '签到名单第 {line} 行：时长记录编号已用于另一条记录，请换用新的编号。',
  attendance_must_be_recorded: '没有找到可办理的签到记录，请先登记签到名单，并核对所选志愿者。',
  attested_attendance_is_corrected_in_the_ledger: '该记录已经确认并计入时长，不能撤回；有误的请到时长台账冲销。',
  recorder_and_attester_must_differ: '记录人不能确认自己登记的记录，请由另一名负责人确认。',
  nobody_attests_their_own_hours: '本人的服务时长须由他人确认，请交由队长或党支部书记办理。',
};
