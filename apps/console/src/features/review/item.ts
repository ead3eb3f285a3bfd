import type { RowOf } from '../../api/query.js';
import { unnamed } from '../../parts/words.js';
import { instantText } from '../../parts/clock.js';
import { wordOf, wordsOf } from '../../parts/ledger-words.js';

type Application = RowOf<'/api/volunteers/applications'>;
export type Entry = RowOf<'/api/hours/waiting'>;
type Dispute = RowOf<'/api/hours/disputes'>;
type Transfer = RowOf<'/api/affiliation-transfers'>;
export type Star = RowOf<'/api/star-board'>;
type Approved = RowOf<'/api/volunteers'>;
type WaitingBatch = RowOf<'/api/imports/waiting'>;
type Asked = RowOf<'/api/privacy-requests'>;
/** A request about somebody's own data, to be approved, or a correction that was approved, to be completed. */
export type Privacy = Asked & { readonly volunteerId: string };

export const kinds = {
  application: '报名',
  enrolment: '入册',
  transfer: '转入',
  hours: '时长',
  conflict: '时间重叠',
  dispute: '异议',
  star: '星级',
  privacy: '个人信息',
  batch: '导入批次',
} as const;
export type Kind = keyof typeof kinds;

interface Base {
  /** Of what is decided; one command key belongs to it. */
  readonly key: string;
  readonly name: string;
  /** By when; where there is no deadline (`hasDeadline`), since when it waits. */
  readonly day: string;
  readonly hasDeadline: boolean;
  readonly about: string;
  readonly minutes: number;
}
export type Item =
  | (Base & { readonly kind: 'application'; readonly of: Application })
  | (Base & { readonly kind: 'hours' | 'conflict'; readonly of: Entry })
  | (Base & { readonly kind: 'dispute'; readonly of: Dispute })
  | (Base & { readonly kind: 'transfer'; readonly of: Transfer })
  | (Base & { readonly kind: 'star'; readonly of: Star })
  | (Base & { readonly kind: 'enrolment'; readonly of: Approved })
  | (Base & { readonly kind: 'privacy'; readonly of: Privacy })
  | (Base & { readonly kind: 'batch'; readonly of: WaitingBatch });
/** What is about one person. */
export type PersonItem = Exclude<Item, { readonly kind: 'batch' }>;

export const ofApplication = (of: Application): Item => ({
  kind: 'application',
  key: of.volunteerId,
  name: of.name,
  day: of.waitingSince,
  hasDeadline: false,
  about: '申请加入',
  minutes: 0,
  of,
});

export const ofEntry = (of: Entry): Item => ({
  kind: of.state === 'conflicted' ? 'conflict' : 'hours',
  key: of.entryId,
  name: of.volunteerName ?? unnamed,
  day: of.dueOn ?? of.servedOn,
  hasDeadline: of.dueOn !== null,
  about: `${of.activityTitle ?? '个人登记的服务'}${of.holdReasons.length > 0 ? `（${wordsOf(of.holdReasons)}）` : ''}`,
  minutes: of.serviceMinutes,
  of,
});

export const ofDispute = (of: Dispute): Item => ({
  kind: 'dispute',
  key: of.disputeId,
  name: of.volunteerName ?? unnamed,
  day: of.answerDueOn,
  hasDeadline: true,
  about: of.statement,
  minutes: 0,
  of,
});

export const ofTransfer = (of: Transfer): Item => ({
  kind: 'transfer',
  key: of.transferId,
  name: of.name,
  day: of.sentOn,
  hasDeadline: false,
  about: `${of.fromOrganizationName ?? '—'} 转到 ${of.toOrganizationName ?? '—'}`,
  minutes: 0,
  of,
});

export const ofStar = (of: Star): Item => ({
  kind: 'star',
  key: `${of.volunteerId} ${of.appliedStars} ${of.appliedOn}`,
  name: of.name,
  day: of.appliedOn ?? '',
  hasDeadline: false,
  about: `申报 ${of.appliedStars ?? 0} 星`,
  minutes: 0,
  of,
});

