import type { ErasureRefusal } from '#libs/erasure/erasure.decider';

export const erasureRefusals: Readonly<Record<ErasureRefusal, string>> = {
  privacy_request_id_must_be_new: '该申请编号已用过，请换用新的编号。',
  privacy_request_must_be_filed: '没有找到此人的这项个人信息申请，请先提出申请，并核对申请编号。',
  privacy_request_is_decided_once: '该申请已经批准或拒绝，不能再次办理。',
  privacy_request_is_approved_by_another_person:
    '个人信息申请须由提出人和本人以外的另一人批准，请交由另一名负责人办理。',
  one_privacy_request_at_a_time: '此人还有一项个人信息申请没有办结，请先办结。',
  shredding_names_its_groups: '删除须写明删除哪些类别的信息（身份、联系方式、敏感信息、照片、自由文字）。',
  only_shredding_names_groups: '只有删除才选信息类别；更正、限制处理不用选。',
  files_to_destroy_show_the_person: '要一并销毁的文件须是此人参加过的活动的佐证，请在此人的佐证文件清单中选。',
  correction_must_be_approved: '只有已批准的更正申请才能办结，请先批准，并办理登记事项变更。',
};
