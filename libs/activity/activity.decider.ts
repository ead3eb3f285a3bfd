import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import { minuteOfDay, type TimeOfDay } from '#libs/kernel/time';
import type { ActivityCommand, AttendanceLine } from './activity.commands.js';
import type { ActivityEvent, ClearActivityEvent } from './activity.events.js';
import {
  evolveActivity,
  standingAttendances,
  type Activity,
  type Attendance,
  type AttendanceEntry,
  type PlannedActivity,
  type Session,
} from './activity.state.js';

export type ActivityRefusal =
  | 'activity_is_planned_once'
  | 'activity_must_be_planned'
  | 'activity_must_not_be_cancelled'
  | 'activity_with_attested_attendance_stays'
  | 'service_must_have_happened'
  | 'session_must_end_after_it_starts'
  | 'session_is_held_once'
  | 'session_must_be_held'
  | 'attendance_must_end_after_it_starts'
  | 'attendance_must_end_on_its_day'
  | 'minutes_must_fit_the_span'
  | 'team_must_take_part_in_the_activity'
  | 'attendance_is_recorded_once'
  | 'entry_id_belongs_to_one_attendance'
  | 'attendance_must_be_recorded'
  | 'attested_attendance_is_corrected_in_the_ledger'
  | 'recorder_and_attester_must_differ'
  | 'nobody_attests_their_own_hours';

type Decision = readonly ActivityEvent[] | Refusal<ActivityRefusal>;
type Asked<T extends ActivityCommand['type']> = DataOfCommand<ActivityCommand, T>;
type Recorded = Extract<ActivityEvent, { type: 'AttendanceRecorded' }>;

/** One activity with its sessions and attendances. Nothing is credited here: an attested attendance is what the hours ledger credits. */
export const activityDecider: Decider<Activity, ActivityCommand, ActivityEvent, ClearActivityEvent, ActivityRefusal> = {
  initial: { status: 'unplanned' },
  evolve: evolveActivity,
  decide: (command, activity, act) => {
    const { type, data } = command;
    if (activity.status === 'cancelled')
      return type === 'CancelActivity' ? [] : refuse('activity_must_not_be_cancelled');
    if (type === 'PlanActivity') return planActivity(data, activity, act);
    if (activity.status === 'unplanned') return refuse('activity_must_be_planned');
    switch (type) {
      case 'HoldSession':
        return holdSession(data, activity, act);
      case 'CancelActivity':
        return cancelActivity(data, activity, act);
      default:
        return decideOnAttendance(command, activity, act);
    }
  },
};

type AttendanceCommand = Extract<ActivityCommand, { type: `${string}Attendance` }>;

function decideOnAttendance({ type, data }: AttendanceCommand, activity: PlannedActivity, act: Act): Decision {
  const session = activity.sessions.get(data.sessionId);
  if (!session) return refuse('session_must_be_held');
  switch (type) {
    case 'RecordAttendance':
      return recordAttendance(data, activity, session, act);
    case 'WithdrawAttendance':
      return withdrawAttendance(data, session);
    case 'AttestAttendance':
      return attestAttendance(data, activity, session, act);
  }
}

function planActivity(
  asked: Asked<'PlanActivity'>,
  activity: Exclude<Activity, { status: 'cancelled' }>,
  act: Act,
): Decision {
  const { theme, ...named } = asked;
  if (activity.status === 'unplanned')
    return [{ type: 'ActivityPlanned', data: { ...named, plannedOn: act.today, ...(theme ? { theme } : {}) } }];
  const samePlan =
    activity.organizationId === asked.organizationId &&
    activity.theme === theme &&
    sameMembers(new Set(activity.teamIds), new Set(asked.teamIds));
  return samePlan ? [] : refuse('activity_is_planned_once');
}

function holdSession(asked: Asked<'HoldSession'>, { organizationId, sessions }: PlannedActivity, act: Act): Decision {
  const { heldOn, startsAt, endsAt } = asked;
  if (heldOn > act.today) return refuse('service_must_have_happened');
  if (minuteOfDay(endsAt) <= minuteOfDay(startsAt)) return refuse('session_must_end_after_it_starts');
  const held = sessions.get(asked.sessionId)?.held;
  if (!held) return [{ type: 'SessionHeld', data: { ...asked, organizationId } }];
  const same = held.heldOn === heldOn && held.startsAt === startsAt && held.endsAt === endsAt;
  return same ? [] : refuse('session_is_held_once');
}

/** The whole sheet or nothing: a refusal names the line, so that it can be put right and sent again. */
function recordAttendance(
  asked: Asked<'RecordAttendance'>,
  activity: PlannedActivity,
  session: Session,
  act: Act,
): Decision {
  const standing = standingAttendances(session);
  const entryIds = new Set([...activity.sessions.values()].flatMap(entryIdsOf));
  const recorded: Recorded[] = [];
  for (const [index, line] of asked.attendances.entries()) {
    const attendance = attendanceOf(line, asked, session, act);
    const known = standing.get(line.volunteerId);
    if (known && sameAttendance(known, attendance.data)) continue;
    const fault = known ? 'attendance_is_recorded_once' : faultOfLine(line, activity, entryIds);
    if (fault) return refuse(fault, { line: index + 1 });
    standing.set(line.volunteerId, attendance.data);
    entryIds.add(line.entryId);
    recorded.push(attendance);
  }
  return recorded;
}

