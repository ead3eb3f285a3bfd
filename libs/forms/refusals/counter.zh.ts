/** Refusals of the counter itself: what another stream must say before a command may pass. */
export const counterRefusals = {
  team_must_be_established: '有 {count} 支队伍尚未组建，请先登记组建文件、建立服务队，再安排活动。',
  volunteer_must_have_applied: '名单中有 {count} 人不在志愿者登记中，请先为其办理申请登记。',
  policy_pack_must_be_adopted:
    '本党组织及其上级在所涉日期都没有采用规则包，无从确定要求。请由上级先采用规则包（如 ZJ-2013-37）。',
  id_number_is_registered_once:
    '该身份证号码已登记在另一名志愿者名下，同一个人只能有一条登记。请核对号码；如确为同一人，请在原登记上办理变更。',
} as const;

export type CounterRefusal = keyof typeof counterRefusals;
