/** Why personal data was shown in clear, as it is read by the person and the auditor. */
export const disclosurePurposeNames = {
  HAND_IN: '报送上级',
  CONTACT: '联系本人',
  VERIFY_IDENTITY: '核对身份',
  INSURANCE: '办理保险',
  CERTIFICATE: '出具证明',
  EMERGENCY: '应急救助',
  CORRECTION: '更正登记',
  AUDIT: '审计检查',
  OWN_REQUEST: '本人要求',
} as const;

/** To whom a paper or file goes. */
export const exportReceiverNames = {
  HIGHER_ORGANIZATION: '上级党组织',
  OWN_UNIT: '本单位',
  PERSON: '本人',
  AUDITOR: '审计人',
  OTHER_UNIT: '其他单位',
} as const;

/** By which door it was shown. */
export const disclosureMeansNames = {
  PERSONAL_DATA: '档案中查看',
  HISTORY: '履历',
  ANNEX_2: '附件2',
  ANNEX_3: '附件3',
  CERTIFICATE: '证明',
  BUNDLE: '履历包',
  REGISTER: '名册导出',
} as const;
