import { Refused } from '#libs/event-store/ledger';
import { activityDecider } from '#libs/activity/activity.decider';
import type { ActivityCommand } from '#libs/activity/activity.commands';
import { activityStream } from '#libs/activity/activity.events';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { CounterParts, Desk } from './desk.js';

export function activityDesk(parts: CounterParts): Desk<ActivityCommand> {
  const { ledger, store } = parts;
  const exists = async (stream: string): Promise<boolean> => (await store.headOf(stream)) !== 'no_stream';
  const assertKnown = async (streams: readonly string[], refused: 'team_must_be_established' | 'volunteer_must_have_applied'): Promise<void> => {
    const known = await Promise.all(streams.map(exists));
    const unknown = known.filter((one) => !one).length;
    if (unknown > 0) throw new Refused({ refused, details: { count: unknown } });
  };
  const assertReferences = async ({ type, data }: ActivityCommand): Promise<void> => {
    if (type === 'PlanActivity') await assertKnown(data.teamIds.map(teamStream), 'team_must_be_established');
    if (type !== 'RecordAttendance') return;
    // H-25: a participant need not belong to the organizing unit, only to the ledger.
    await assertKnown([...new Set(data.attendances.map(({ volunteerId }) => volunteerStream(volunteerId)))], 'volunteer_must_have_applied');
  };
  return {
    about: async ({ type, data }) => {
      if (type === 'PlanActivity') return { organizationId: data.organizationId };
      const activity = await ledger.load(activityDecider, activityStream(data.activityId));
      return activity.status === 'unplanned' ? undefined : { organizationId: activity.organizationId };
    },
    perform: async (command, context) => {
      await assertReferences(command);
      return ledger.run(activityDecider, { stream: activityStream(command.data.activityId), command, context, facts: () => Promise.resolve(undefined) });
    },
  };
}
