import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { VolunteerId } from '#libs/kernel/ids';
import type { ActivityEvent } from './activity.events.js';
import type { ActivityFacts } from './activity.facts.js';
import { isScheduled, type PlannedActivity, type ScheduledSession, type Session } from './activity.state.js';
import type { SessionCommand } from './session.commands.js';
import { minutesFrom, minutesOf, nextDay, placeOf } from './span.js';

export type SignUpRefusal =
  | 'session_must_end_after_it_starts'
  | 'session_lasts_until_the_next_day_at_most'
  | 'session_is_scheduled_before_it_begins'
  | 'session_is_scheduled_once'
  | 'session_must_be_scheduled'
  | 'session_must_not_have_begun'
  | 'person_signed_up_under_another_record';

type Decision = readonly ActivityEvent[] | Refusal<SignUpRefusal>;
type Asked<T extends SessionCommand['type']> = DataOfCommand<SessionCommand, T>;

export function scheduleSession(
  asked: Asked<'ScheduleSession'>,
  { organizationId, sessions }: PlannedActivity,
  act: Act,
): Decision {
  const { heldOn, startsAt, endsAt, endsOn = heldOn, ...named } = asked;
  const span = { startsOn: heldOn, startsAt, endsOn, endsAt };
  if (endsOn > nextDay(heldOn)) return refuse('session_lasts_until_the_next_day_at_most');
  if (minutesOf(span) <= 0) return refuse('session_must_end_after_it_starts');
  const data = { ...named, organizationId, heldOn, startsAt, ...(endsOn === heldOn ? {} : { endsOn }), endsAt };
  const known = sessions.get(asked.sessionId);
  if (known) return sameSchedule(known, data) ? [] : refuse('session_is_scheduled_once');
  if (minutesFrom(placeOf(act), { on: heldOn, at: startsAt }) <= 0)
    return refuse('session_is_scheduled_before_it_begins');
  return [{ type: 'SessionScheduled', data }];
}

const sameSchedule = (
  { scheduled }: Session,
  asked: Extract<ActivityEvent, { type: 'SessionScheduled' }>['data'],
): boolean =>
  (['heldOn', 'startsAt', 'endsOn', 'endsAt', 'capacity'] as const).every((name) => scheduled?.[name] === asked[name]);

export function signUp(
  asked: Asked<'SignUp'>,
  activity: PlannedActivity,
  act: Act,
  { recordsOfPerson = [] }: ActivityFacts,
): Decision {
  const session = openSession(asked, activity, act);
  if ('refused' in session) return session;
  if (session.signedUp.has(asked.volunteerId)) return [];
  if (recordsOfPerson.some((record) => session.signedUp.has(record)))
    return refuse('person_signed_up_under_another_record');
  const isWaiting = placesLeft(session) <= 0;
  const data = { ...named(asked, activity), signedUpOn: act.today, isWaiting };
  return [{ type: 'VolunteerSignedUp', data }];
}

/** Whoever waits longest takes the place that becomes free, in the same act. */
export function cancelSignUp(asked: Asked<'CancelSignUp'>, activity: PlannedActivity, act: Act): Decision {
  const session = openSession(asked, activity, act);
  if ('refused' in session) return session;
  const mine = session.signedUp.get(asked.volunteerId);
  if (!mine) return [];
  const cancelled: ActivityEvent = {
    type: 'SignUpCancelled',
    data: { ...named(asked, activity), cancelledOn: act.today },
  };
  const next = mine.isWaiting || placesLeft(session) < 0 ? undefined : firstWaiting(session);
  if (!next) return [cancelled];
  const data = { ...named(asked, activity), volunteerId: next, movedUpOn: act.today };
  return [cancelled, { type: 'VolunteerMovedUp', data }];
}

function openSession(
  { sessionId }: Asked<'SignUp'>,
  { sessions }: PlannedActivity,
  act: Act,
): ScheduledSession | Refusal<SignUpRefusal> {
  const session = sessions.get(sessionId);
  if (!isScheduled(session)) return refuse('session_must_be_scheduled');
  const { heldOn, startsAt } = session.scheduled;
  const begun = session.held !== undefined || minutesFrom(placeOf(act), { on: heldOn, at: startsAt }) <= 0;
  return begun ? refuse('session_must_not_have_begun') : session;
}

function placesLeft({ scheduled: { capacity }, signedUp }: ScheduledSession): number {
  if (capacity === undefined) return Number.MAX_SAFE_INTEGER;
  return capacity - [...signedUp.values()].filter(({ isWaiting }) => !isWaiting).length;
}

const firstWaiting = ({ signedUp }: ScheduledSession): VolunteerId | undefined =>
  [...signedUp].find(([, { isWaiting }]) => isWaiting)?.[0];

const named = ({ activityId, sessionId, volunteerId }: Asked<'SignUp'>, { organizationId }: PlannedActivity) => ({
  activityId,
  organizationId,
  sessionId,
  volunteerId,
});
