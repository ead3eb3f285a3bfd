import type { OrganizationRefusal } from '#libs/organization/organization.decider';

/** What is wrong and what to do; `{name}` is filled from the refusal's details. */
export const organizationRefusals: Record<OrganizationRefusal, string> = {
  party_organization_is_registered_once:
    '该党组织已经登记，内容与本次不同。如为更名，请用“更名”；如为另一个党组织，请重新新建。',
  party_organization_must_be_registered: '该党组织尚未登记，请先登记党组织再办理。',
  organization_must_not_stand_above_itself: '上级党组织或归口管理部门不能是该党组织自己，请重新选择。',
  parent_organization_must_be_registered: '所选上级党组织尚未登记，请先登记上级党组织或重新选择。',
  line_of_authority_must_be_registered: '所选归口管理部门尚未登记，请先登记该部门或重新选择。',
  party_group_must_belong_to_a_branch: '党小组必须隶属于党支部，请把上级党组织改为所在党支部。',
  party_group_has_no_organization_below: '党小组之下不能再设党组织，请把上级党组织改为党支部或党委。',
  renaming_must_follow_the_last_one: '更名日期 {day} 早于登记、组建或最近一次更名的日期 {last}，请核对日期。',
  leadership_post_is_assumed_once: '该任职记录已经登记，人员或任职日期与本次不同，请新建一条任职记录。',
  leadership_post_must_have_been_assumed: '没有找到该任职记录，请先登记任职。',
  leadership_post_ends_once: '该任职记录已经登记了另一个免职日期，请核对。',
  receiving_desk_is_designated_once: '该受理窗口已经登记了另一个启用日期，请新建一个受理窗口。',
  policy_pack_must_be_known: '系统中没有规则包 {pack} 第 {packVersion} 版，请从规则包列表中选取。',
  policy_pack_must_not_take_effect_before_its_own_day: '规则包 {pack} 的文件 {day} 才发布，施行日期不能早于这一天。',
  policy_pack_in_force_must_stay: '规则包 {pack} 自 {day} 起施行，已经施行的日期不能改。请把施行日期填为 {day} 之后。',
  organization_ends_once: '该党组织已经合并或拆分，日期或承接单位与本次不同，请核对。',
  organization_must_have_ended: '该党组织没有合并或拆分，不能办结承接。',
  successor_is_another_organization: '承接党组织不能是该党组织自己，请重新选择。',
  successor_must_take_members: '所选承接党组织没有登记、已经合并拆分或是不编党员的机关处室，请重新选择。',
  organization_below_must_find_its_place_first: '该党组织还有下级党组织，请先办理下级的合并，再合并或拆分该党组织。',
  records_go_to_one_of_the_successors: '承接原有记录的党组织须是承接党组织之一，请重新选择。',
  end_must_not_precede_its_document: '撤销、合并或拆分日期 {day} 早于文件日期 {documentDatedOn}，请核对日期。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  end_must_not_precede_beginning: '结束日期 {end} 早于开始日期 {beginning}，请核对日期。',
};
