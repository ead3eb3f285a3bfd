import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent, ClearActivityEvent } from './activity.events.js';
import type { ActivityFacts } from './activity.facts.js';
import { planActivity, type PlanRefusal } from './activity.plan.js';
import {
  evolveActivity,
  isUninsured,
  lastDayOf,
  type Activity,
  type Attendance,
  type HeldSession,
  type PlannedActivity,
  type Session,
} from './activity.state.js';
import { decideOnAttendance, type AttendanceRefusal } from './attendance.decider.js';
import { changeActivity, type ChangeRefusal } from './change.decider.js';
import { attendancesOfMarks, checkIn, checkOut, type CheckInRefusal } from './check-in.decider.js';
import { addEvidence, type EvidenceRefusal } from './evidence.decider.js';
import { lapsedSignUps, rescheduleSession, type RescheduleRefusal } from './reschedule.decider.js';
import { cancelSignUp, scheduleSession, signUp, type SignUpRefusal } from './sign-up.decider.js';
import { minutesOf, nextDay } from './span.js';

export type ActivityRefusal =
  | PlanRefusal
  | SignUpRefusal
  | RescheduleRefusal
  | ChangeRefusal
  | CheckInRefusal
  | EvidenceRefusal
  | AttendanceRefusal
  | 'activity_must_be_planned'
  | 'activity_must_not_be_cancelled'
  | 'activity_with_attested_attendance_stays'
  | 'activity_is_insured_before_it_is_held'
  | 'plan_line_must_stand_in_the_annual_plan'
  | 'plan_line_belongs_to_a_team_of_the_activity'
  | 'service_must_have_happened'
  | 'session_is_held_once'
  | 'session_is_held_on_the_day_announced'
  | 'day_must_not_lie_ahead';

type Decision = readonly ActivityEvent[] | Refusal<ActivityRefusal>;
type Asked<T extends ActivityCommand['type']> = DataOfCommand<ActivityCommand, T>;

/** One activity with its sessions and attendances. Nothing is credited here: an attested attendance is what the hours ledger credits. */
export const activityDecider: Decider<
  Activity,
  ActivityCommand,
  ActivityEvent,
  ClearActivityEvent,
  ActivityRefusal,
  ActivityFacts | undefined
> = {
  initial: { status: 'unplanned' },
  evolve: evolveActivity,
  decide: (command, activity, act, facts = {}) => {
    const { type, data } = command;
    if (activity.status === 'cancelled')
      return type === 'CancelActivity' ? [] : refuse('activity_must_not_be_cancelled');
    if (type === 'PlanActivity') return planActivity(data, activity, act);
    if (activity.status === 'unplanned') return refuse('activity_must_be_planned');
    return decideOnPlanned(command, activity, act, facts);
  },
};

type LaterCommand = Exclude<ActivityCommand, { type: 'PlanActivity' }>;

function decideOnPlanned(command: LaterCommand, activity: PlannedActivity, act: Act, facts: ActivityFacts): Decision {
  const { type, data } = command;
  switch (type) {
    case 'InsureActivity':
      return insureActivity(data, activity, act);
    case 'TiePlanLine':
      return tiePlanLine(data, activity, act, facts);
    case 'ScheduleSession':
      return scheduleSession(data, activity, act);
    case 'RescheduleSession':
      return rescheduleSession(data, activity, act);
    case 'ChangeActivity':
      return changeActivity(data, activity, act);
    case 'HoldSession':
      return holdSession(data, activity, act);
    case 'CancelActivity':
      return cancelActivity(data, activity, act);
    case 'AddEvidence':
      return addEvidence(data, activity, act, facts);
    case 'SignUp':
    case 'CancelSignUp':
    case 'CheckIn':
    case 'CheckOut':
      return decideOnPerson(command, activity, act, facts);
    default:
      return decideOnAttendance(command, activity, act);
  }
}

type PersonCommand = Extract<ActivityCommand, { type: 'SignUp' | 'CancelSignUp' | 'CheckIn' | 'CheckOut' }>;

