import type { ActivityEvent } from '#libs/activity/activity.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import { withDated } from '#libs/kernel/dated';
import { erasedText } from '#libs/kernel/fields';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { lettersOf } from '#libs/projection-engine/letters';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  ActivityRegister,
  ActivityRegisterAttendance,
  ActivityRegisterCredit,
  ActivityRegisterName,
  ActivityRegisterSession,
  ActivityRegisterTeam,
} from './activity-register.entity.js';

type ActivityKey = Pick<ActivityRegister, 'activityId'>;
const ofActivity = ({ activityId }: ActivityKey): ActivityKey => ({ activityId });

const earlier = (a: LocalDate | null, b: LocalDate): LocalDate => (a !== null && a < b ? a : b);
const later = (a: LocalDate | null, b: LocalDate): LocalDate => (a !== null && a > b ? a : b);

const noKinds = {
  ...{ theme: null, carrier: null, carrierKind: null, programme: null, specialAction: null },
  ...{ serviceMode: null, venueKind: null, nature: null },
};

const activities = table<ActivityRegister, ActivityEvent>()({
  entity: ActivityRegister,
  keyOf: {
    ActivityPlanned: ofActivity,
    ActivityInsured: ofActivity,
    ActivityChanged: ofActivity,
    SessionHeld: ofActivity,
    ActivityCancelled: ofActivity,
  },
  // The other columns come with the plan, which is the first event of every activity.
  empty: (key): ActivityRegister =>
    ({
      ...key,
      ...{ firstHeldOn: null, lastHeldOn: null, insuredOn: null, cancelledOn: null, cancellationReason: null },
    }) as ActivityRegister,
  on: {
    ActivityPlanned: (row, data): ActivityRegister => ({
      ...row,
      ...noKinds,
      ...data,
      letters: data.title === erasedText ? '' : lettersOf(data.title),
    }),
    ActivityInsured: (row, { insuredOn }): ActivityRegister => ({
      ...row,
      insuredOn: earlier(row.insuredOn, insuredOn),
    }),
    ActivityChanged: (row, { place, responsiblePerson }): ActivityRegister => ({
      ...row,
      place: place ?? row.place,
      responsiblePerson: responsiblePerson ?? row.responsiblePerson,
    }),
    SessionHeld: (row, { heldOn }): ActivityRegister => ({
      ...row,
      firstHeldOn: earlier(row.firstHeldOn, heldOn),
      lastHeldOn: later(row.lastHeldOn, heldOn),
    }),
    ActivityCancelled: (row, { cancelledOn, reason }): ActivityRegister => ({
      ...row,
      cancelledOn,
      cancellationReason: reason,
    }),
  },
});

type TeamKey = Pick<ActivityRegisterTeam, 'activityId' | 'teamId'>;

const teams = table<ActivityRegisterTeam, ActivityEvent>()({
  entity: ActivityRegisterTeam,
  keyOf: {
    ActivityPlanned: ({ activityId, teamIds }): readonly TeamKey[] => teamIds.map((teamId) => ({ activityId, teamId })),
  },
  empty: (key): ActivityRegisterTeam => ({ ...key, ordinal: 1 }),
  on: {
    ActivityPlanned: (row, { teamIds }): ActivityRegisterTeam => ({ ...row, ordinal: teamIds.indexOf(row.teamId) + 1 }),
  },
});

const sessions = table<ActivityRegisterSession, ActivityEvent>()({
  entity: ActivityRegisterSession,
  keyOf: { SessionHeld: ({ sessionId }): Pick<ActivityRegisterSession, 'sessionId'> => ({ sessionId }) },
  empty: (key): ActivityRegisterSession => key as ActivityRegisterSession,
  on: {
    SessionHeld: (row, { activityId, heldOn, startsAt, endsOn, endsAt }): ActivityRegisterSession => ({
      ...row,
      activityId,
      heldOn,
      startsAt,
      endsOn: endsOn ?? heldOn,
      endsAt,
    }),
  },
});

type AttendanceKey = Pick<ActivityRegisterAttendance, 'sessionId' | 'volunteerId'>;
const ofAttendance = ({ sessionId, volunteerId }: AttendanceKey): AttendanceKey => ({ sessionId, volunteerId });

const attendances = table<ActivityRegisterAttendance, ActivityEvent>()({
  entity: ActivityRegisterAttendance,
  keyOf: { AttendanceRecorded: ofAttendance, AttendanceWithdrawn: ofAttendance, AttendanceAttested: ofAttendance },
  empty: (key): ActivityRegisterAttendance => ({ ...key, attestedBy: null }) as ActivityRegisterAttendance,
  on: {
    AttendanceRecorded: (row, data): ActivityRegisterAttendance => ({
      ...row,
      ...data,
      teamId: data.teamId ?? null,
      endsOn: data.endsOn ?? data.servedOn,
      lateReasonCode: data.lateReasonCode ?? null,
      sheetId: data.sheetId ?? null,
      attestedBy: null,
    }),
    AttendanceWithdrawn: (): null => null,
    AttendanceAttested: (row, { attestedBy }): ActivityRegisterAttendance => ({ ...row, attestedBy }),
  },
});

