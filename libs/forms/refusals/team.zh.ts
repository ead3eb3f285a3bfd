import type { TeamRefusal } from '#libs/team/team.decider';

/** What is wrong and what to do; `{name}` is filled from the refusal's details. */
export const teamRefusals: Record<TeamRefusal, string> = {
  team_is_established_once: '该服务队已经组建，内容与本次不同；如为另一支服务队，请重新新建。',
  team_must_be_established: '该服务队尚未组建，请先登记组建文件。',
  party_organization_must_be_registered: '所属党组织尚未登记，或已经合并、拆分，请重新选择党组织。',
  party_group_and_provisional_branch_own_no_team:
    '党小组和临时党支部不单独组建服务队，请由所在党支部或上级党组织组建。',
  team_must_not_precede_its_document:
    '组建日期 {day} 早于组建文件日期 {documentDatedOn}，服务队须依据正式文件组建，请核对日期。',
  team_has_one_leader: '{day} 该队已有队长，一支服务队只有一名队长。请先登记现任队长卸任，或选择“接替现任队长”。',
  team_leader_must_hold_a_leadership_post:
    '队长必须是领导班子成员，此人在任队长当日没有任职记录，请先登记其领导班子职务。',
  volunteer_must_lead_the_team: '此人不是该队现任队长，请核对。',
  volunteer_must_be_enrolled: '此人在该日期尚未登记造册或已经退出，请先登记造册。',
  joining_must_not_precede_enrolment: '入队日期 {day} 早于登记造册日期 {enrolledOn}，请核对日期。',
  volunteer_joins_a_team_once: '此人已在该队，入队日期或是否主队与本次不同。如需更换主队，请用“选定主队”。',
  rejoining_must_follow_leaving: '入队日期 {day} 早于上次离队日期 {leftOn}，请核对日期。',
  volunteer_must_be_a_member: '此人不是该队队员，请核对；需要的话先登记入队。',
  service_group_is_formed_once: '该小组已经成立，成立日期与本次不同；如为另一个小组，请重新新建。',
  service_group_must_be_formed: '没有找到该小组，请先成立小组。',
  assignment_must_follow_joining_and_forming: '编入日期 {day} 早于入队日期或小组成立日期，请核对日期。',
  day_must_not_precede_establishment: '日期 {day} 早于服务队组建日期 {establishedOn}，请核对日期。',
  team_must_not_have_ended: '该服务队自 {day} 起已撤销或合并，不能再办理此事。',
  team_ends_once: '该服务队已经撤销或合并，日期或并入的队伍与本次不同，请核对。',
  team_merges_into_another: '并入的服务队不能是该队自己，请重新选择。',
  team_merged_into_must_go_on: '并入的服务队没有组建、当日还未组建或已经撤销合并，请重新选择。',
  members_must_have_joined_by_then: '{day} 之后还有人入队或任队长，请核对撤销或合并的日期。',
  renaming_must_follow_the_last_one: '更名日期 {day} 早于登记、组建或最近一次更名的日期 {last}，请核对日期。',
  end_must_not_precede_its_document: '撤销、合并或拆分日期 {day} 早于文件日期 {documentDatedOn}，请核对日期。',
  owner_must_have_ended: '所属党组织没有合并或拆分，服务队不能划转。',
  team_moves_to_a_successor: '所选党组织不是原所属党组织合并或拆分后的承接单位，请重新选择。',
  day_must_not_lie_ahead: '日期 {day} 晚于今天（{today}），请填已经发生的日期。',
  end_must_not_precede_beginning: '结束日期 {end} 早于开始日期 {beginning}，请核对日期。',
};
