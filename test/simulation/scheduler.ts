import type { Chance } from './chance.js';

/** Whatever a pending operation belongs to: what is dropped when that process dies. */
export type Owner = object | null;

interface Pending {
  readonly what: string;
  readonly owner: Owner;
  readonly isReady: () => boolean;
  readonly go: () => void;
}

/** Nothing can go on, or it goes on for ever: a lock held by nobody, an act that never gets through. */
export class Stuck extends Error {}

const picksMax = 30_000;
const always = (): boolean => true;

/** Ends when every promise that can settle by itself has settled: ticks run after the last microtask. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** Decides what happens next: every operation that in production waits for a disk, a wire or a clock waits here to be picked. */
export class Scheduler {
  readonly trace: string[] = [];
  private readonly pending: Pending[] = [];
  /** Step before which nothing of theirs goes on. */
  private readonly asleep = new Map<object, number>();
  private readonly dead = new WeakSet<object>();

  constructor(
    private readonly chance: Chance,
    private readonly onPick: () => void,
  ) {}

  gate(what: string, owner: Owner, isReady: () => boolean = always): Promise<void> {
    return new Promise((go) => {
      // What a dead one was in the middle of may still run up to here, and no further.
      if (owner === null || !this.dead.has(owner)) this.pending.push({ what, owner, isReady, go });
    });
  }

  note(what: string): void {
    this.trace.push(what);
  }

  /** For so many steps nothing of the owner's goes on, as when a machine is frozen and wakes up late. */
  sleep(owner: object, steps: number): void {
    this.asleep.set(owner, this.trace.length + steps);
  }

  isAsleep(owner: object): boolean {
    return (this.asleep.get(owner) ?? 0) > this.trace.length;
  }

  /** What the dead one waited for never comes. */
  drop(owner: object): void {
    this.dead.add(owner);
    const others = this.pending.filter((one) => one.owner !== owner);
    this.pending.splice(0, this.pending.length, ...others);
  }

  /** Until nothing is pending and `done`. Throws Stuck. */
  async run(done: () => boolean): Promise<void> {
    for (await settled(); this.pending.length > 0; await settled()) {
      if (this.trace.length > picksMax) throw new Stuck(`${picksMax} steps and no end`);
      const ready = this.ready();
      if (ready.length === 0) throw new Stuck(`waiting for ever: ${this.pending.map(({ what }) => what).join(', ')}`);
      const one = this.chance.pick(ready);
      this.pending.splice(this.pending.indexOf(one), 1);
      this.trace.push(one.what);
      this.onPick();
      one.go();
    }
    if (!done()) throw new Stuck('somebody waits for what nobody will do');
  }

  /** Those asleep wake up early when nobody else has anything to do. */
  private ready(): readonly Pending[] {
    const ready = this.pending.filter(({ isReady }) => isReady());
    const awake = ready.filter(({ owner }) => owner === null || !this.isAsleep(owner));
    return awake.length > 0 ? awake : ready;
  }
}
