import type { EvidenceId, OrganizationId, PlanLineId, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import type { ClearActivityEvent, EvidenceKind } from './activity.events.js';

type Clear<T extends ClearActivityEvent['type']> = Extract<ClearActivityEvent, { type: T }>['data'];

type Plan = Clear<'ActivityPlanned'>;
export type AttendanceEntry = Clear<'AttendanceRecorded'>;

export type Attendance =
  | { readonly status: 'recorded'; readonly entry: AttendanceEntry }
  | { readonly status: 'attested'; readonly entry: AttendanceEntry }
  | { readonly status: 'withdrawn' };

/** Marks made on the spot; what comes of them is decided when the session is held. */
export interface Presence {
  readonly checkedIn: Clear<'VolunteerCheckedIn'>;
  readonly checkedOut?: Clear<'VolunteerCheckedOut'>;
}

export interface Session {
  /** The times announced; the same as those held where nothing was announced. */
  readonly scheduled?: Clear<'SessionScheduled'>;
  readonly held?: Clear<'SessionHeld'>;
  /** In the order of signing up; who cancels goes to the end when they come again. */
  readonly signedUp: ReadonlyMap<VolunteerId, { readonly isWaiting: boolean }>;
  readonly presences: ReadonlyMap<VolunteerId, Presence>;
  readonly attendances: ReadonlyMap<VolunteerId, Attendance>;
}

export interface HeldSession extends Session {
  readonly held: Clear<'SessionHeld'>;
}

export interface ScheduledSession extends Session {
  readonly scheduled: Clear<'SessionScheduled'>;
}

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly sha256: string;
}

export interface PlannedActivity extends Plan {
  readonly status: 'planned';
  readonly insuredOn?: LocalDate;
  readonly planLines: ReadonlySet<PlanLineId>;
  readonly evidence: ReadonlyMap<EvidenceId, Evidence>;
  readonly sessions: ReadonlyMap<SessionId, Session>;
}

export type Activity =
  | { readonly status: 'unplanned' }
  | PlannedActivity
  | { readonly status: 'cancelled'; readonly organizationId: OrganizationId };

/** What `evolve` folds: the state of one activity stream. An event it does not know leaves the state as it is. */
export function evolveActivity(activity: Activity, event: ClearActivityEvent): Activity {
  if (event.type === 'ActivityPlanned')
    return { ...event.data, status: 'planned', planLines: new Set(), evidence: new Map(), sessions: new Map() };
  if (activity.status !== 'planned') return activity;
  switch (event.type) {
    case 'ActivityCancelled':
      return { status: 'cancelled', organizationId: event.data.organizationId };
    case 'ActivityChanged':
      return activity;
    case 'ActivityInsured':
      return { ...activity, insuredOn: earlier(activity.insuredOn, event.data.insuredOn) };
    case 'PlanLineTied':
      return { ...activity, planLines: new Set(activity.planLines).add(event.data.planLineId) };
    case 'EvidenceAdded':
      return { ...activity, evidence: new Map(activity.evidence).set(event.data.evidenceId, evidenceOf(event.data)) };
    default:
      return { ...activity, sessions: evolveSessions(activity.sessions, event) };
  }
}

type SessionEvent = Exclude<
  ClearActivityEvent,
  { type: 'ActivityPlanned' | 'ActivityChanged' | 'ActivityCancelled' | 'ActivityInsured' | 'PlanLineTied' | 'EvidenceAdded' }
>;
type Sessions = ReadonlyMap<SessionId, Session>;

const empty: Session = { signedUp: new Map(), presences: new Map(), attendances: new Map() };

function evolveSessions(sessions: Sessions, event: SessionEvent): Sessions {
  const known = sessions.get(event.data.sessionId);
  const session = known ?? (opens(event) ? empty : undefined);
  return session ? new Map(sessions).set(event.data.sessionId, evolveSession(session, event)) : sessions;
}

const opens = ({ type }: SessionEvent): boolean => type === 'SessionScheduled' || type === 'SessionHeld';

