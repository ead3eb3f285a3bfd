import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import { isScheduled, lastDayOf, type PlannedActivity, type ScheduledSession } from './activity.state.js';
import { minutesFrom, minutesOf, nextDay, placeOf } from './span.js';

export type RescheduleRefusal =
  | 'session_must_be_scheduled'
  | 'session_is_held_already'
  | 'session_with_check_ins_is_not_rescheduled'
  | 'session_is_rescheduled_to_a_time_ahead'
  | 'session_must_end_after_it_starts'
  | 'session_lasts_until_the_next_day_at_most';

type Asked = DataOfCommand<ActivityCommand, 'RescheduleSession'>;
type Decision = readonly ActivityEvent[] | Refusal<RescheduleRefusal>;

/**
 * A session that has not taken place gets other times, also after the hour announced (rain in the morning). Nobody loses a place:
 * each sign-up is carried over, and each of those people told. Check-in follows the new day from then on.
 */
export function rescheduleSession(asked: Asked, activity: PlannedActivity, act: Act): Decision {
  const session = activity.sessions.get(asked.sessionId);
  if (!isScheduled(session)) return refuse('session_must_be_scheduled');
  if (session.held) return refuse('session_is_held_already');
  if (isSame(session, asked)) return [];
  if (session.presences.size > 0) return refuse('session_with_check_ins_is_not_rescheduled');
  return barToTimes(asked, act) ?? [rescheduled(asked, activity, act), ...carriedOver(asked, session, activity, act)];
}

const isSame = ({ scheduled }: ScheduledSession, asked: Asked): boolean =>
  scheduled.heldOn === asked.heldOn &&
  scheduled.startsAt === asked.startsAt &&
  lastDayOf(scheduled) === lastDayOf(asked) &&
  scheduled.endsAt === asked.endsAt;

function barToTimes(asked: Asked, act: Act): Refusal<RescheduleRefusal> | undefined {
  const { heldOn, startsAt, endsAt } = asked;
  const endsOn = lastDayOf(asked);
  if (endsOn > nextDay(heldOn)) return refuse('session_lasts_until_the_next_day_at_most');
  if (minutesOf({ startsOn: heldOn, startsAt, endsOn, endsAt }) <= 0) return refuse('session_must_end_after_it_starts');
  return minutesFrom(placeOf(act), { on: heldOn, at: startsAt }) <= 0
    ? refuse('session_is_rescheduled_to_a_time_ahead')
    : undefined;
}

function rescheduled(asked: Asked, { organizationId }: PlannedActivity, { today }: Act): ActivityEvent {
  const { endsOn, ...named } = asked;
  const over = endsOn && endsOn !== asked.heldOn ? { endsOn } : {};
  return { type: 'SessionRescheduled', data: { ...named, ...over, organizationId, rescheduledOn: today } };
}

const carriedOver = (
  { activityId, sessionId, heldOn, startsAt, reason }: Asked,
  { signedUp }: ScheduledSession,
  { organizationId }: PlannedActivity,
  { today }: Act,
): ActivityEvent[] =>
  [...signedUp.keys()].map((volunteerId) => ({
    type: 'SignUpRescheduled',
    data: { activityId, organizationId, sessionId, volunteerId, heldOn, startsAt, carriedOverOn: today, reason },
  }));

/** Of every announced session that was not held: who meant to come has nowhere to go any more. */
export const lapsedSignUps = (
  { activityId, reason }: DataOfCommand<ActivityCommand, 'CancelActivity'>,
  { organizationId, sessions }: PlannedActivity,
  { today }: Act,
): ActivityEvent[] =>
  [...sessions.entries()].flatMap(([sessionId, { scheduled, held, signedUp }]) =>
    !scheduled || held
      ? []
      : [...signedUp.keys()].map((volunteerId): ActivityEvent => ({
          type: 'SignUpLapsed',
          data: {
            ...{ activityId, organizationId, sessionId, volunteerId },
            ...{ heldOn: scheduled.heldOn, lapsedOn: today, reason },
          },
        })),
  );
