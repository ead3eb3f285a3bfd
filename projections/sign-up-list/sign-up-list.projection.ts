import type { ActivityEvent } from '#libs/activity/activity.events';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { SignUpActivity, SignUpMember, SignUpName, SignUpRow, SignUpSession } from './sign-up-list.entity.js';

type SessionKey = Pick<SignUpSession, 'sessionId'>;
const ofSession = ({ sessionId }: SessionKey): SessionKey => ({ sessionId });

const sessions = table<SignUpSession, ActivityEvent>()({
  entity: SignUpSession,
  keyOf: { SessionScheduled: ofSession, SessionRescheduled: ofSession, SessionHeld: ofSession },
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
    SessionRescheduled: (row, { heldOn, startsAt, endsOn, endsAt }): SignUpSession => ({
      ...row,
      ...{ heldOn, startsAt, endsOn: endsOn ?? heldOn, endsAt },
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

type ActivityKey = Pick<SignUpActivity, 'activityId'>;
const ofActivity = ({ activityId }: ActivityKey): ActivityKey => ({ activityId });

const activities = table<SignUpActivity, ActivityEvent>()({
  entity: SignUpActivity,
  keyOf: { ActivityPlanned: ofActivity, ActivityChanged: ofActivity, ActivityCancelled: ofActivity },
  empty: (key): SignUpActivity => ({ ...key, isCancelled: false }) as SignUpActivity,
  on: {
    ActivityPlanned: (row, data): SignUpActivity => ({
      ...row,
      ...{ teamIds: data.teamIds, theme: data.theme ?? null, serviceMode: data.serviceMode ?? null },
      ...{ isDangerous: data.isDangerous, place: data.place, content: data.content },
      ...{ responsiblePerson: data.responsiblePerson, neededSkills: data.neededSkills ?? [] },
    }),
    ActivityChanged: (row, { place, responsiblePerson }): SignUpActivity => ({
      ...row,
      place: place ?? row.place,
      responsiblePerson: responsiblePerson ?? row.responsiblePerson,
    }),
    ActivityCancelled: (row): SignUpActivity => ({ ...row, isCancelled: true }),
  },
});

type MemberKey = Pick<SignUpMember, 'teamId' | 'volunteerId'>;
const ofMember = ({ teamId, volunteerId }: MemberKey): MemberKey => ({ teamId, volunteerId });

const members = table<SignUpMember, TeamEvent>()({
  entity: SignUpMember,
  keyOf: { TeamMemberJoined: ofMember, TeamMemberLeft: ofMember },
  empty: (key): SignUpMember => key as SignUpMember,
  on: {
    TeamMemberJoined: (row, { joinedOn }): SignUpMember => ({ ...row, joinedOn, leftOn: null }),
    TeamMemberLeft: (row, { leftOn }): SignUpMember => ({ ...row, leftOn }),
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
    SignUpLapsed: ofSignUp,
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
    SignUpLapsed: (row): SignUpRow | null =>
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

const names = table<SignUpName, VolunteerEvent | ActivityEvent | TeamEvent | OrganizationEvent>()({
  entity: SignUpName,
  keyOf: {
    ApplicationSubmitted: ({ volunteerId }): NameKey => named(volunteerId),
    ParticularsChanged: ({ volunteerId, name, skills }): readonly NameKey[] =>
      name === undefined && skills === undefined ? [] : [named(volunteerId)],
    ActivityPlanned: ({ activityId }): NameKey => named(activityId),
    TeamEstablished: ({ teamId }): NameKey => named(teamId),
    TeamRenamed: ({ teamId }): NameKey => named(teamId),
    PartyOrganizationRegistered: ({ organizationId }): NameKey => named(organizationId),
    PartyOrganizationRenamed: ({ organizationId }): NameKey => named(organizationId),
  },
  empty: (key): SignUpName => ({ ...key, name: '', skills: null }),
  on: {
    ApplicationSubmitted: (row, { name, skills = null }): SignUpName => ({ ...row, name, skills }),
    ParticularsChanged: (row, { name, skills }): SignUpName => ({
      ...row,
      name: name ?? row.name,
      skills: skills ?? row.skills,
    }),
    ActivityPlanned: (row, { title }): SignUpName => ({ ...row, name: title }),
    TeamEstablished: (row, { name }): SignUpName => ({ ...row, name }),
    TeamRenamed: (row, { name }): SignUpName => ({ ...row, name }),
    PartyOrganizationRegistered: (row, { name }): SignUpName => ({ ...row, name }),
    PartyOrganizationRenamed: (row, { name }): SignUpName => ({ ...row, name }),
  },
});

/** Answers: what is open to sign up for, who means to come to a session, who waits for a place, and who is there? */
export const signUpList: Projection = {
  name: 'sign-up-list',
  version: 4,
  opens: ['identity', 'free'],
  tables: [sessions, activities, members, signUps, names],
};