function decideOnPerson(
  { type, data }: PersonCommand,
  activity: PlannedActivity,
  act: Act,
  facts: ActivityFacts,
): Decision {
  switch (type) {
    case 'SignUp':
      return signUp(data, activity, act, facts);
    case 'CancelSignUp':
      return cancelSignUp(data, activity, act);
    case 'CheckIn':
      return checkIn(data, activity, act, facts);
    case 'CheckOut':
      return checkOut(data, activity, act, facts);
  }
}

/** Order 67 names nothing of it; art. 17 of the regulation asks for it before anybody is in danger. */
function insureActivity(asked: Asked<'InsureActivity'>, activity: PlannedActivity, act: Act): Decision {
  const ahead = lyingAhead(asked.insuredOn, act);
  if (ahead) return ahead;
  if (activity.insuredOn !== undefined && activity.insuredOn <= asked.insuredOn) return [];
  return [{ type: 'ActivityInsured', data: { ...asked, organizationId: activity.organizationId } }];
}

function tiePlanLine(
  asked: Asked<'TiePlanLine'>,
  { organizationId, teamIds, planLines }: PlannedActivity,
  act: Act,
  { planLineStands }: ActivityFacts,
): Decision {
  if (planLines.has(asked.planLineId)) return [];
  if (!teamIds.includes(asked.teamId)) return refuse('plan_line_belongs_to_a_team_of_the_activity');
  if (!planLineStands) return refuse('plan_line_must_stand_in_the_annual_plan');
  return [{ type: 'PlanLineTied', data: { ...asked, organizationId, tiedOn: act.today } }];
}

function holdSession(asked: Asked<'HoldSession'>, activity: PlannedActivity, act: Act): Decision {
  const held = heldOf(asked, activity);
  const known = activity.sessions.get(asked.sessionId);
  const bar = barToTimes(held, act);
  if (bar) return bar;
  if (known?.held) return sameTimes(known.held, held) ? [] : refuse('session_is_held_once');
  if (known?.scheduled && known.scheduled.heldOn !== held.heldOn) return refuse('session_is_held_on_the_day_announced');
  if (isUninsured(activity, held.heldOn)) return refuse('activity_is_insured_before_it_is_held');
  return [{ type: 'SessionHeld', data: held }, ...(known ? attendancesOfMarks({ ...known, held }, act) : [])];
}

function heldOf({ endsOn, ...asked }: Asked<'HoldSession'>, { organizationId }: PlannedActivity): Held {
  return { ...asked, organizationId, ...(endsOn && endsOn !== asked.heldOn ? { endsOn } : {}) };
}

function barToTimes(held: Held, { today }: Act): Refusal<ActivityRefusal> | undefined {
  const { heldOn, startsAt, endsAt } = held;
  const endsOn = lastDayOf(held);
  if (endsOn > today) return refuse('service_must_have_happened');
  if (endsOn > nextDay(heldOn)) return refuse('session_lasts_until_the_next_day_at_most');
  return minutesOf({ startsOn: heldOn, startsAt, endsOn, endsAt }) <= 0
    ? refuse('session_must_end_after_it_starts')
    : undefined;
}

type Held = HeldSession['held'];

const sameTimes = (a: Held, b: Held): boolean =>
  (['heldOn', 'startsAt', 'endsOn', 'endsAt'] as const).every((name) => a[name] === b[name]);

/** F-33: nothing of it counts, and whoever meant to come is told. */
function cancelActivity(asked: Asked<'CancelActivity'>, activity: PlannedActivity, act: Act): Decision {
  const { organizationId, sessions } = activity;
  const isAttested = ({ status }: Attendance): boolean => status === 'attested';
  const hasAttested = ({ attendances }: Session): boolean => [...attendances.values()].some(isAttested);
  if ([...sessions.values()].some(hasAttested)) return refuse('activity_with_attested_attendance_stays');
  return [
    { type: 'ActivityCancelled', data: { ...asked, organizationId, cancelledOn: act.today } },
    ...lapsedSignUps(asked, activity, act),
  ];
}
