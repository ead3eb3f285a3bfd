const sentences = {
  login_must_be_well_formed: '登录名须为 2 至 40 个字母、数字、汉字或 . _ -。',
  login_must_be_free: '该登录名已被使用，请换一个。',
  display_name_must_be_given: '请填写显示名称，最多 50 个字。',
  password_must_be_long_enough: '密码长度须为 12 至 128 个字符，可以用一句好记的话。',
  password_must_change: '新密码不能与原密码相同。',
  password_must_match: '原密码不正确。',
  account_must_exist: '没有这个账号。',
  grant_must_have_scope: '除系统管理员外，授予角色须指明所管理的党组织；系统管理员不指明党组织。',
  administrator_reads_no_ledger: '系统管理员只管理账号，不能同时担任台账角色。',
  nobody_grants_to_themselves: '不能给自己授予或撤销角色，请由另一名系统管理员办理。',
  volunteer_role_needs_volunteer: '志愿者角色须先将账号与志愿者本人关联。',
  one_administrator_must_remain: '至少须保留一名可以登录的系统管理员。',
  nobody_disables_themselves: '不能停用自己的账号，请由另一名系统管理员办理。',
  setup_token_must_be_valid: '设置链接无效或已使用。请重新启动服务，使用新打印的链接。',
} as const;

export type AccountRefusal = keyof typeof sentences;

/** An act on accounts that a rule refused; the message is the Chinese sentence. Nothing was changed. */
export class AccountRefused extends Error {
  constructor(readonly refusal: AccountRefusal) {
    super(sentences[refusal]);
  }
}
