import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import type { Context } from '#libs/event-store/ledger';
import type { EventStore } from '#libs/event-store/port';
import type { Outbox } from '#libs/outbox/outbox';
import type { Sink } from '#libs/outbox/sink';
import { InMemoryKeyRing } from '#libs/privacy/in-memory-key-ring';
import { Callers, type Outcome } from './callers.js';
import { Chance } from './chance.js';
import { Database, type DatabaseBends } from './database.js';
import { Faults, someRates, type FaultKind, type FaultSource } from './faults.js';
import { keyColumns } from './read-tables.js';
import { faultsOf } from './invariants.js';
import { openLog, startOfClock } from './open-log.js';
import { Outside } from './outside.js';
import { Processes } from './processes.js';
import { Scheduler, Stuck } from './scheduler.js';
import { windows } from './member.js';
import { Workload, type Asked } from './workload.js';

/** What a planted bug bends; production code is never changed. */
export interface Bends {
  readonly store?: (inner: InMemoryEventStore, chance: Chance) => EventStore;
  readonly database?: (chance: Chance) => DatabaseBends;
  readonly context?: (context: Context, chance: Chance) => Context;
  /** May put other functions in their places; `channel` is what the outbox sends through. */
  readonly letters?: (outbox: Outbox, channel: { deliver: Sink['deliver'] }, chance: Chance) => void;
}

export interface Plan {
  readonly seed: number;
  readonly bends?: Bends;
  /** Kinds of faults switched off; the seed still is the seed. */
  readonly without?: ReadonlySet<FaultKind>;
  /** Places of the commands that are asked; all unless told. */
  readonly only?: ReadonlySet<number>;
}

export interface Run {
  /** What did not hold; empty is as it should be. */
  readonly broken: readonly string[];
  readonly asked: readonly Asked[];
  readonly outcomes: readonly Outcome[];
  readonly trace: readonly string[];
  readonly struck: FaultSource['struck'];
  /** Types of all entries of the log. */
  readonly types: readonly string[];
}

const callersCount = 3;

/** Everything that a run is made of; what differs from seed to seed comes from the seed. */
export interface World {
  readonly seed: number;
  readonly inner: InMemoryEventStore;
  /** The log as the processes reach it: with a planted bug, if there is one. */
  readonly log: EventStore;
  readonly keys: InMemoryKeyRing;
  readonly scheduler: Scheduler;
  readonly faults: FaultSource;
  readonly database: Database;
  readonly outside: Outside;
  readonly now: () => number;
  readonly chance: Chance;
  readonly bendContext: ((context: Context) => Context) | undefined;
  readonly bendLetters: ((outbox: Outbox, channel: { deliver: Sink['deliver'] }) => void) | undefined;
  readonly onFault: (what: string) => void;
}

function bentBy(
  { context: bendContext, letters: bendLetters }: Bends = {},
  bent: Chance,
): Pick<World, 'bendContext' | 'bendLetters'> {
  return {
    bendContext: bendContext && ((context) => bendContext(context, bent)),
    bendLetters: bendLetters && ((outbox, channel) => bendLetters(outbox, channel, bent)),
  };
}

/** A world in which faults strike by chance, unless they are given. */
export function worldOf(
  { seed, bends, without = new Set() }: Plan,
  broken: string[],
  given?: FaultSource,
): World & { readonly twice: number } {
  // Each with a row of numbers of its own: a command left out leaves the faults as they were.
  const of = (n: number): Chance => new Chance(Math.imul(seed + 1, 0x9e3779b1) + n);
  const [chance, bent, clock] = [of(1), of(2), of(3)];
  const rates = someRates(of(4), without);
  const faults = given ?? new Faults(of(5), rates);
  let now = startOfClock;
  const scheduler = new Scheduler(
    of(6),
    () => (now += clock.happens(0.01) ? clock.below(7_200_000) : clock.below(500)),
  );
  const inner = new InMemoryEventStore();
  return {
    ...{ seed, inner, scheduler, faults, chance },
    log: bends?.store?.(inner, bent) ?? inner,
    keys: new InMemoryKeyRing(),
    database: new Database(keyColumns(windows), { scheduler, faults, now: () => now }, bends?.database?.(bent)),
    outside: new Outside(scheduler, faults),
    now: () => now,
    ...bentBy(bends, bent),
    onFault: (what) => broken.push(what),
    twice: rates.twice,
  };
}

/** One seed from the first command to the last comparison. Never throws for a broken rule: tells it. */
export async function simulate(plan: Plan): Promise<Run> {
  const broken: string[] = [];
  const world = worldOf(plan, broken);
  const asked = new Workload(new Chance(plan.seed), world.twice).all();
  const wanted = asked.filter((_, i) => plan.only?.has(i) ?? true);
  const processes = new Processes(world);
  const callers = new Callers(world, processes);
  try {
    await openLog(world);
    await underFaults(world, processes, callers.ask(wanted, callersCount));
    await toRest(world, processes);
    broken.push(...(await faultsOf(world, callers.outcomes)));
  } catch (error) {
    if (!(error instanceof Stuck)) throw error;
    broken.push(error.message);
  }
  const { entries } = await world.inner.readAll(null, Infinity);
  return {
    ...{ broken, asked, outcomes: callers.outcomes },
    trace: world.scheduler.trace,
    struck: world.faults.struck,
    types: entries.map(({ type }) => type),
  };
}

async function underFaults({ scheduler }: World, processes: Processes, callers: Promise<unknown>): Promise<void> {
  let over = false;
  processes.start();
  const ending = callers.then(() => {
    over = true;
    processes.stop();
  });
  await scheduler.run(() => over);
  await ending;
}

/** The faults have ended: whoever comes up now brings everything to its end. */
async function toRest(world: World, processes: Processes): Promise<void> {
  world.faults.end();
  world.scheduler.note('the faults have ended');
  let over = false;
  const ending = processes.catchUp().then(() => (over = true));
  await world.scheduler.run(() => over);
  await ending;
}
