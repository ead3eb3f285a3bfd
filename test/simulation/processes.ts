import { CheckpointLost, type Checkpoint } from '#libs/projection-engine/checkpoint';
import { outboxName } from '#libs/outbox/outbox';
import { FaultyStore } from './faulty-store.js';
import { Member } from './member.js';
import type { World } from './simulation.js';

/** A process from its start to its death; what it had under way is then nobody's. */
export class Living {
  readonly died: Promise<'died'>;
  readonly member: Member;
  private die: (died: 'died') => void = () => undefined;

  constructor(
    private readonly world: World,
    readonly name: string,
  ) {
    this.died = new Promise((resolve) => (this.die = resolve));
    const { scheduler, faults, keys, now, database, outside, chance, onFault, bendContext, bendLetters } = world;
    const pageEntries = chance.pick([3, 10, 100]);
    const store = new FaultyStore(world.log, { scheduler, faults, owner: this, name, pageEntries });
    const channel = outside.sink(name, this);
    this.member = new Member({
      ...{ store, keys, now, onFault, bendContext },
      pool: database.pool(name, this),
      sink: channel,
      batchEntries: chance.pick([4, 15, 100]),
    });
    bendLetters?.(this.member.outbox, channel);
  }

  kill(): void {
    this.world.scheduler.note(`${this.name} dies`);
    this.world.scheduler.drop(this);
    this.world.database.drop(this);
    this.die('died');
  }
}

interface Followed {
  readonly what: string;
  readonly ensure: () => Promise<Checkpoint[]>;
  readonly step: (epoch: number) => Promise<number>;
}

const followedBy = ({ member }: Living): readonly Followed[] => [
  {
    what: 'windows',
    ensure: () => member.follower.ensure(),
    step: (epoch) => member.follower.step({ epoch }),
  },
  {
    what: 'reactions',
    ensure: () => member.reactions.ensure(),
    step: (epoch) => member.reactions.step({ epoch }),
  },
  {
    what: 'letters',
    ensure: () => member.outbox.checkpoints(),
    step: (epoch) => member.outbox.step(epoch),
  },
];

// What is wrong in the code itself is no fault of a connection, and nothing to try again.
const ours = [TypeError, RangeError, ReferenceError, SyntaxError];

const catchUpsMost = 20;

/** Two processes on one log and one database; each dies now and then, and another with its name takes its place. */
export class Processes {
  private readonly living: Living[];
  private readonly leaders = new Map<string, Living>();
  private stopping = false;
  private started = 0;

  constructor(private readonly world: World) {
    this.living = ['a', 'b'].map((name) => this.come(name));
  }

  any(): Living {
    return this.world.chance.pick(this.living);
  }

  start(): void {
    for (const one of this.living) this.follow(one);
    void this.fate();
  }

  stop(): void {
    this.stopping = true;
  }

  /**
   * One process after the other, until one is not disturbed, brings windows, reactions and letters to the end of the log, which
   * reactions may make longer.
   */
  async catchUp(): Promise<void> {
    for (let tries = 0; tries < catchUpsMost; tries++) {
      const last = this.any();
      try {
        if ((await Promise.race([this.toTheEnd(last), last.died])) !== 'died') return;
      } catch (error) {
        this.told(last, 'catching up', error as Error);
      }
    }
    this.world.onFault(`not at the end of the log after ${catchUpsMost} tries`);
  }

  /** One that dies in the midst of a call; another takes its place. */
  replace(dying: object): void {
    const i = this.living.findIndex((one) => one === dying);
    const old = this.living[i];
    if (!old) return;
    this.living[i] = this.come(old.name.slice(0, 1));
    old.kill();
  }

  /** What failed is tried again until nothing was read twice in a row. */
  private async toTheEnd(last: Living): Promise<void> {
    const led: (() => Promise<number>)[] = [];
    for (const one of followedBy(last)) {
      const epoch = await this.lead(last, one);
      led.push(() => one.step(epoch));
    }
    for (let idle = 0; idle < 2;) {
      let read = 0;
      for (const step of led) read += await step();
      idle = read === 0 ? idle + 1 : 0;
      // Somebody has mended what was in the way of the letters that were given up, and time passes for the others.
      if (read === 0) await last.member.outbox.resume([outboxName]);
    }
  }

  private come(name: string): Living {
    this.started += 1;
    return new Living(this.world, `${name}${this.started}`);
  }

  private async fate(): Promise<void> {
    while (!this.stopping) {
      const { scheduler, faults, chance } = this.world;
      scheduler.sleep(this, chance.between(2, 16));
      await scheduler.gate('time passes', this);
      if (faults.strikes('sleep')) {
        const sleeping = this.any();
        scheduler.note(`${sleeping.name} falls asleep`);
        scheduler.sleep(sleeping, chance.between(30, 300));
      }
      if (!faults.strikes('crash')) continue;
      const i = chance.below(this.living.length);
      this.replace(this.living[i]!);
      this.follow(this.living[i]!);
    }
  }

  private follow(living: Living): void {
    for (const followed of followedBy(living)) void this.keepUp(living, followed);
  }

  private async lead(living: Living, { what, ensure }: Followed): Promise<number> {
    const names = (await ensure()).map((checkpoint) => checkpoint.name);
    const epoch = await this.world.database.takeOver(living.name, living, names);
    this.leaders.set(what, living);
    return epoch;
  }

  /** The lease of one who is dead or asleep expires and is anybody's; one that has not expired may change hands, too. */
  private mayLead(what: string): boolean {
    const leader = this.leaders.get(what);
    const isHeld = leader && this.living.includes(leader) && !this.world.scheduler.isAsleep(leader);
    return this.world.faults.strikes('takeover') || !isHeld;
  }

  /** As a leader does: works until it hears that another has taken over, and after a fault tries again. */
  private async keepUp(living: Living, followed: Followed): Promise<void> {
    const { scheduler, chance } = this.world;
    let epoch: number | undefined;
    while (!this.stopping) {
      await scheduler.gate(`${living.name} ${followed.what}`, living);
      try {
        if (epoch === undefined && this.mayLead(followed.what)) epoch = await this.lead(living, followed);
        const read = epoch === undefined ? 0 : await followed.step(epoch);
        for (let pause = read === 0 ? chance.below(4) : 0; pause > 0; pause--) await scheduler.gate('pause', living);
      } catch (error) {
        if (error instanceof CheckpointLost) epoch = undefined;
        this.told(living, followed.what, error as Error);
      }
    }
  }

  private told(living: Living, what: string, error: Error): void {
    if (ours.some((kind) => error instanceof kind)) this.world.onFault(`${what}: ${error.stack}`);
    this.world.scheduler.note(`  ${living.name} ${what}: ${error.constructor.name}`);
  }
}
