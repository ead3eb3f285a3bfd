import { codeOf, nameOf, type CodeList } from '#libs/reference/codes';
import { ethnicity } from '#libs/reference/ethnicity';
import { maskIdNumber } from '#libs/reference/id-number';
import { participantKind, provenance } from '#libs/reference/ledger-codes';
import { education, health, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import type { HistoryItem } from '#projections/volunteer-history/history';
import { words } from './ledger-words.js';

/** What happened, in the words of the glossary. A new event about a person does not compile without its words. */
export const eventWords: Readonly<Record<HistoryItem['type'], string>> = {
  ApplicationSubmitted: '提交申请登记表',
  ApplicationReturned: '退回申请',
  ApplicationDeclined: '不予通过',
  ApplicationApproved: '党组织审核通过',
  VolunteerEnrolled: '登记造册',
  ParticularsChanged: '登记事项变更',
  PrimaryTeamChosen: '选定主队',
  PrimaryTeamCleared: '不再有主队',
  VolunteerWithdrew: '退出',
  AffiliationTransferSent: '组织关系转出',
  AffiliationTransferReceived: '组织关系转入',
  AffiliationTransferRefused: '组织关系退回',
  AffiliationTransferCalledBack: '组织关系撤回',
  AffiliationMoved: '随党组织合并或拆分转移',
  RetirementRecorded: '退休',
  VolunteerDeceased: '去世',
  DeathRetracted: '更正去世登记',
  MembershipCeased: '党籍处理',
  MembershipRestored: '党籍恢复',
  ProbationExtended: '延长预备期',
  PersonsMerged: '并入另一条登记',
  MergeUndone: '撤销合并',
  DuplicateLinked: '另一条登记并入',
  DuplicateUnlinked: '另一条登记撤出',
  TeamLeaderAppointed: '任队长',
  TeamLeaderStoodDown: '卸任队长',
  TeamMemberJoined: '入队',
  TeamMemberLeft: '离队',
  TeamMemberMoved: '随队划转',
  ServiceGroupMemberAssigned: '编入服务小组',
  VolunteerSignedUp: '报名',
  SignUpCancelled: '取消报名',
  VolunteerMovedUp: '候补转为报名',
  VolunteerCheckedIn: '现场签到',
  VolunteerCheckedOut: '现场签退',
  AttendanceRecorded: '记录签到',
  AttendanceWithdrawn: '撤回签到记录',
  AttendanceAttested: '确认签到',
  ServiceHoursCredited: '记入时长',
  ServiceHoursConflicted: '时长冲突，未记入',
  ServiceHoursRecorded: '登记时长，待确认',
  ServiceHoursAttested: '确认登记的时长',
  ServiceHoursConflictResolved: '处理时长冲突',
  ServiceHoursHeld: '时长待批准，未记入',
  ServiceHoursApproved: '批准时长',
  ServiceHoursDeclined: '时长不予计入',
  ServiceHoursReversed: '冲销时长',
  ServiceHoursMoved: '时长改记给他人',
  FalseClaimEstablished: '认定虚报',
  ServiceHoursDisputed: '提出异议',
  ServiceHoursDisputeEscalated: '异议转上一级',
  ServiceHoursDisputeAnswered: '答复异议',
  LeadershipPostAssumed: '任领导班子职务',
  LeadershipPostEnded: '免领导班子职务',
  VolunteerReviewPrepared: '年度评议算出数字',
  VolunteerReviewPackMeasured: '年内另一规则包下的数字',
  VolunteerReviewConfirmed: '年度评议确认结论',
  QuotaExempted: '免除年度时长要求',
  QuotaExemptionEnded: '恢复年度时长要求',
  ReminderTalkHeld: '提醒教育',
  StarApplicationFiled: '申报星级',
  StarApplicationDeclined: '星级不予认定',
  StarAwarded: '认定星级',
  StarRevoked: '撤销星级',
  HoursYearOpened: '新年度开账，带入累计时长',
  HoursYearClosed: '年结',
  PriorYearServicePosted: '年结后发现的服务（待年结后调整）',
  PriorYearAdjusted: '年结后调整',
  CertificatePrepared: '编制服务记录证明',
  CertificateIssued: '签发服务记录证明',
  CertificatePublicized: '公示服务记录证明',
  CertificateSuperseded: '服务记录证明所依据的时长有更正',
  CertificateRevoked: '撤销服务记录证明',
};

// In the order in which they are shown.
const labels: Readonly<Record<string, string>> = {
  volunteerNumber: '志愿者编号',
  organizationId: '党组织',
  fromOrganizationId: '转出党组织',
  toOrganizationId: '转入党组织',
  teamId: '队伍',
  activityId: '活动',
  name: '姓名',
  sex: '性别',
  birthDate: '出生日期',
  statedAge: '年龄',
  statedAgeOn: '年龄计算日',
  ethnicity: '民族',
  education: '学历',
  idNumber: '身份证号码',
  workUnit: '所在单位',
  participantKind: '人员类别',
  politicalStatus: '政治面貌',
  joinedPartyOn: '入党时间',
  health: '健康状况',
  officePhones: '办公电话',
  mobiles: '手机',
  email: '电子邮箱',
  photo: '照片',
  skills: '特长',
  experience: '志愿服务经历',
  serviceInterests: '服务志愿',
  mainProjects: '主要志愿服务项目',
  sourceText: '原表内容',
  consents: '同意事项',
  doubts: '存疑事项',
  basis: '审核依据',
  meeting: '会议',
  postName: '职务',
  document: '文件',
  documentSeen: '所查看的证件',
  letterNumber: '介绍信编号',
  measure: '处理类别',
  extendedUntil: '预备期延长至',
  source: '来源',
  evidence: '依据',
  carriedMinutes: '结转分钟',
  adjustsYear: '调整年度',
  minutesBefore: '调整前分钟',
  minutesAfter: '调整后分钟',
  number: '证明编号',
  fromOn: '自',
  publicFrom: '公示起',
  publicUntil: '公示止',
  startsAt: '开始',
  endsAt: '结束',
  serviceMinutes: '分钟',
  provenance: '来源等级',
  kind: '记录类别',
  content: '服务内容',
  place: '服务地点',
  sourceBody: '来源单位',
  holdReasons: '待批准原因',
  lateReasonCode: '逾期原因',
  ground: '异议类别',
  statement: '异议内容',
  answerDueOn: '答复期限',
  outcome: '处理结果',
  answer: '答复',
  finding: '认定',
  decision: '处理决定',
  year: '年度',
  activities: '活动次数',
  targetMinutes: '目标分钟',
  proRataTargetMinutes: '按月折算目标分钟',
  reached: '实绩',
  target: '目标',
  pack: '规则包',
  conclusion: '结论',
  effectiveOn: '自',
  untilOn: '至',
  exemptionReason: '免除事由',
  talkForm: '谈话方式',
  talkedBy: '谈话人',
  reply: '本人答复',
  stars: '星级',
  scheme: '星级标准',
  asOfOn: '时长截止',
  creditedMinutes: '累计分钟',
  requiredMinutes: '所需分钟',
  reasonCode: '冲销类别',
  reason: '原因',
  note: '备注',
};

const lists: Readonly<Record<string, CodeList>> = {
  sex,
  ethnicity,
  education,
  politicalStatus,
  health,
  participantKind,
  provenance,
  serviceInterests: serviceInterest,
};

const wordOf = (name: string, value: unknown): string => {
  const list = lists[name];
  const text = String(value);
  if (list && codeOf(list, text) !== null) return nameOf(list, text);
  return words[text] ?? text;
};

/** Names of organizations, teams and activities by their ids. */
export type Names = ReadonlyMap<string, string>;

/** The fields with their Chinese labels; ids without a name and machine references are left to JSON. */
export function fieldWords(fields: Readonly<Record<string, unknown>>, names: Names): string[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const value = fields[name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (!name.endsWith('Id')) return [`${label} ${valueWords(name, value)}`];
    const known = typeof value === 'string' ? names.get(value) : undefined;
    return known === undefined ? [] : [`${label} ${known}`];
  });
}

export const labelOf = (name: string): string => labels[name] ?? name;

export const valueWords = (name: string, value: unknown): string =>
  value === null ? '（无）' : (Array.isArray(value) ? value : [value]).map((one) => wordOf(name, one)).join('、');

/** The ID number is in the same group as the name; unless asked for, nobody is shown all of it. */
export const masked = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof fields['idNumber'] === 'string' ? { ...fields, idNumber: maskIdNumber(fields['idNumber']) } : fields;
