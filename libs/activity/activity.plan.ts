import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import { serviceCarrierKind } from '#libs/reference/service-carriers';
import { hasCode } from '#libs/reference/codes';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import type { Activity } from './activity.state.js';

export type PlanRefusal =
  | 'activity_is_planned_once'
  | 'only_volunteer_service_is_recorded'
  | 'own_duty_in_working_time_is_not_volunteering'
  | 'paid_service_is_not_volunteering'
  | 'carrier_kind_must_belong_to_its_carrier';

type Asked = DataOfCommand<ActivityCommand, 'PlanActivity'>;
type Bar = Refusal<PlanRefusal> | undefined;

export const planActivity = (
  asked: Asked,
  activity: Exclude<Activity, { status: 'cancelled' }>,
  act: Act,
): readonly ActivityEvent[] | Refusal<PlanRefusal> =>
  barToRecord(asked) ??
  foreignKind(asked) ??
  (activity.status === 'unplanned' ? planned(asked, act) : again(asked, activity));

/** Order 67 art. 19: what is not volunteer service is neither recorded nor certified. A-11, F-28 to F-30. */
function barToRecord({ nature = 'VOLUNTEER_SERVICE', isInWorkingTime, isOwnDuty, isPaid }: Asked): Bar {
  if (nature !== 'VOLUNTEER_SERVICE') return refuse('only_volunteer_service_is_recorded');
  if (isInWorkingTime && isOwnDuty) return refuse('own_duty_in_working_time_is_not_volunteering');
  return isPaid ? refuse('paid_service_is_not_volunteering') : undefined;
}

function foreignKind({ carrier, carrierKind }: Asked): Bar {
  if (carrierKind === undefined) return undefined;
  const isOfCarrier = carrier !== undefined && hasCode(serviceCarrierKind, `${carrier}.${carrierKind}`);
  return isOfCarrier ? undefined : refuse('carrier_kind_must_belong_to_its_carrier');
}

function planned(asked: Asked, act: Act): readonly ActivityEvent[] {
  const { isInWorkingTime: _working, isOwnDuty: _duty, isPaid: _paid, ...named } = asked;
  const { isDangerous = false, isEmergency = false } = asked;
  return [{ type: 'ActivityPlanned', data: { ...named, isDangerous, isEmergency, plannedOn: act.today } }];
}

const codes = ['theme', 'carrier', 'carrierKind', 'programme', 'specialAction', 'serviceMode', 'venueKind'] as const;

function again(asked: Asked, activity: Extract<Activity, { status: 'planned' }>): ReturnType<typeof planActivity> {
  const samePlan =
    activity.organizationId === asked.organizationId &&
    codes.every((name) => activity[name] === asked[name]) &&
    activity.isDangerous === (asked.isDangerous ?? false) &&
    activity.isEmergency === (asked.isEmergency ?? false) &&
    sameMembers(new Set(activity.teamIds), new Set(asked.teamIds));
  return samePlan ? [] : refuse('activity_is_planned_once');
}

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === b.size && [...a].every((item) => b.has(item));
