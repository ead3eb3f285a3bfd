import type { ActivityCommand } from '#libs/activity/activity.commands';
import type { HoursCommand } from '#libs/hours/hours.commands';
import type { CommandId, EvidenceId } from '#libs/kernel/ids';
import type { Minutes, TimeOfDay } from '#libs/kernel/time';
import { day, organizationId, teamId, volunteerId } from '../support/made-up-facts.js';
import { accountId, activityId, entryId, sessionId } from '../support/service-facts.js';
import { Callers } from './callers.js';
import { faultsOf, wholeLog } from './invariants.js';
import { OneFault, type FaultAt } from './one-fault.js';
import { openLog } from './open-log.js';
import { Processes } from './processes.js';
import { Stuck } from './scheduler.js';
import { worldOf, type Bends, type World } from './simulation.js';
import type { Asked } from './workload.js';

type Command = ActivityCommand | HoursCommand;

const at = (hour: string): TimeOfDay => hour as TimeOfDay;
const sheetId = 'f0000000-0000-4000-8500-000000000001' as EvidenceId;
const span = { heldOn: day('2026-01-01'), startsAt: at('08:00'), endsAt: at('10:00') };

const begun = (n: number): Command[] => [
  {
    type: 'PlanActivity',
    data: {
      ...{ activityId: activityId(n), organizationId: organizationId(1), teamIds: [teamId(1)], title: `示例活动${n}` },
      ...{ place: '示例社区', content: '打扫公共楼道', responsiblePerson: '示例员1' },
    },
  },
  {
    type: 'AddEvidence',
    data: { activityId: activityId(n), evidenceId: sheetId, evidenceKind: 'SIGN_IN_SHEET', sha256: 'a1'.repeat(32) },
  },
  { type: 'HoldSession', data: { activityId: activityId(n), sessionId: sessionId(n), ...span } },
];

const recorded = (n: number, volunteers: readonly number[]): Command => ({
  type: 'RecordAttendance',
  data: {
    ...{ activityId: activityId(n), sessionId: sessionId(n), provenance: 'WITNESSED', sheetId },
    attendances: volunteers.map((volunteer) => ({
      ...{ volunteerId: volunteerId(volunteer), entryId: entryId(n * 10 + volunteer), teamId: teamId(1) },
      ...{ startsAt: span.startsAt, endsAt: span.endsAt, serviceMinutes: 90 as Minutes },
    })),
  },
});

const attested = (n: number): Command => ({
  type: 'AttestAttendance',
  data: { activityId: activityId(n), sessionId: sessionId(n) },
});

const reversed: Command = {
  type: 'ReverseServiceHours',
  data: {
    ...{ volunteerId: volunteerId(2), year: 2026, entryId: entryId(12) },
    ...{ reasonCode: 'RECORDING_ERROR', reason: '经查未到场' },
  },
};

/**
 * Two activities at the same hours with one person at both: hours are credited, two people's; one is in conflict, one is reversed,
 * and two letters go out. After each portion the followers come to the end of the log.
 */
const scenario: readonly (readonly Command[])[] = [
  [...begun(1), recorded(1, [1, 2]), attested(1)],
  [...begun(2), recorded(2, [1]), attested(2)],
  [reversed],
];

const askedOf = (command: Command, n: number): Asked => ({
  command,
  context: {
    commandId: `f0000000-0000-4000-9000-${String(n).padStart(12, '0')}` as CommandId,
    // Who attests is not who recorded.
    ...{ by: accountId(command.type === 'AttestAttendance' ? 3 : 2), org: organizationId(1) },
  },
  twice: false,
});

export interface OneFaultRun {
  /** What did not hold; empty is as it should be. */
  readonly broken: readonly string[];
  readonly trace: readonly string[];
  readonly calls: OneFault['calls'];
  /** Whether the fault struck. */
  readonly struck: boolean;
  /** What the log says, stream by stream, in words that are the same whatever failed. */
  readonly said: readonly string[];
  readonly letters: number;
}

export interface OneFaultPlan {
  readonly fault?: FaultAt | undefined;
  readonly bends?: Bends;
}

/** The scenario from the first command to the last comparison, with at most one fault. Never throws for a broken rule: tells it. */
export async function underOneFault({ fault, bends }: OneFaultPlan = {}): Promise<OneFaultRun> {
  const broken: string[] = [];
  const faults = new OneFault(fault);
  const world = worldOf({ seed: 1, ...(bends ? { bends } : {}) }, broken, faults);
  const processes = new Processes(world);
  faults.onDeath = (owner) => processes.replace(owner);
  const callers = new Callers(world, processes);
  try {
    await openLog(world);
    await settled(world, processes.catchUp());
    let n = 0;
    for (const portion of scenario) {
      const asked = portion.map((command) => askedOf(command, (n += 1)));
      await settled(world, callers.ask(asked, 1));
      await settled(world, processes.catchUp());
    }
    broken.push(...(await faultsOf(world, callers.outcomes)));
    broken.push(...oneFaultFaults(world, callers));
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    broken.push(error.message);
  }
  return {
    ...{ broken, trace: world.scheduler.trace, calls: faults.calls, struck: faults.isOver },
    said: (await wholeLog(world))
      .map(({ stored: { stream, revision, type } }) => `${stream} ${revision} ${type}`)
      .toSorted(),
    letters: new Set(world.outside.received.map(({ id }) => id)).size,
  };
}

async function settled({ scheduler }: World, work: Promise<unknown>): Promise<void> {
  let over = false;
  const ending = work.then(() => (over = true));
  await scheduler.run(() => over);
  await ending;
}

/** One fault costs nobody an answer, and no letter more than one delivery too many. */
function oneFaultFaults({ outside }: World, { outcomes }: Callers): string[] {
  const times = new Map<string, number>();
  for (const { id } of outside.received) times.set(id, (times.get(id) ?? 0) + 1);
  return [
    ...outcomes
      .filter(({ receipts }) => receipts.length !== 1)
      .map(({ asked, refusals }) => `${asked.command.type} was not acknowledged (${refusals.join(', ')})`),
    ...[...times].filter(([, count]) => count > 2).map(([id, count]) => `the letter ${id} arrived ${count} times`),
  ];
}

/** Every fault of every call, in the order of the calls. */
export const faultsOfEach = ({ calls }: OneFaultRun): FaultAt[] =>
  calls.flatMap((fates, i) => fates.map((fate) => ({ call: i + 1, fate })));

const toldSteps = 120;

/** What whoever meets a broken rule is shown: the one command that repeats it, the rule, and what happened. */
export const storyOfFault = ({ call, fate }: FaultAt, { broken, trace }: OneFaultRun): string =>
  [
    `SIM_FAULT=${fate}:${call} npm test -- test/simulation/each-call`,
    ...broken.map((rule) => `! ${rule}`),
    ...trace.slice(-toldSteps),
  ].join('\n');

/** The last fault that breaks a rule, with the scenario as it is or bent: letters go out late in it. */
export async function lastBroken(bends?: Bends): Promise<{ fault: FaultAt; run: OneFaultRun } | undefined> {
  const plan = bends ? { bends } : {};
  const undisturbed = await underOneFault(plan);
  for (const fault of faultsOfEach(undisturbed).toReversed()) {
    const run = await underOneFault({ ...plan, fault });
    if (run.broken.length > 0) return { fault, run };
  }
  return undefined;
}
