import { give, type Receipt } from '../../api/give.js';
import type { RowOf } from '../../api/query.js';
import { today } from '../../parts/clock.js';
import { wordsOf } from '../../parts/ledger-words.js';

type Application = RowOf<'/api/volunteers/applications'>;
type Entry = RowOf<'/api/hours/waiting'>;
type Dispute = RowOf<'/api/hours/disputes'>;
type Transfer = RowOf<'/api/affiliation-transfers'>;
type Star = RowOf<'/api/star-board'>;

export const kinds = {
  application: '报名',
  transfer: '转入',
  hours: '时长',
  conflict: '时间重叠',
  dispute: '异议',
  star: '星级',
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
  | (Base & { readonly kind: 'star'; readonly of: Star });

const unnamed = '（已删除姓名）';

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

/** Most urgent first: a day by which counts as it stands, and what has none comes by how long it waits, after what is overdue. */
export const byUrgency =
  (day: string) =>
  (a: Item, b: Item): number => {
    const isOverdue = (item: Item): boolean => item.hasDeadline && item.day < day;
    return Number(isOverdue(b)) - Number(isOverdue(a)) || a.day.localeCompare(b.day) || a.key.localeCompare(b.key);
  };

/** What can be decided with one key: an overlap and a dispute ask for more than yes, the fifth star for a document. */
export const canApprove = (item: Item): boolean =>
  item.kind === 'star' ? item.of.approverLevel !== 'PROVINCE' : item.kind !== 'conflict' && item.kind !== 'dispute';

/** The command whose permission it takes to say yes. */
export const neededFor: Readonly<Record<Kind, string>> = {
  application: 'ApproveApplication',
  transfer: 'ReceiveAffiliationTransfer',
  hours: 'AttestServiceHours',
  conflict: 'ResolveServiceHoursConflict',
  dispute: 'AnswerServiceHoursDispute',
  star: 'AwardStar',
};

export type Basis = 'BRANCH_MEETING' | 'COMMITTEE_MEETING' | 'SEALED_PAPER';

/** Gives the command that says yes. Throws Refusal or Unanswered. */
export async function approve(item: Item, basis: Basis, key: string): Promise<Receipt> {
  if (item.kind === 'application') {
    const path = { volunteerId: item.of.volunteerId };
    return give(
      '/api/volunteers/{volunteerId}/application-approval',
      { path, body: { approvedOn: today(), basis } },
      key,
    );
  }
  if (item.kind === 'transfer') {
    const path = { volunteerId: item.of.volunteerId };
    return give('/api/volunteers/{volunteerId}/transfer/reception', { path, body: { receivedOn: today() } }, key);
  }
  if (item.kind === 'star') return award(item.of, key);
  if (item.kind !== 'hours') throw new Error(`${item.kind} is not decided by a yes`);
  return approveHours(item.of, key);
}

type Stars = 1 | 2 | 3 | 4 | 5;

const award = ({ volunteerId, appliedStars }: Star, key: string): Promise<Receipt> =>
  give(
    '/api/volunteers/{volunteerId}/stars/award',
    { path: { volunteerId }, body: { stars: appliedStars as Stars } },
    key,
  );

function approveHours(of: Entry, key: string): Promise<Receipt> {
  const { volunteerId, year, entryId, state, activityId, sessionId } = of;
  const path = { volunteerId, year, entryId };
  if (state === 'held') return give('/api/hours/{volunteerId}/{year}/{entryId}/approval', { path, body: {} }, key);
  if (activityId !== null && sessionId !== null)
    return give(
      '/api/activities/{activityId}/sessions/{sessionId}/attestation',
      { path: { activityId, sessionId }, body: { volunteerIds: [volunteerId] } },
      key,
    );
  return give('/api/hours/{volunteerId}/{year}/{entryId}/attestation', { path, body: {} }, key);
}

export type Refusing = 'return' | 'decline';

/** Gives the command that says no, or asks for more. */
export async function refuse(item: Item, how: Refusing, reason: string, key: string): Promise<Receipt> {
  if (item.kind === 'application') {
    const path = { volunteerId: item.of.volunteerId };
    return how === 'return'
      ? give('/api/volunteers/{volunteerId}/application-return', { path, body: { returnedOn: today(), reason } }, key)
      : give('/api/volunteers/{volunteerId}/application-decline', { path, body: { declinedOn: today(), reason } }, key);
  }
  if (item.kind === 'transfer') {
    const path = { volunteerId: item.of.volunteerId };
    return give('/api/volunteers/{volunteerId}/transfer/refusal', { path, body: { refusedOn: today(), reason } }, key);
  }
  if (item.kind === 'star') {
    const { volunteerId, appliedStars } = item.of;
    const body = { stars: appliedStars as Stars, reason };
    return give('/api/volunteers/{volunteerId}/stars/refusal', { path: { volunteerId }, body }, key);
  }
  if (item.kind === 'dispute') throw new Error('a dispute is answered');
  const { volunteerId, year, entryId } = item.of;
  return give(
    '/api/hours/{volunteerId}/{year}/{entryId}/decline',
    { path: { volunteerId, year, entryId }, body: { reason } },
    key,
  );
}
