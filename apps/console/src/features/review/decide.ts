import { give, type Receipt } from '../../api/give.js';
import { today } from '../../parts/clock.js';
import type { Entry, PersonItem, Privacy, Star } from './item.js';

export type Basis = 'BRANCH_MEETING' | 'COMMITTEE_MEETING' | 'SEALED_PAPER';

/** Gives the command that says yes. Throws Refusal or Unanswered. */
export async function approve(item: PersonItem, basis: Basis, key: string): Promise<Receipt> {
  const path = { volunteerId: item.of.volunteerId };
  switch (item.kind) {
    case 'application':
      return give(
        '/api/volunteers/{volunteerId}/application-approval',
        { path, body: { approvedOn: today(), basis } },
        key,
      );
    case 'enrolment':
      return give('/api/volunteers/{volunteerId}/enrolment', { path, body: { enrolledOn: today() } }, key);
    case 'transfer':
      return give('/api/volunteers/{volunteerId}/transfer/reception', { path, body: { receivedOn: today() } }, key);
    case 'star':
      return award(item.of, key);
    case 'privacy':
      return allow(item.of, key);
    case 'hours':
      return approveHours(item.of, key);
    default:
      throw new Error(`${item.kind} is not decided by a yes`);
  }
}

/** Approves a request about somebody's data; what is asked to be destroyed is destroyed at once. */
export const allow = ({ volunteerId, requestId, status }: Privacy, key: string): Promise<Receipt> =>
  status === 'APPROVED'
    ? give(
        '/api/volunteers/{volunteerId}/privacy-requests/correction',
        { path: { volunteerId }, body: { requestId } },
        key,
      )
    : give(
        '/api/volunteers/{volunteerId}/privacy-requests/approval',
        { path: { volunteerId }, body: { requestId } },
        key,
      );

type Stars = 1 | 2 | 3 | 4 | 5;

/** An application is decided where it was made, also when that record gave way to this person's since. */
const applicant = ({ volunteerId, appliedRecordId }: Star) => ({ volunteerId: appliedRecordId ?? volunteerId });

const award = (of: Star, key: string): Promise<Receipt> =>
  give(
    '/api/volunteers/{volunteerId}/stars/award',
    { path: applicant(of), body: { stars: of.appliedStars as Stars } },
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

export const refusalGrounds = ['RETENTION_NOT_OVER', 'NOT_THE_PERSON', 'NOTHING_TO_DO', 'OTHER_LAW'] as const;
type Ground = (typeof refusalGrounds)[number];

/** Gives the command that says no, or asks for more; `reason` is one of `refusalGrounds` where it is about personal data. */
export async function refuse(item: PersonItem, how: Refusing, reason: string, key: string): Promise<Receipt> {
  const path = { volunteerId: item.of.volunteerId };
  switch (item.kind) {
    case 'application':
      return how === 'return'
        ? give('/api/volunteers/{volunteerId}/application-return', { path, body: { returnedOn: today(), reason } }, key)
        : give(
            '/api/volunteers/{volunteerId}/application-decline',
            { path, body: { declinedOn: today(), reason } },
            key,
          );
    case 'transfer':
      return give(
        '/api/volunteers/{volunteerId}/transfer/refusal',
        { path, body: { refusedOn: today(), reason } },
        key,
      );
    case 'star': {
      const body = { stars: item.of.appliedStars as Stars, reason };
      return give('/api/volunteers/{volunteerId}/stars/refusal', { path: applicant(item.of), body }, key);
    }
    case 'privacy': {
      const body = { requestId: item.of.requestId, ground: reason as Ground };
      return give('/api/volunteers/{volunteerId}/privacy-requests/refusal', { path, body }, key);
    }
    case 'hours':
    case 'conflict': {
      const { volunteerId, year, entryId } = item.of;
      return give(
        '/api/hours/{volunteerId}/{year}/{entryId}/decline',
        { path: { volunteerId, year, entryId }, body: { reason } },
        key,
      );
    }
    default:
      throw new Error(`${item.kind} is not refused`);
  }
}
