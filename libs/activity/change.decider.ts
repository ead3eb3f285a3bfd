import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { ActivityEvent } from './activity.events.js';
import type { PlannedActivity } from './activity.state.js';
import type { SessionCommand } from './session.commands.js';

export type ChangeRefusal = 'change_names_place_or_leader' | 'held_activity_keeps_place_and_leader';

type Asked = DataOfCommand<SessionCommand, 'ChangeActivity'>;
type Decision = readonly ActivityEvent[] | Refusal<ChangeRefusal>;

/**
 * Another place or another leader (Order 67 art. 7) for an activity of which nothing has taken place: what was held stays as it was.
 * Everybody who signed up or waits is told, once for each session.
 */
export function changeActivity(asked: Asked, { organizationId, sessions }: PlannedActivity, act: Act): Decision {
  if (asked.place === undefined && asked.responsiblePerson === undefined) return refuse('change_names_place_or_leader');
  const hasBegun = [...sessions.values()].some(({ held, presences }) => held !== undefined || presences.size > 0);
  if (hasBegun) return refuse('held_activity_keeps_place_and_leader');
  const { activityId, reason } = asked;
  const told = [...sessions.entries()].flatMap(([sessionId, { scheduled, signedUp }]) =>
    scheduled === undefined
      ? []
      : [...signedUp.keys()].map((volunteerId): ActivityEvent => ({
          type: 'SignUpActivityChanged',
          data: {
            ...{ activityId, organizationId, sessionId, volunteerId },
            ...{ heldOn: scheduled.heldOn, toldOn: act.today, reason },
          },
        })),
  );
  return [{ type: 'ActivityChanged', data: { ...asked, organizationId, changedOn: act.today } }, ...told];
}
