import type { ActivityRefusal } from '#libs/activity/activity.decider';

/** `{line}` is the line of the sign-in sheet, 1 first. */
export const activityRefusals: Readonly<Record<ActivityRefusal, string>> = {
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
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
  only_volunteer_service_is_recorded:
    '会议、学习、培训、参观不属于志愿服务，不得记录服务时长（民政部令第67号第十九条）；其中确有服务的，请只登记服务场次。',
  own_duty_in_working_time_is_not_volunteering:
    '工作时间内从事本职工作不属于志愿服务，不得记录服务时长（民政部令第67号第十九条）。',
  paid_service_is_not_volunteering:
    '领取报酬的服务不属于志愿服务，不得记录服务时长（《志愿服务条例》第二条，民政部令第67号第十九条）。',
  carrier_kind_must_belong_to_its_carrier: '所填服务类别不属于所选载体，请先选载体，再从该载体的类别中选取。',
  activity_is_insured_before_it_is_held:
    '该活动可能有人身危险，须先为志愿者投保人身意外伤害保险并登记保单号，再开展活动（《志愿服务条例》第十七条）。',
  plan_line_must_stand_in_the_annual_plan: '年度活动计划中没有这一项，或该项已取消，请核对队伍、年度和计划项目。',
  plan_line_belongs_to_a_team_of_the_activity: '该计划项目的队伍不是本活动的参加队伍，请核对。',
  session_is_scheduled_before_it_begins: '场次已经开始或已过，请在结束后直接登记实际的场次时间。',
  session_is_scheduled_once: '该场次已预告，日期、时间或人数上限与本次填写的不同，请核对；另一场请使用新的场次编号。',
  change_names_place_or_leader: '请填写新的地点或新的负责人。',
  held_activity_keeps_place_and_leader:
    '该活动已有场次举办或有人签到，地点和负责人不能再改；另行举办的请登记新的活动。',
  session_with_check_ins_is_not_rescheduled:
    '已有人在该场次签到，不能改期；场次已进行的请登记实际起止时间，另一天再办的请另行预告场次。',
  session_is_rescheduled_to_a_time_ahead: '新的时间须晚于现在，请填将来的日期和时间；已经进行的请直接登记实际的场次时间。',
  session_must_be_scheduled: '没有找到预告的场次，请先预告场次的日期和起止时间。',
  person_signed_up_under_another_record:
    '本人已用另一份记录（合并前的登记）报名这一场次，不再占第二个名额；要改用这份记录，请先取消那一份的报名。',
  session_must_not_have_begun: '场次已经开始，不能再报名或取消报名；到场的请现场签到，来不了的请告知负责人。',
  session_is_held_already: '该场次已登记为结束，不能再签到签退；漏记的请由记录人登记签到名单。',
  session_is_held_on_the_day_announced: '实际日期与预告的日期不同：改了日期的请先改期；不是同一场的请使用新的场次编号登记。',
  check_in_belongs_to_the_day_of_its_session: '只能在场次当天签到签退；漏记的请由记录人登记签到名单。',
  session_must_not_be_over: '场次已过结束时间，不能再签到；确已到场的请由记录人登记签到名单。',
  check_in_code_must_be_fresh: '签到码已过期或不属于本场次，请重新扫描现场的签到码。',
  check_in_code_is_for_oneself: '签到码只能由本人使用；代他人登记的，请由负责人勾选。',
  own_check_in_needs_the_code: '本人签到签退须扫描现场的签到码，或请负责人勾选。',
  check_in_takes_a_team_of_the_activity: '所填志愿服务队不是本活动的参加队伍，请改选队伍或留空。',
  check_in_takes_a_new_entry_id: '时长记录编号已用于另一条记录，请换用新的编号。',
  check_out_follows_a_check_in: '没有签到记录，不能签退；请先签到，或由记录人登记签到名单。',
  evidence_file_must_be_stored: '没有找到该文件，请先上传文件，再登记佐证。',
  evidence_is_added_once: '该佐证编号已用于另一份材料，请使用新的编号。',
  evidence_names_a_session_of_the_activity: '所填场次不是本活动的场次，请核对。',
  photo_of_a_minor_needs_guardian_consent: '照片中有未成年人，须先取得监护人同意；未取得的，请换用不含未成年人的照片。',
  sign_in_sheet_must_be_kept_as_evidence: '没有找到该签到表，请先上传签到表并登记为本活动的佐证。',
  batch_rests_on_its_sign_in_sheet:
    '一次登记多人须有签到表：请先上传签到表的扫描件或照片并登记为本活动的佐证，再填写签到表佐证编号；没有签到表的，请逐人登记。',
  emergency_reason_needs_an_emergency_activity: '逾期原因填“应急”的，活动须登记为应急活动，请核对。',
  emergency_must_be_confirmed_by_its_command_body: '应急活动逾期补录的，须先登记指挥机构的确认材料，再确认签到。',
};
