import type { ActivityEvent } from '#libs/activity/activity.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { SignUpName, SignUpRow, SignUpSession } from './sign-up-list.entity.js';

type SessionKey = Pick<SignUpSession, 'sessionId'>;
const ofSession = ({ sessionId }: SessionKey): SessionKey => ({ sessionId });

const sessions = table<SignUpSession, ActivityEvent>()({
  entity: SignUpSession,
  keyOf: { SessionScheduled: ofSession, SessionHeld: ofSession },
  empty: (key): SignUpSession => ({ ...key, capacity: null, isHeld: false }) as SignUpSession,
  on: {
    SessionScheduled: (row, data): SignUpSession => ({
      ...row,
      activityId: data.activityId,
      organizationId: data.organizationId,
      heldOn: data.heldOn,
      startsAt: data.startsAt,
      endsOn: data.endsOn ?? data.heldOn,
      endsAt: data.endsAt,
      capacity: data.capacity ?? null,
    }),
    SessionHeld: (row, data): SignUpSession => ({
      ...row,
      activityId: data.activityId,
      organizationId: data.organizationId,
      heldOn: data.heldOn,
      startsAt: data.startsAt,
      endsOn: data.endsOn ?? data.heldOn,
      endsAt: data.endsAt,
      isHeld: true,
    }),
  },
});

type SignUpKey = Pick<SignUpRow, 'sessionId' | 'volunteerId'>;
const ofSignUp = ({ sessionId, volunteerId }: SignUpKey): SignUpKey => ({ sessionId, volunteerId });

const signUps = table<SignUpRow, ActivityEvent>()({
  entity: SignUpRow,
  keyOf: {
    VolunteerSignedUp: ofSignUp,
    VolunteerMovedUp: ofSignUp,
    SignUpCancelled: ofSignUp,
    VolunteerCheckedIn: ofSignUp,
    VolunteerCheckedOut: ofSignUp,
  },
  empty: (key): SignUpRow => ({
    ...key,
    ...{ state: null, position: null, signedUpOn: null, clockDrifts: false },
    ...{ checkedInOn: null, checkedInAt: null, checkedInMeans: null, checkedOutAt: null, checkedOutMeans: null },
  }),
  on: {
    VolunteerSignedUp: (row, { signedUpOn, isWaiting }, { position }): SignUpRow => ({
      ...row,
      state: isWaiting ? 'waiting' : 'signed_up',
      position,
      signedUpOn,
    }),
    VolunteerMovedUp: (row): SignUpRow => ({ ...row, state: 'signed_up' }),
    SignUpCancelled: (row): SignUpRow | null =>
      row.checkedInOn === null ? null : { ...row, state: null, position: null, signedUpOn: null },
    VolunteerCheckedIn: (row, { checkedInOn, checkedInAt, means, clockDrifts }): SignUpRow => ({
      ...row,
      checkedInOn,
      checkedInAt,
      checkedInMeans: means,
      clockDrifts,
    }),
    VolunteerCheckedOut: (row, { checkedOutAt, means, clockDrifts }): SignUpRow => ({
      ...row,
      checkedOutAt,
      checkedOutMeans: means,
      clockDrifts: row.clockDrifts || clockDrifts,
    }),
  },
});

type NameKey = Pick<SignUpName, 'subjectId'>;
const named = (subjectId: NameKey['subjectId']): NameKey => ({ subjectId });

const names = table<SignUpName, VolunteerEvent | ActivityEvent>()({
  entity: SignUpName,
  keyOf: {
    ApplicationSubmitted: ({ volunteerId }): NameKey => named(volunteerId),
    ParticularsChanged: ({ volunteerId, name }): readonly NameKey[] => (name === undefined ? [] : [named(volunteerId)]),
    ActivityPlanned: ({ activityId }): NameKey => named(activityId),
  },
  empty: (key): SignUpName => ({ ...key, name: '' }),
  on: {
    ApplicationSubmitted: (row, { name }): SignUpName => ({ ...row, name }),
    ParticularsChanged: (row, { name }): SignUpName => ({ ...row, name: name ?? row.name }),
    ActivityPlanned: (row, { title }): SignUpName => ({ ...row, name: title }),
  },
});

/** Answers: who means to come to a session, who waits for a place, and who is there? */
export const signUpList: Projection = {
  name: 'sign-up-list',
  version: 1,
  opens: ['identity', 'free'],
  tables: [sessions, signUps, names],
};