function faultOfLine(
  line: AttendanceLine,
  { teamIds }: PlannedActivity,
  entryIds: ReadonlySet<HoursEntryId>,
): ActivityRefusal | undefined {
  const starts = minuteOfDay(line.startsAt);
  const ends = endMinuteOf(line);
  // minutes belong to the day they are served on; a night is two lines, on two sessions.
  if (ends > 1440) return 'attendance_must_end_on_its_day';
  if (ends <= starts) return 'attendance_must_end_after_it_starts';
  if (line.serviceMinutes > ends - starts) return 'minutes_must_fit_the_span';
  if (line.teamId && !teamIds.includes(line.teamId)) return 'team_must_take_part_in_the_activity';
  return entryIds.has(line.entryId) ? 'entry_id_belongs_to_one_attendance' : undefined;
}

function attendanceOf(line: AttendanceLine, asked: Asked<'RecordAttendance'>, { held }: Session, act: Act): Recorded {
  return {
    type: 'AttendanceRecorded',
    data: {
      activityId: asked.activityId,
      sessionId: asked.sessionId,
      volunteerId: line.volunteerId,
      entryId: line.entryId,
      ...(line.teamId ? { teamId: line.teamId } : {}),
      servedOn: held.heldOn,
      startsAt: line.startsAt,
      endsAt: line.endsAt ?? timeAtMinute(endMinuteOf(line)),
      serviceMinutes: line.serviceMinutes,
      provenance: asked.provenance,
      recordedBy: act.by,
      endDerived: line.endsAt === undefined,
      ...(line.note ? { note: line.note } : {}),
    },
  };
}

function withdrawAttendance(asked: Asked<'WithdrawAttendance'>, session: Session): Decision {
  switch (session.attendances.get(asked.volunteerId)?.status) {
    case undefined:
      return refuse('attendance_must_be_recorded');
    case 'withdrawn':
      return [];
    case 'attested':
      return refuse('attested_attendance_is_corrected_in_the_ledger');
    case 'recorded':
      return [{ type: 'AttendanceWithdrawn', data: { ...asked } }];
  }
}

function attestAttendance(
  asked: Asked<'AttestAttendance'>,
  activity: PlannedActivity,
  session: Session,
  act: Act,
): Decision {
  return asked.volunteerIds
    ? attestNamed(asked.volunteerIds, activity, session, act)
    : attestAllOthers(activity, session, act);
}

function attestNamed(
  volunteerIds: readonly VolunteerId[],
  activity: PlannedActivity,
  session: Session,
  act: Act,
): Decision {
  const pending: AttendanceEntry[] = [];
  for (const volunteerId of new Set(volunteerIds)) {
    const attendance = session.attendances.get(volunteerId);
    if (!attendance || attendance.status === 'withdrawn') return refuse('attendance_must_be_recorded');
    if (attendance.status === 'attested') continue;
    const bar = barToAttest(attendance.entry, act);
    if (bar) return refuse(bar);
    pending.push(attendance.entry);
  }
  return pending.map((entry) => attested(entry, activity, act));
}

function attestAllOthers(activity: PlannedActivity, session: Session, act: Act): Decision {
  const attendances = [...session.attendances.values()];
  if (attendances.every(({ status }) => status === 'withdrawn')) return refuse('attendance_must_be_recorded');
  const pending = attendances.flatMap((attendance) => (attendance.status === 'recorded' ? [attendance.entry] : []));
  const mine = pending.filter((entry) => !barToAttest(entry, act));
  const bar = pending[0] && mine.length === 0 ? barToAttest(pending[0], act) : undefined;
  return bar ? refuse(bar) : mine.map((entry) => attested(entry, activity, act));
}

/** F-07: whoever recorded it or served it is not the second pair of eyes. */
function barToAttest(entry: AttendanceEntry, act: Act): ActivityRefusal | undefined {
  if (entry.volunteerId === act.byVolunteer) return 'nobody_attests_their_own_hours';
  if (entry.recordedBy === act.by) return 'recorder_and_attester_must_differ';
  return undefined;
}

function attested(entry: AttendanceEntry, { organizationId }: PlannedActivity, act: Act): ActivityEvent {
  // `batch` names the import that recorded; the attestation is an act of its own.
  const { endDerived: _endDerived, batch: _batch, ...attendance } = entry;
  return {
    type: 'AttendanceAttested',
    data: { ...attendance, organizationId, attestedBy: act.by },
  };
}

function cancelActivity(
  asked: Asked<'CancelActivity'>,
  { organizationId, sessions }: PlannedActivity,
  act: Act,
): Decision {
  const isAttested = ({ status }: Attendance): boolean => status === 'attested';
  if ([...sessions.values()].some(({ attendances }) => [...attendances.values()].some(isAttested)))
    return refuse('activity_with_attested_attendance_stays');
  return [{ type: 'ActivityCancelled', data: { ...asked, organizationId, cancelledOn: act.today } }];
}

const endMinuteOf = ({ startsAt, endsAt, serviceMinutes }: AttendanceLine): number =>
  endsAt ? minuteOfDay(endsAt) : minuteOfDay(startsAt) + serviceMinutes;

const timeAtMinute = (minute: number): TimeOfDay =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as TimeOfDay;

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));

const sameAttendance = (a: AttendanceEntry, b: AttendanceEntry): boolean =>
  (['teamId', 'startsAt', 'endsAt', 'serviceMinutes', 'provenance'] as const).every((name) => a[name] === b[name]);

const entryIdsOf = (session: Session): HoursEntryId[] =>
  [...standingAttendances(session).values()].map(({ entryId }) => entryId);
