import { give, type Receipt } from '../../api/give.js';
import type { RowOf } from '../../api/query.js';
import { today } from '../../parts/clock.js';

type Application = RowOf<'/api/volunteers/applications'>;
type Entry = RowOf<'/api/hours/waiting'>;
type Dispute = RowOf<'/api/hours/disputes'>;

export const kinds = { application: '报名', hours: '时长', conflict: '时间重叠', dispute: '异议' } as const;
export type Kind = keyof typeof kinds;

interface Base {
  /** Of what is decided; one command key belongs to it. */
  readonly key: string;
  readonly name: string;
  /** By when; for an application, since when it waits. */
  readonly day: string;
  readonly about: string;
  readonly minutes: number;
}
export type Item =
  | (Base & { readonly kind: 'application'; readonly of: Application })
  | (Base & { readonly kind: 'hours' | 'conflict'; readonly of: Entry })
  | (Base & { readonly kind: 'dispute'; readonly of: Dispute });

const unnamed = '（已删除姓名）';

export const ofApplication = (of: Application): Item => ({
  kind: 'application',
  key: of.volunteerId,
  name: of.name,
  day: of.waitingSince,
  about: '申请加入',
  minutes: 0,
  of,
});

export const ofEntry = (of: Entry): Item => ({
  kind: of.state === 'conflicted' ? 'conflict' : 'hours',
  key: of.entryId,
  name: of.volunteerName ?? unnamed,
  day: of.dueOn ?? of.servedOn,
  about: of.activityTitle ?? '个人登记的服务',
  minutes: of.serviceMinutes,
  of,
});

export const ofDispute = (of: Dispute): Item => ({
  kind: 'dispute',
  key: of.disputeId,
  name: of.volunteerName ?? unnamed,
  day: of.answerDueOn,
  about: of.statement,
  minutes: 0,
  of,
});

/** What can be decided with one key: an overlap and a dispute ask for more than yes. */
export const canApprove = ({ kind }: Item): boolean => kind === 'application' || kind === 'hours';

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
  if (item.kind !== 'hours') throw new Error(`${item.kind} is not decided by a yes`);
  const { volunteerId, year, entryId, state, activityId, sessionId } = item.of;
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
  if (item.kind === 'dispute') throw new Error('a dispute is answered');
  const { volunteerId, year, entryId } = item.of;
  return give(
    '/api/hours/{volunteerId}/{year}/{entryId}/decline',
    { path: { volunteerId, year, entryId }, body: { reason } },
    key,
  );
}
