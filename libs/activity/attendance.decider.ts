import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import type { ActivityCommand, AttendanceLine } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import {
  isHeld,
  lastDayOf,
  standingAttendances,
  type AttendanceEntry,
  type HeldSession,
  type PlannedActivity,
  type Session,
} from './activity.state.js';
import { endAfter, minutesOf, type Span } from './span.js';

export type AttendanceRefusal =
  | 'session_must_be_held'
  | 'sign_in_sheet_must_be_kept_as_evidence'
  | 'batch_rests_on_its_sign_in_sheet'
  | 'emergency_reason_needs_an_emergency_activity'
  | 'emergency_must_be_confirmed_by_its_command_body'
  | 'attendance_must_lie_on_a_day_of_its_session'
  | 'attendance_must_end_after_it_starts'
  | 'attendance_must_end_with_the_days_of_its_session'
  | 'minutes_must_fit_the_span'
  | 'team_must_take_part_in_the_activity'
  | 'attendance_is_recorded_once'
  | 'entry_id_belongs_to_one_attendance'
  | 'attendance_must_be_recorded'
  | 'attested_attendance_is_corrected_in_the_ledger'
  | 'recorder_and_attester_must_differ'
  | 'nobody_attests_their_own_hours';

type Decision = readonly ActivityEvent[] | Refusal<AttendanceRefusal>;
type AttendanceCommand = Extract<ActivityCommand, { type: `${string}Attendance` }>;
type Asked<T extends AttendanceCommand['type']> = DataOfCommand<AttendanceCommand, T>;
type Recorded = Extract<ActivityEvent, { type: 'AttendanceRecorded' }>;

/** Who was at a session that was held: recorded, taken back, attested by a second person. */
export function decideOnAttendance({ type, data }: AttendanceCommand, activity: PlannedActivity, act: Act): Decision {
  const session = activity.sessions.get(data.sessionId);
  if (!isHeld(session)) return refuse('session_must_be_held');
  switch (type) {
    case 'RecordAttendance':
      return recordAttendance(data, activity, session, act);
    case 'WithdrawAttendance':
      return withdrawAttendance(data, session);
    case 'AttestAttendance':
      return attestAttendance(data, activity, session, act);
  }
}

/** The whole sheet or nothing: a refusal names the line, so that it can be put right and sent again. */
function recordAttendance(
  asked: Asked<'RecordAttendance'>,
  activity: PlannedActivity,
  session: HeldSession,
  act: Act,
): Decision {
  const bar = barToSheet(asked, activity);
  if (bar) return refuse(bar);
  const standing = standingAttendances(session);
  const entryIds = new Set([...activity.sessions.values()].flatMap(entryIdsOf));
  const recorded: Recorded[] = [];
  for (const [index, line] of asked.attendances.entries()) {
    const span = spanOf(line, session);
    const attendance = attendanceOf(line, span, asked, act);
    const known = standing.get(line.volunteerId);
    if (known && sameAttendance(known, attendance.data)) continue;
    const fault = known
      ? 'attendance_is_recorded_once'
      : (faultOfSpan(span, line, session) ?? faultOfLine(line, activity, entryIds));
    if (fault) return refuse(fault, { line: index + 1 });
    standing.set(line.volunteerId, attendance.data);
    entryIds.add(line.entryId);
    recorded.push(attendance);
  }
  // F-06: several people in one act only from the paper that they signed.
  return recorded.length > 1 && !asked.sheetId ? refuse('batch_rests_on_its_sign_in_sheet') : recorded;
}

function barToSheet(
  { sheetId, lateReasonCode }: Asked<'RecordAttendance'>,
  { evidence, isEmergency }: PlannedActivity,
): AttendanceRefusal | undefined {
  if (sheetId && evidence.get(sheetId)?.kind !== 'SIGN_IN_SHEET') return 'sign_in_sheet_must_be_kept_as_evidence';
  return lateReasonCode === 'EMERGENCY' && !isEmergency ? 'emergency_reason_needs_an_emergency_activity' : undefined;
}

