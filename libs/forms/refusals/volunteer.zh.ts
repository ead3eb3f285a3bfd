import type { VolunteerRefusal } from '#libs/volunteer/volunteer.decider';

/** What is wrong and what to do; `{name}` is filled from the refusal's details. */
export const volunteerRefusals: Record<VolunteerRefusal, string> = {
  name_must_be_readable: '姓名为空、过长或含有看不见的字符，请重新输入姓名。',
  id_number_must_be_valid: '身份证号码不正确或出生日期晚于今天，请对照证件逐位核对。',
  birth_date_must_agree_with_id_number:
    '出生年月与身份证号码不一致，请对照证件核对；也可以不填出生年月，由身份证号码得出。',
  stated_age_needs_its_day: '填写年龄时必须写明年龄的计算日期，请补填。',
  particulars_must_not_lie_ahead: '出生年月、入党时间或年龄的计算日期晚于今天，请核对。',
  participant_kind_must_be_given: '请选择人员类别：正式党员、预备党员、入党积极分子或其他志愿者。',
  participant_kind_must_agree_with_political_status: '人员类别与政治面貌不一致，请改正其中一项。',
  application_awaits_review: '该申请已经提交，正在等待审核。需要改动的，请用“变更登记”，或请党组织退回后重新填写。',
  application_is_approved_already: '该申请已经审核通过，等待登记造册，不必重复申请。',
  volunteer_is_enrolled_already: '本人已经登记造册，不必重复申请。转到其他党组织的，请先办理退出。',
  application_must_follow_the_last_decision: '填表日期 {day} 早于上一次审核或退出的日期 {last}，请核对日期。',
  only_applicants_submit_for_themselves:
    '本人申请只能由申请人用自己的账号提交；代为录入的，请选择“代录”并留存签字的申请表。',
  recorder_must_have_the_signed_paper: '代录必须依据本人签字的纸质申请表或表格，请把申请来源改为“纸质表”或“表格导入”。',
  registration_needs_consent: '登记个人信息须经本人同意，请先取得“登记”同意。',
  health_needs_its_own_consent: '健康状况属于敏感个人信息，须经本人单独同意；没有单独同意的，请不要填写健康状况。',
  birth_date_or_age_must_be_given: '出生年月、身份证号码、年龄（连同计算日期）至少填写一项。',
  application_must_have_been_submitted: '没有找到此人的申请，请先提交申请登记表。',
  nobody_decides_on_their_own_application: '不能审核自己的申请，请由党组织的其他同志审核。',
  application_must_await_review: '该申请不在待审核状态，可能已经审核、退回或退出，请刷新后查看。',
  decision_must_not_precede_application: '审核日期 {day} 早于填表日期 {submittedOn}，请核对日期。',
  application_must_be_approved: '申请尚未审核通过，请先由党组织审核备案，再登记造册。',
  volunteer_is_enrolled_once: '此人已经登记造册，登记日期与本次不同，请核对。',
  enrolment_must_not_precede_approval: '登记造册日期 {day} 早于审核通过日期 {approvedOn}，请核对日期。',
  volunteer_number_must_be_reserved: '暂时没有取得志愿者编号，请稍后重试。',
  change_must_name_a_particular: '没有填写任何变更内容，请至少填写一项。',
  volunteer_must_be_enrolled: '此人尚未登记造册或已经退出，请先登记造册。',
  primary_team_must_be_ones_own: '此人不是该服务队的队员，请先加入该队，再选为主队。',
  primary_team_must_follow_the_last_choice: '选定日期 {day} 早于上一次选定主队的日期 {last}，请核对日期。',
  withdrawal_needs_an_application_or_enrolment: '申请未获通过，没有可以退出的登记。',
  withdrawal_happens_once: '此人已经退出，退出日期与本次不同，请核对。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  end_must_not_precede_beginning: '结束日期 {end} 早于开始日期 {beginning}，请核对日期。',
};
