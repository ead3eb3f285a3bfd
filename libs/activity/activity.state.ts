import type { OrganizationId, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { ClearActivityEvent } from './activity.events.js';

type Clear<T extends ClearActivityEvent['type']> = Extract<ClearActivityEvent, { type: T }>['data'];

type Plan = Clear<'ActivityPlanned'>;
export type AttendanceEntry = Clear<'AttendanceRecorded'>;

export type Attendance =
  | { readonly status: 'recorded'; readonly entry: AttendanceEntry }
  | { readonly status: 'attested'; readonly entry: AttendanceEntry }
  | { readonly status: 'withdrawn' };

export interface Session {
  readonly held: Clear<'SessionHeld'>;
  readonly attendances: ReadonlyMap<VolunteerId, Attendance>;
}

export interface PlannedActivity extends Plan {
  readonly status: 'planned';
  readonly sessions: ReadonlyMap<SessionId, Session>;
}

export type Activity =
  | { readonly status: 'unplanned' }
  | PlannedActivity
  | { readonly status: 'cancelled'; readonly organizationId: OrganizationId };

/** What `evolve` folds: the state of one activity stream. An event it does not know leaves the state as it is. */
export function evolveActivity(activity: Activity, event: ClearActivityEvent): Activity {
  switch (event.type) {
    case 'ActivityPlanned':
      return { ...event.data, status: 'planned', sessions: new Map() };
    case 'SessionHeld':
      return withSession(activity, event.data.sessionId, { held: event.data, attendances: new Map() });
    case 'AttendanceRecorded':
      return withAttendance(activity, event.data, () => ({ status: 'recorded', entry: event.data }));
    case 'AttendanceWithdrawn':
      return withAttendance(activity, event.data, () => ({ status: 'withdrawn' }));
    case 'AttendanceAttested':
      return withAttendance(activity, event.data, (known) =>
        known?.status === 'recorded' ? { status: 'attested', entry: known.entry } : known,
      );
    case 'ActivityCancelled':
      return { status: 'cancelled', organizationId: event.data.organizationId };
    default:
      return activity;
  }
}

function withSession(activity: Activity, sessionId: SessionId, session: Session): Activity {
  if (activity.status !== 'planned') return activity;
  return { ...activity, sessions: new Map(activity.sessions).set(sessionId, session) };
}

function withAttendance(
  activity: Activity,
  { sessionId, volunteerId }: { readonly sessionId: SessionId; readonly volunteerId: VolunteerId },
  change: (known: Attendance | undefined) => Attendance | undefined,
): Activity {
  const session = activity.status === 'planned' ? activity.sessions.get(sessionId) : undefined;
  const attendance = change(session?.attendances.get(volunteerId));
  if (!session || !attendance) return activity;
  return withSession(activity, sessionId, {
    ...session,
    attendances: new Map(session.attendances).set(volunteerId, attendance),
  });
}

/** What stands of a session: recorded or attested, not withdrawn. */
export const standingAttendances = ({ attendances }: Session): Map<VolunteerId, AttendanceEntry> =>
  new Map(
    [...attendances].flatMap(([volunteerId, attendance]) =>
      attendance.status === 'withdrawn' ? [] : [[volunteerId, attendance.entry] as const],
    ),
  );