/** Without an end it ends after its minutes; 00:00 of the next day is 24:00 of this one. */
function spanOf(line: AttendanceLine, { held }: HeldSession): Span {
  const { startsAt, serviceMinutes } = line;
  const startsOn = line.servedOn ?? held.heldOn;
  if (!line.endsAt) return { startsOn, startsAt, ...endAfter(serviceMinutes, startsOn, startsAt) };
  const endsOn = line.endsOn ?? startsOn;
  const given = { startsOn, startsAt, endsOn, endsAt: line.endsAt };
  return line.endsAt === '00:00' && endsOn > startsOn
    ? { startsOn, startsAt, ...endAfter(minutesOf(given), startsOn, startsAt) }
    : given;
}

function faultOfSpan(span: Span, line: AttendanceLine, { held }: HeldSession): AttendanceRefusal | undefined {
  const lastDay = lastDayOf(held);
  if (span.startsOn < held.heldOn || span.startsOn > lastDay) return 'attendance_must_lie_on_a_day_of_its_session';
  // minutes belong to the day they are served on; only a session over midnight has a second one.
  if (span.endsOn > lastDay) return 'attendance_must_end_with_the_days_of_its_session';
  if (minutesOf(span) <= 0) return 'attendance_must_end_after_it_starts';
  return line.serviceMinutes > minutesOf(span) ? 'minutes_must_fit_the_span' : undefined;
}

function faultOfLine(
  line: AttendanceLine,
  { teamIds }: PlannedActivity,
  entryIds: ReadonlySet<HoursEntryId>,
): AttendanceRefusal | undefined {
  if (line.teamId && !teamIds.includes(line.teamId)) return 'team_must_take_part_in_the_activity';
  return entryIds.has(line.entryId) ? 'entry_id_belongs_to_one_attendance' : undefined;
}

function attendanceOf(line: AttendanceLine, span: Span, asked: Asked<'RecordAttendance'>, act: Act): Recorded {
  return {
    type: 'AttendanceRecorded',
    data: {
      activityId: asked.activityId,
      sessionId: asked.sessionId,
      volunteerId: line.volunteerId,
      entryId: line.entryId,
      ...(line.teamId ? { teamId: line.teamId } : {}),
      servedOn: span.startsOn,
      startsAt: span.startsAt,
      ...(span.endsOn === span.startsOn ? {} : { endsOn: span.endsOn }),
      endsAt: span.endsAt,
      serviceMinutes: line.serviceMinutes,
      provenance: asked.provenance,
      recordedBy: act.by,
      recordedOn: act.today,
      ...(asked.lateReasonCode ? { lateReasonCode: asked.lateReasonCode } : {}),
      endDerived: line.endsAt === undefined,
      ...(asked.sheetId ? { sheetId: asked.sheetId } : {}),
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
  if (isUnconfirmed(activity, session)) return refuse('emergency_must_be_confirmed_by_its_command_body');
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

/** F-35: what was written down weeks later for an emergency rests on the word of its command body. */
const isUnconfirmed = ({ evidence }: PlannedActivity, { attendances }: Session): boolean =>
  [...attendances.values()].some((one) => one.status === 'recorded' && one.entry.lateReasonCode === 'EMERGENCY') &&
  ![...evidence.values()].some(({ kind }) => kind === 'COMMAND_BODY_CONFIRMATION');

/** F-07: whoever recorded it or served it is not the second pair of eyes. */
function barToAttest(entry: AttendanceEntry, act: Act): AttendanceRefusal | undefined {
  if (entry.volunteerId === act.byVolunteer) return 'nobody_attests_their_own_hours';
  if (entry.recordedBy === act.by) return 'recorder_and_attester_must_differ';
  return undefined;
}

function attested(entry: AttendanceEntry, { organizationId }: PlannedActivity, act: Act): ActivityEvent {
  // `batch` names the import that recorded; the attestation is an act of its own.
  const { endDerived: _endDerived, sheetId: _sheetId, batch: _batch, ...attendance } = entry;
  return {
    type: 'AttendanceAttested',
    data: { ...attendance, organizationId, attestedBy: act.by, attestedOn: act.today },
  };
}

const sameNames = ['teamId', 'servedOn', 'startsAt', 'endsOn', 'endsAt', 'serviceMinutes', 'provenance'] as const;
const sameAttendance = (a: AttendanceEntry, b: AttendanceEntry): boolean =>
  sameNames.every((name) => a[name] === b[name]);

const entryIdsOf = (session: Session): HoursEntryId[] =>
  [...standingAttendances(session).values()].map(({ entryId }) => entryId);
