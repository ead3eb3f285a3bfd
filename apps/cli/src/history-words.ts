import { codeOf, nameOf, type CodeList } from '#libs/reference/codes';
import { ethnicity } from '#libs/reference/ethnicity';
import { maskIdNumber } from '#libs/reference/id-number';
import { participantKind, provenance } from '#libs/reference/ledger-codes';
import { education, health, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import type { HistoryItem } from '#projections/volunteer-history/history';

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
  TeamLeaderAppointed: '任队长',
  TeamLeaderStoodDown: '卸任队长',
  TeamMemberJoined: '入队',
  TeamMemberLeft: '离队',
  ServiceGroupMemberAssigned: '编入服务小组',
  AttendanceRecorded: '记录签到',
  AttendanceWithdrawn: '撤回签到记录',
  AttendanceAttested: '确认签到',
  ServiceHoursCredited: '记入时长',
  ServiceHoursConflicted: '时长冲突，未记入',
  ServiceHoursReversed: '冲销时长',
  LeadershipPostAssumed: '任领导班子职务',
  LeadershipPostEnded: '免领导班子职务',
  VolunteerReviewPrepared: '年度评议算出数字',
  VolunteerReviewConfirmed: '年度评议确认结论',
};

const labels: Readonly<Record<string, string>> = {
  name: '姓名',
  sex: '性别',
  birthDate: '出生日期',
  statedAge: '年龄',
  statedAgeOn: '年龄计算日',
  ethnicity: '民族',
  education: '学历',
  idNumber: '身份证号码',
  workUnit: '所在单位',
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
  participantKind: '人员类别',
  consents: '同意事项',
  doubts: '存疑事项',
  basis: '审核依据',
  meeting: '会议',
  volunteerNumber: '志愿者编号',
  reason: '原因',
  reasonCode: '冲销类别',
  startsAt: '开始',
  endsAt: '结束',
  serviceMinutes: '分钟',
  provenance: '来源等级',
  note: '备注',
  postName: '职务',
  document: '文件',
  year: '年度',
  activities: '活动次数',
  targetMinutes: '目标分钟',
  pack: '规则包',
  conclusion: '结论',
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
  return list && codeOf(list, text) !== null ? nameOf(list, text) : text;
};

/** A field with its Chinese label; undefined for ids and machine references, which only JSON shows. */
export function fieldWords(name: string, value: unknown): string | undefined {
  const label = labels[name];
  if (label === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  return `${label} ${valueWords(name, value)}`;
}

export const labelOf = (name: string): string => labels[name] ?? name;

export const valueWords = (name: string, value: unknown): string =>
  value === null ? '（无）' : (Array.isArray(value) ? value : [value]).map((one) => wordOf(name, one)).join('、');

/** The ID number is in the same group as the name; unless asked for, nobody is shown all of it. */
export const masked = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof fields['idNumber'] === 'string' ? { ...fields, idNumber: maskIdNumber(fields['idNumber']) } : fields;
