import type { Act } from '#libs/kernel/decider';
import type {
  AccountId,
  ActivityId,
  EvidenceId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import { someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import type { ActivityCommand, AttendanceLine } from './activity.commands.js';
import { activityDecider } from './activity.decider.js';
import type { ActivityFacts } from './activity.facts.js';
import type { ActivityEvent } from './activity.events.js';
import type { CheckIn, CheckOut } from './session.commands.js';

// A made-up activity of one team, with one session: what the specs of this slice start from.
export const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
export const at = (text: string): TimeOfDay => text as TimeOfDay;
export const day = (text: string): LocalDate => text as LocalDate;

export const activityId = idOf<ActivityId>(1);
export const organizationId = idOf<OrganizationId>(2);
export const team = idOf<TeamId>(3);
export const secondTeam = idOf<TeamId>(4);
export const sessionId = idOf<SessionId>(5);
export const afternoon = idOf<SessionId>(6);
export const [wang, li, zhao] = [idOf<VolunteerId>(11), idOf<VolunteerId>(12), idOf<VolunteerId>(13)];
export const entryOf = (volunteerId: VolunteerId): HoursEntryId =>
  volunteerId.replace('-8000-', '-9000-') as HoursEntryId;

export const recorder: Act = someAct;
export const attester: Act = { ...someAct, by: idOf<AccountId>(99) };

const given = specification(activityDecider);
export const when = (
  past: readonly ActivityEvent[],
  command: ActivityCommand,
  act: Act = recorder,
  facts?: ActivityFacts,
) => given(...past).when(command, facts, act);

export const plan = {
  activityId,
  organizationId,
  teamIds: [team],
  title: '清洁家园',
  place: '江滨公园',
  content: '捡拾垃圾',
  responsiblePerson: '甲某',
};
export const planned: ActivityEvent = {
  type: 'ActivityPlanned',
  data: { ...plan, isDangerous: false, isEmergency: false, plannedOn: day('2026-06-20') },
};
export const span = { activityId, sessionId, heldOn: day('2026-06-30'), startsAt: at('09:00'), endsAt: at('11:00') };
export const held: ActivityEvent = { type: 'SessionHeld', data: { ...span, organizationId } };
export const heldInTheAfternoon: ActivityEvent = {
  type: 'SessionHeld',
  data: { ...span, organizationId, sessionId: afternoon, startsAt: at('14:00'), endsAt: at('16:00') },
};
export const cancelled: ActivityEvent = {
  type: 'ActivityCancelled',
  data: { activityId, organizationId, cancelledOn: day('2026-06-30'), reason: '暴雨' },
};

export const line = (volunteerId: VolunteerId, changes: Partial<AttendanceLine> = {}): AttendanceLine => ({
  volunteerId,
  entryId: entryOf(volunteerId),
  teamId: team,
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  serviceMinutes: 120 as Minutes,
  ...changes,
});
export const record = (...attendances: AttendanceLine[]): ActivityCommand => ({
  type: 'RecordAttendance',
  data: { activityId, sessionId, provenance: 'WITNESSED', attendances },
});
/** The paper that several people signed (F-06). */
export const sheetId = idOf<EvidenceId>(70);
export const sheetAdded: ActivityEvent = {
  type: 'EvidenceAdded',
  data: {
    ...{ activityId, organizationId, evidenceId: sheetId, evidenceKind: 'SIGN_IN_SHEET', sha256: 'a1'.repeat(32) },
    ...{ bytes: 1234, contentType: 'PDF', addedOn: day('2026-07-01'), showsMinor: false, hasGuardianConsent: false },
  },
};
export const recordOnPaper = (...attendances: AttendanceLine[]): ActivityCommand => ({
  type: 'RecordAttendance',
  data: { activityId, sessionId, provenance: 'WITNESSED', sheetId, attendances },
});
export const attendance = (volunteerId: VolunteerId) => ({
  activityId,
  sessionId,
  volunteerId,
  entryId: entryOf(volunteerId),
  teamId: team,
  servedOn: day('2026-06-30'),
  startsAt: at('09:00'),
  endsAt: at('11:00'),
  serviceMinutes: 120 as Minutes,
  provenance: 'WITNESSED' as const,
  recordedBy: recorder.by,
  recordedOn: recorder.today,
});
export const recorded = (volunteerId: VolunteerId, recordedBy = recorder.by): ActivityEvent => ({
  type: 'AttendanceRecorded',
  data: { ...attendance(volunteerId), recordedBy, endDerived: false },
});
export const attested = (volunteerId: VolunteerId): ActivityEvent => ({
  type: 'AttendanceAttested',
  data: { ...attendance(volunteerId), organizationId, attestedBy: attester.by, attestedOn: attester.today },
});
export const withdrawn = (volunteerId: VolunteerId): ActivityEvent => ({
  type: 'AttendanceWithdrawn',
  data: { activityId, sessionId, volunteerId, reason: '抄错行' },
});
export const withdraw: ActivityCommand = {
  type: 'WithdrawAttendance',
  data: { activityId, sessionId, volunteerId: wang, reason: '抄错行' },
};
export const attest = (...volunteerIds: VolunteerId[]): ActivityCommand => ({
  type: 'AttestAttendance',
  data: { activityId, sessionId, ...(volunteerIds.length > 0 ? { volunteerIds } : {}) },
});
export const cancel: ActivityCommand = { type: 'CancelActivity', data: { activityId, reason: '暴雨' } };

/** Announced for the afternoon of the day of the act, which is nine in the morning. */
export const announcement = {
  activityId,
  sessionId,
  heldOn: day('2026-07-01'),
  startsAt: at('14:00'),
  endsAt: at('16:00'),
};
export const scheduled = (capacity?: number): ActivityEvent => ({
  type: 'SessionScheduled',
  data: { ...announcement, organizationId, ...(capacity === undefined ? {} : { capacity }) },
});
/** The same act at another time of that day, in China. */
export const actAt = (time: string, act: Act = recorder): Act => ({
  ...act,
  at: `2026-07-01T${String(Number(time.slice(0, 2)) - 8).padStart(2, '0')}:${time.slice(3)}:00.000Z` as Act['at'],
});
export const by = (volunteerId: VolunteerId, time: string): Act => ({ ...actAt(time), byVolunteer: volunteerId });
export const code = '59471234.AAAAAAAAAAAAAAAAAAAAAA';
export const checkingIn = (volunteerId: VolunteerId, given: Partial<CheckIn> = {}): ActivityCommand => ({
  type: 'CheckIn',
  data: { activityId, sessionId, volunteerId, entryId: entryOf(volunteerId), teamId: team, ...given },
});
export const checkingOut = (volunteerId: VolunteerId, given: Partial<CheckOut> = {}): ActivityCommand => ({
  type: 'CheckOut',
  data: { activityId, sessionId, volunteerId, ...given },
});
export const person = (volunteerId: VolunteerId) => ({ activityId, sessionId, volunteerId });