function evolveSession(session: Session, { type, data }: SessionEvent): Session {
  switch (type) {
    case 'SessionScheduled':
      return { ...session, scheduled: data };
    case 'SessionRescheduled':
      return withNewTimes(session, data);
    case 'SessionHeld':
      return { ...session, held: data };
    case 'VolunteerSignedUp':
      return { ...session, signedUp: withEntry(session.signedUp, data.volunteerId, { isWaiting: data.isWaiting }) };
    case 'VolunteerMovedUp':
      return { ...session, signedUp: withEntry(session.signedUp, data.volunteerId, { isWaiting: false }) };
    case 'SignUpRescheduled':
    case 'SignUpActivityChanged':
      return session;
    case 'SignUpCancelled':
    case 'SignUpLapsed':
      return { ...session, signedUp: without(session.signedUp, data.volunteerId) };
    case 'VolunteerCheckedIn':
      return { ...session, presences: withEntry(session.presences, data.volunteerId, { checkedIn: data }) };
    case 'VolunteerCheckedOut':
      return withCheckOut(session, data);
    default:
      return { ...session, attendances: evolveAttendances(session.attendances, { type, data } as AttendanceEvent) };
  }
}

function withNewTimes(session: Session, moved: Clear<'SessionRescheduled'>): Session {
  if (!session.scheduled) return session;
  const { endsOn: _old, ...scheduled } = session.scheduled;
  const { heldOn, startsAt, endsOn, endsAt } = moved;
  return { ...session, scheduled: { ...scheduled, heldOn, startsAt, ...(endsOn ? { endsOn } : {}), endsAt } };
}

type AttendanceEvent = Extract<ClearActivityEvent, { type: `Attendance${string}` }>;
type Attendances = Session['attendances'];

function evolveAttendances(attendances: Attendances, { type, data }: AttendanceEvent): Attendances {
  const known = attendances.get(data.volunteerId);
  switch (type) {
    case 'AttendanceRecorded':
      return withEntry(attendances, data.volunteerId, { status: 'recorded', entry: data });
    case 'AttendanceWithdrawn':
      return withEntry(attendances, data.volunteerId, { status: 'withdrawn' });
    case 'AttendanceAttested':
      return known?.status === 'recorded'
        ? withEntry(attendances, data.volunteerId, { status: 'attested', entry: known.entry })
        : attendances;
    default:
      return attendances;
  }
}

function withCheckOut(session: Session, checkedOut: Clear<'VolunteerCheckedOut'>): Session {
  const known = session.presences.get(checkedOut.volunteerId);
  return known
    ? { ...session, presences: withEntry(session.presences, checkedOut.volunteerId, { ...known, checkedOut }) }
    : session;
}

const withEntry = <K, V>(entries: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(entries).set(key, value);

const without = <K, V>(entries: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...entries].filter(([one]) => one !== key));

const earlier = (a: LocalDate | undefined, b: LocalDate): LocalDate => (a !== undefined && a < b ? a : b);

const evidenceOf = ({ evidenceKind, sha256 }: Clear<'EvidenceAdded'>): Evidence => ({ kind: evidenceKind, sha256 });

export const isUninsured = ({ isDangerous, insuredOn }: PlannedActivity, day: LocalDate): boolean =>
  isDangerous && (insuredOn === undefined || insuredOn > day);

export const isHeld = (session: Session | undefined): session is HeldSession => session?.held !== undefined;
export const isScheduled = (session: Session | undefined): session is ScheduledSession =>
  session?.scheduled !== undefined;

interface Times {
  readonly heldOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsOn?: LocalDate;
  readonly endsAt: TimeOfDay;
}
/** The last day of a session, announced or held. */
export const lastDayOf = ({ heldOn, endsOn }: Times): LocalDate => endsOn ?? heldOn;

/** What stands of a session: recorded or attested, not withdrawn. */
export const standingAttendances = ({ attendances }: Pick<Session, 'attendances'>): Map<VolunteerId, AttendanceEntry> =>
  new Map(
    [...attendances].flatMap(([volunteerId, attendance]) =>
      attendance.status === 'withdrawn' ? [] : [[volunteerId, attendance.entry] as const],
    ),
  );