/** Somebody whose application was approved and who is not in the register yet. */
export const ofApproved = (of: Approved): Item => ({
  kind: 'enrolment',
  key: `${of.volunteerId} enrolment`,
  name: of.name,
  day: of.approvedOn ?? '',
  hasDeadline: false,
  about: '审核通过，等待登记造册',
  minutes: 0,
  of,
});

const privacyText = ({ status, answer }: Asked): string => {
  if (status === 'FILED') return `申请${wordOf(answer)}个人信息`;
  return answer === 'SHRED' ? '删除已批准，系统正在执行' : '更正已批准，等待办结';
};

export const ofPrivacy = (of: Asked): Item => ({
  kind: 'privacy',
  key: `${of.requestId} ${of.status}`,
  // The window says whom it is about by id alone; the list asks for the name.
  name: '',
  day: of.filedOn,
  hasDeadline: false,
  about: privacyText(of),
  minutes: 0,
  of: { ...of, volunteerId: of.subjectId },
});

const partsOf = ({ unattested, late, longDays }: WaitingBatch): string =>
  [
    ...(unattested > 0 ? [`待确认 ${unattested} 条`] : []),
    ...(late > 0 ? [`逾期补录待批准 ${late} 条`] : []),
    ...(longDays > 0 ? [`当日过长待批准 ${longDays} 条`] : []),
  ].join('，');

/** Sign-in sheets brought at once, of which rows wait for a second or a third person. */
export const ofBatch = (of: WaitingBatch): Item => ({
  kind: 'batch',
  key: of.batchId,
  name: of.displayName ?? unnamed,
  day: instantText(of.startedAt).slice(0, 10),
  hasDeadline: false,
  about: `签到表：${partsOf(of)}`,
  minutes: of.unattestedMinutes + of.lateMinutes,
  of,
});

/**
 * Most urgent first: a day by which counts as it stands, and what has none comes by how long it waits, after what is overdue.
 * The windows sort by the same, so that pages can be merged.
 */
export const byUrgency =
  (day: string) =>
  (a: Item, b: Item): number => {
    const isOverdue = (item: Item): boolean => item.hasDeadline && item.day < day;
    return Number(isOverdue(b)) - Number(isOverdue(a)) || a.day.localeCompare(b.day);
  };

/** Served in a year that was closed before it was attested: somebody says how much of it counts (F-25). */
const isFound = (item: Item): boolean => item.kind === 'hours' && item.of.state === 'found';

/**
 * What can be decided with one key: an overlap and a dispute ask for more than yes, the fifth star for a document, and
 * what is destroyed is gone for ever.
 */
export function canApprove(item: Item): item is PersonItem {
  if (item.kind === 'star') return item.of.approverLevel !== 'PROVINCE';
  if (item.kind === 'privacy') return item.of.answer !== 'SHRED';
  if (isFound(item)) return false;
  return item.kind !== 'conflict' && item.kind !== 'dispute' && item.kind !== 'batch';
}

/** What no can be said to: a dispute is answered, and what was approved already is not refused here. */
export const canRefuse = (item: Item): item is PersonItem =>
  !isFound(item) &&
  (item.kind === 'privacy' ? item.of.status === 'FILED' : !['dispute', 'enrolment', 'batch'].includes(item.kind));

/** The command whose permission it takes to say yes. */
export const neededFor: Readonly<Record<Kind, string>> = {
  application: 'ApproveApplication',
  transfer: 'ReceiveAffiliationTransfer',
  hours: 'AttestServiceHours',
  conflict: 'ResolveServiceHoursConflict',
  dispute: 'AnswerServiceHoursDispute',
  star: 'AwardStar',
  enrolment: 'EnrolVolunteer',
  privacy: 'ApprovePrivacyRequest',
  batch: 'AttestAttendance',
};
