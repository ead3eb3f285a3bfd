import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { Minutes } from '#libs/kernel/time';
import type { ActivityEvent, Provenance } from './activity.events.js';
import type { ActivityFacts } from './activity.facts.js';
import {
  isScheduled,
  isUninsured,
  lastDayOf,
  standingAttendances,
  type HeldSession,
  type PlannedActivity,
  type Presence,
  type ScheduledSession,
} from './activity.state.js';
import type { SessionCommand } from './session.commands.js';
import { earlierOf, minutesBetween, minutesFrom, placeOf, type Place } from './span.js';

export type CheckInRefusal =
  | 'session_must_be_scheduled'
  | 'session_is_held_already'
  | 'activity_is_insured_before_it_is_held'
  | 'check_in_belongs_to_the_day_of_its_session'
  | 'session_must_not_be_over'
  | 'check_in_code_must_be_fresh'
  | 'check_in_code_is_for_oneself'
  | 'own_check_in_needs_the_code'
  | 'check_in_takes_a_team_of_the_activity'
  | 'check_in_takes_a_new_entry_id'
  | 'check_out_follows_a_check_in';

type Bar = Refusal<CheckInRefusal> | undefined;
type Decision = readonly ActivityEvent[] | Refusal<CheckInRefusal>;
type Asked<T extends SessionCommand['type']> = DataOfCommand<SessionCommand, T>;
type Marking = Asked<'CheckOut'>;

export function checkIn(asked: Asked<'CheckIn'>, activity: PlannedActivity, act: Act, facts: ActivityFacts): Decision {
  const session = openSession(asked, activity, act);
  if ('refused' in session) return session;
  const bar = barToMark(asked, act, facts) ?? barToCheckIn(asked, activity, session, act);
  if (bar) return bar;
  if (session.presences.has(asked.volunteerId)) return [];
  const { teamId, entryId } = asked;
  const now = placeOf(act);
  const data = {
    ...marked(asked, activity, act, facts),
    entryId,
    ...(teamId ? { teamId } : {}),
    checkedInOn: now.on,
    checkedInAt: now.at,
  };
  return [{ type: 'VolunteerCheckedIn', data }];
}

export function checkOut(
  asked: Asked<'CheckOut'>,
  activity: PlannedActivity,
  act: Act,
  facts: ActivityFacts,
): Decision {
  const session = openSession(asked, activity, act);
  if ('refused' in session) return session;
  const bar = barToMark(asked, act, facts);
  if (bar) return bar;
  const presence = session.presences.get(asked.volunteerId);
  if (!presence) return refuse('check_out_follows_a_check_in');
  if (presence.checkedOut) return [];
  const now = placeOf(act);
  const data = { ...marked(asked, activity, act, facts), checkedOutOn: now.on, checkedOutAt: now.at };
  return [{ type: 'VolunteerCheckedOut', data }];
}

/** Marks are made on the days of a session that was announced, until somebody says that it was held. */
function openSession(
  { sessionId }: Marking,
  { sessions }: PlannedActivity,
  { today }: Act,
): ScheduledSession | Refusal<CheckInRefusal> {
  const session = sessions.get(sessionId);
  if (!isScheduled(session)) return refuse('session_must_be_scheduled');
  if (session.held) return refuse('session_is_held_already');
  const { scheduled } = session;
  const isItsDay = scheduled.heldOn <= today && today <= lastDayOf(scheduled);
  return isItsDay ? session : refuse('check_in_belongs_to_the_day_of_its_session');
}

/** The code proves that its bearer is there, nobody else; without it somebody else has to say so (F-32). */
function barToMark({ code, volunteerId }: Marking, { byVolunteer }: Act, { codeHolds }: ActivityFacts): Bar {
  const isOwn = byVolunteer === volunteerId;
  if (code === undefined) return isOwn ? refuse('own_check_in_needs_the_code') : undefined;
  if (!isOwn) return refuse('check_in_code_is_for_oneself');
  return codeHolds ? undefined : refuse('check_in_code_must_be_fresh');
}

