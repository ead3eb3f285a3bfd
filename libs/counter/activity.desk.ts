import { Refused, type Context } from '#libs/event-store/ledger';
import type { ActivityCommand } from '#libs/activity/activity.commands';
import { activityDecider } from '#libs/activity/activity.decider';
import { activityStream } from '#libs/activity/activity.events';
import type { ActivityFacts } from '#libs/activity/activity.facts';
import type { CheckOut } from '#libs/activity/session.commands';
import { annualPlanDecider, standsInPlan } from '#libs/annual-plan/annual-plan.decider';
import { annualPlanStream } from '#libs/annual-plan/annual-plan.events';
import type { OrganizationId } from '#libs/kernel/ids';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { CounterParts, Desk } from './desk.js';
import { recordsOfPerson, survivorOf } from './person-hours.js';
import { policyInForce } from './policy-in-force.js';

/** Commands that a volunteer may give for themselves. */
const isOfOneVolunteer = (command: ActivityCommand) =>
  command.type === 'SignUp' ||
  command.type === 'CancelSignUp' ||
  command.type === 'CheckIn' ||
  command.type === 'CheckOut';

type Parts = Pick<CounterParts, 'ledger' | 'store' | 'tree' | 'checkInCodes' | 'evidenceFiles'>;

export function activityDesk(parts: CounterParts): Desk<ActivityCommand> {
  const { ledger } = parts;
  return {
    about: async (command) => {
      const { type, data } = command;
      if (type === 'PlanActivity') return { organizationId: data.organizationId };
      const activity = await ledger.load(activityDecider, activityStream(data.activityId));
      if (activity.status === 'unplanned') return undefined;
      const { organizationId } = activity;
      return isOfOneVolunteer(command) && 'volunteerId' in data
        ? { organizationId, volunteerId: data.volunteerId }
        : { organizationId };
    },
    perform: async (command, context) => {
      await assertReferences(parts, command);
      const stream = activityStream(command.data.activityId);
      return ledger.run(activityDecider, { stream, command, context, facts: () => factsFor(parts, command, context) });
    },
  };
}

async function assertReferences(parts: Parts, { type, data }: ActivityCommand): Promise<void> {
  if (type === 'PlanActivity') await assertKnown(parts, data.teamIds.map(teamStream), 'team_must_be_established');
  // H-25: a participant need not belong to the organizing unit, only to the ledger.
  if (type === 'SignUp' || type === 'CheckIn')
    await assertKnown(parts, [volunteerStream(data.volunteerId)], 'volunteer_must_have_applied');
  if (type !== 'RecordAttendance') return;
  const volunteers = new Set(data.attendances.map(({ volunteerId }) => volunteerStream(volunteerId)));
  await assertKnown(parts, [...volunteers], 'volunteer_must_have_applied');
}

async function assertKnown(
  { store }: Parts,
  streams: readonly string[],
  refused: 'team_must_be_established' | 'volunteer_must_have_applied',
): Promise<void> {
  const heads = await Promise.all(streams.map((stream) => store.headOf(stream)));
  const unknown = heads.filter((head) => head === 'no_stream').length;
  if (unknown > 0) throw new Refused({ refused, details: { count: unknown } });
}

async function factsFor(parts: Parts, { type, data }: ActivityCommand, { org }: Context): Promise<ActivityFacts> {
  switch (type) {
    case 'SignUp':
      return { recordsOfPerson: await recordsOfPerson(parts, await survivorOf(parts, data.volunteerId)) };
    case 'CheckIn':
    case 'CheckOut': {
      const codeHolds = data.code !== undefined && parts.checkInCodes.holds(data.code, data.sessionId);
      return { codeHolds, ...(await clockRule(parts, data, org)) };
    }
    case 'AddEvidence': {
      const file = await parts.evidenceFiles.find(data.sha256);
      return file ? { file: { bytes: file.bytes, contentType: file.contentType } } : {};
    }
    case 'TiePlanLine': {
      const plan = await parts.ledger.load(annualPlanDecider, annualPlanStream(data.teamId, data.year));
      return { planLineStands: standsInPlan(plan, data.planLineId) };
    }
    default:
      return {};
  }
}

/** F-43: the pack in force on the day of service. */
async function clockRule(
  parts: Parts,
  { activityId, sessionId }: CheckOut,
  organizationId: OrganizationId,
): Promise<ActivityFacts> {
  const activity = await parts.ledger.load(activityDecider, activityStream(activityId));
  const session = activity.status === 'planned' ? activity.sessions.get(sessionId) : undefined;
  if (!session?.scheduled) return {};
  const { rules } = await policyInForce(parts, organizationId, session.scheduled.heldOn);
  return { deviceClockDriftMinutesMax: rules.deviceClockDriftMinutesMax.value };
}