type EntryKey = Pick<ActivityRegisterCredit, 'entryId'>;
const ofEntry = ({ entryId }: EntryKey): EntryKey => ({ entryId });

type Entered = Extract<
  HoursEvent,
  { type: 'ServiceHoursCredited' | 'ServiceHoursConflicted' | 'ServiceHoursHeld' }
>['data'];

const entered = (
  row: ActivityRegisterCredit,
  { activityId, sessionId, volunteerId, teamId, servedOn, serviceMinutes }: Entered,
  state: ActivityRegisterCredit['state'],
): ActivityRegisterCredit => ({
  ...row,
  ...{ activityId: activityId ?? null, sessionId: sessionId ?? null, teamId: teamId ?? null },
  ...{ volunteerId, servedOn, serviceMinutes, state },
});

const credits = table<ActivityRegisterCredit, HoursEvent>()({
  entity: ActivityRegisterCredit,
  keyOf: {
    ServiceHoursCredited: ofEntry,
    ServiceHoursConflicted: ofEntry,
    ServiceHoursHeld: ofEntry,
    ServiceHoursDeclined: ofEntry,
    ServiceHoursReversed: ofEntry,
  },
  empty: (key): ActivityRegisterCredit => ({
    ...key,
    ...{ activityId: null, sessionId: null, volunteerId: null, teamId: null, servedOn: null, serviceMinutes: 0 },
    ...{ state: 'credited', reversalReasonCode: null, reversedOn: null },
  }),
  on: {
    ServiceHoursCredited: (row, data): ActivityRegisterCredit => entered(row, data, 'credited'),
    ServiceHoursConflicted: (row, data): ActivityRegisterCredit => entered(row, data, 'conflicted'),
    ServiceHoursHeld: (row, data): ActivityRegisterCredit => entered(row, data, 'held'),
    ServiceHoursDeclined: (row): ActivityRegisterCredit => ({ ...row, state: 'declined' }),
    ServiceHoursReversed: (row, { reasonCode, reversedOn }): ActivityRegisterCredit => ({
      ...row,
      state: 'reversed',
      reversalReasonCode: reasonCode,
      reversedOn,
    }),
  },
});

type NameKey = Pick<ActivityRegisterName, 'subjectId'>;
const named = (subjectId: NameKey['subjectId']): NameKey => ({ subjectId });

function namedFrom(row: ActivityRegisterName, entry: ActivityRegisterName['names'][number]): ActivityRegisterName {
  const names = withDated(row.names, entry);
  return { ...row, name: names.at(-1)?.name ?? entry.name, names };
}

const names = table<ActivityRegisterName, VolunteerEvent | TeamEvent | OrganizationEvent>()({
  entity: ActivityRegisterName,
  keyOf: {
    ApplicationSubmitted: ({ volunteerId }): NameKey => named(volunteerId),
    ParticularsChanged: ({ volunteerId, name }): readonly NameKey[] => (name === undefined ? [] : [named(volunteerId)]),
    TeamEstablished: ({ teamId }): NameKey => named(teamId),
    TeamRenamed: ({ teamId }): NameKey => named(teamId),
    PartyOrganizationRegistered: ({ organizationId }): NameKey => named(organizationId),
    PartyOrganizationRenamed: ({ organizationId }): NameKey => named(organizationId),
  },
  empty: (key): ActivityRegisterName => ({ ...key, name: '', names: [] }),
  on: {
    ApplicationSubmitted: (row, { name }): ActivityRegisterName => ({ ...row, name }),
    ParticularsChanged: (row, { name }): ActivityRegisterName => ({ ...row, name: name ?? row.name }),
    TeamEstablished: (row, { name, establishedOn }): ActivityRegisterName =>
      namedFrom(row, { on: establishedOn, name }),
    TeamRenamed: (row, { name, renamedOn }): ActivityRegisterName => namedFrom(row, { on: renamedOn, name }),
    PartyOrganizationRegistered: (row, { name, registeredOn }): ActivityRegisterName =>
      namedFrom(row, { on: registeredOn, name }),
    PartyOrganizationRenamed: (row, { name, renamedOn }): ActivityRegisterName =>
      namedFrom(row, { on: renamedOn, name }),
  },
});

/** Answers: what did we do, when and where, who took part and with how many minutes? Book 2, 活动情况登记簿. */
export const activityRegister: Projection = {
  name: 'activity-register',
  version: 6,
  opens: ['identity', 'free'],
  tables: [activities, teams, sessions, attendances, credits, names],
};
