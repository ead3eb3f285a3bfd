import { personEventWords } from '#libs/forms/event-words.zh';
import { codeOf, nameOf, type CodeList } from '#libs/reference/codes';
import { ethnicity } from '#libs/reference/ethnicity';
import { maskIdNumber } from '#libs/reference/id-number';
import { participantKind, provenance } from '#libs/reference/ledger-codes';
import { education, health, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import type { HistoryItem } from '#projections/volunteer-history/history';
import { words } from './ledger-words.js';

/** What happened, in the words of the glossary. A new event about a person does not compile without its words. */
export const eventWords: Readonly<Record<HistoryItem['type'], string>> = personEventWords;

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