function barToCheckIn(
  { volunteerId, teamId, entryId }: Asked<'CheckIn'>,
  activity: PlannedActivity,
  { scheduled }: ScheduledSession,
  act: Act,
): Bar {
  if (minutesFrom(placeOf(act), { on: lastDayOf(scheduled), at: scheduled.endsAt }) <= 0)
    return refuse('session_must_not_be_over');
  if (isUninsured(activity, act.today)) return refuse('activity_is_insured_before_it_is_held');
  if (teamId && !activity.teamIds.includes(teamId)) return refuse('check_in_takes_a_team_of_the_activity');
  const isTaken = [...activity.sessions.values()].some(({ attendances, presences }) =>
    [
      ...standingAttendances({ attendances }).values(),
      ...[...presences.values()].map(({ checkedIn }) => checkedIn),
    ].some((one) => one.entryId === entryId && one.volunteerId !== volunteerId),
  );
  return isTaken ? refuse('check_in_takes_a_new_entry_id') : undefined;
}

function marked(
  { activityId, sessionId, volunteerId, code, deviceTime }: Marking,
  { organizationId }: PlannedActivity,
  act: Act,
  { deviceClockDriftMinutesMax }: ActivityFacts,
) {
  const drift = deviceTime === undefined ? 0 : Math.abs(minutesBetween(deviceTime, act.at));
  return {
    activityId,
    organizationId,
    sessionId,
    volunteerId,
    means: code === undefined ? ('LEADER_TICK' as const) : ('QR_CODE' as const),
    markedBy: act.by,
    ...(deviceTime ? { deviceTime } : {}),
    clockDrifts: deviceClockDriftMinutesMax !== undefined && drift > deviceClockDriftMinutesMax,
  };
}

/** What the marks amount to when the session was held: who came becomes an attendance that waits for the second person. */
export function attendancesOfMarks(session: HeldSession, act: Act): ActivityEvent[] {
  return [...session.presences.values()]
    .filter(({ checkedIn }) => !session.attendances.has(checkedIn.volunteerId))
    .flatMap((presence) => attendanceOfMarks(presence, session, act));
}

function attendanceOfMarks(presence: Presence, session: HeldSession, act: Act): ActivityEvent[] {
  const { checkedIn, checkedOut } = presence;
  const { activityId, sessionId, volunteerId, entryId, teamId } = checkedIn;
  const start: Place = { on: checkedIn.checkedInOn, at: checkedIn.checkedInAt };
  const end = endOf(presence, session);
  const serviceMinutes = minutesFrom(start, end);
  if (serviceMinutes <= 0) return [];
  return [
    {
      type: 'AttendanceRecorded',
      data: {
        ...{ activityId, sessionId, volunteerId, entryId },
        ...(teamId ? { teamId } : {}),
        servedOn: start.on,
        startsAt: start.at,
        ...(end.on === start.on ? {} : { endsOn: end.on }),
        endsAt: end.at,
        serviceMinutes: serviceMinutes as Minutes,
        provenance: provenanceOf(presence),
        recordedBy: act.by,
        recordedOn: act.today,
        endDerived: checkedOut === undefined,
      },
    },
  ];
}

/** F-34: who forgot to check out left at the end announced. Nobody serves on after the end. */
function endOf({ checkedOut }: Presence, { scheduled, held }: HeldSession): Place {
  const heldEnd = { on: lastDayOf(held), at: held.endsAt };
  if (checkedOut) return earlierOf({ on: checkedOut.checkedOutOn, at: checkedOut.checkedOutAt }, heldEnd);
  return scheduled ? earlierOf({ on: lastDayOf(scheduled), at: scheduled.endsAt }, heldEnd) : heldEnd;
}

function provenanceOf({ checkedIn, checkedOut }: Presence): Provenance {
  if (!checkedOut) return 'DECLARED';
  return checkedIn.means === 'QR_CODE' && checkedOut.means === 'QR_CODE' ? 'MEASURED' : 'WITNESSED';
}
