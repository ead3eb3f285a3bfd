import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent, ClearActivityEvent } from './activity.events.js';
import { evolveActivity, type Activity, type Attendance, type PlannedActivity } from './activity.state.js';
import { decideOnAttendance, type AttendanceRefusal } from './attendance.decider.js';
import { minutesOf, nextDay } from './span.js';

export type ActivityRefusal =
  | AttendanceRefusal
  | 'activity_is_planned_once'
  | 'activity_must_be_planned'
  | 'activity_must_not_be_cancelled'
  | 'activity_with_attested_attendance_stays'
  | 'service_must_have_happened'
  | 'session_must_end_after_it_starts'
  | 'session_is_held_once'
  | 'session_lasts_until_the_next_day_at_most';

type Decision = readonly ActivityEvent[] | Refusal<ActivityRefusal>;
type Asked<T extends ActivityCommand['type']> = DataOfCommand<ActivityCommand, T>;

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
  const { heldOn, startsAt, endsAt, endsOn = heldOn, ...named } = asked;
  if (endsOn > act.today) return refuse('service_must_have_happened');
  if (endsOn > nextDay(heldOn)) return refuse('session_lasts_until_the_next_day_at_most');
  if (minutesOf({ startsOn: heldOn, startsAt, endsOn, endsAt }) <= 0) return refuse('session_must_end_after_it_starts');
  const session = {
    ...named,
    organizationId,
    heldOn,
    startsAt,
    ...(endsOn === heldOn ? {} : { endsOn }),
    endsAt,
  };
  const held = sessions.get(asked.sessionId)?.held;
  if (!held) return [{ type: 'SessionHeld', data: session }];
  const same = (['heldOn', 'startsAt', 'endsOn', 'endsAt'] as const).every((name) => held[name] === session[name]);
  return same ? [] : refuse('session_is_held_once');
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

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
