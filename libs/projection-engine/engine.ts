import type pg from 'pg';
import type { EventStore, Position } from '#libs/event-store/port';
import { CheckpointLost, type Checkpoint } from './checkpoint.js';
import type { Follower } from './follower.js';
import { Leader } from './leader.js';
import type { LeaseParts } from './lease.js';
import type { ReactionRunner } from './reaction-runner.js';

/** What else follows the log, with a lease and checkpoints of its own; nobody waits for it. */
export interface Beside {
  readonly lease: LeaseParts;
  /** Whether there is anything for it to do in this process. */
  readonly isWanted: boolean;
  checkpoints(): Promise<Checkpoint[]>;
  /** One batch. Answers how much it did. Throws CheckpointLost. */
  step(epoch: number): Promise<number>;
  /** Answers the names among these that had stopped. */
  resume(names: readonly string[]): Promise<string[]>;
}

export interface EngineParts {
  readonly store: EventStore;
  readonly follower: Follower;
  readonly reactions: ReactionRunner;
  readonly beside?: Beside;
  readonly pool: pg.Pool;
  /** Schema of the read tables. */
  readonly schema: string;
  readonly onError: (error: Error) => void;
  /** How long another process waits for one that died; 6,000 unless told. */
  readonly leaseMilliseconds?: number;
}

const waitStepMilliseconds = 20;

/**
 * Keeps projections and reactions at the end of the log. Run it in as many processes as you like: windows and reactions
 * each have a lease, its holder works, the others stand by; one that slept through the loss of its lease cannot move a
 * checkpoint (epoch). Reactions that wait for a store do not hold up the windows.
 */
export class Engine {
  private readonly windows: Leader;
  private readonly reactions: Leader;
  private readonly beside: Leader | undefined;

  constructor(private readonly parts: EngineParts) {
    const { store, pool, schema, onError, follower, reactions, beside, leaseMilliseconds } = parts;
    const length = leaseMilliseconds === undefined ? {} : { milliseconds: leaseMilliseconds };
    const leader = (name: string, followed: Follower | ReactionRunner): Leader =>
      new Leader({
        lease: { pool, schema, name, ...length },
        store,
        names: async () => (await followed.ensure()).map((checkpoint) => checkpoint.name),
        step: (epoch) => followed.step({ epoch }),
        onError,
      });
    this.windows = leader('windows', follower);
    this.reactions = leader('reactions', reactions);
    if (beside?.isWanted === true)
      this.beside = new Leader({
        ...{ store, onError, lease: { ...beside.lease, ...length } },
        names: async () => (await beside.checkpoints()).map(({ name }) => name),
        step: (epoch) => beside.step(epoch),
      });
  }

  /** Whether this process keeps the windows. */
  get isLeading(): boolean {
    return this.windows.isLeading;
  }

  start(): void {
    this.windows.start();
    this.reactions.start();
    this.beside?.start();
  }

  /** The batches under way end; whoever stands by takes over at once. */
  async stop(): Promise<void> {
    await Promise.all([this.windows.stop(), this.reactions.stop(), this.beside?.stop()]);
  }

  /** Of everything that follows the log. */
  async checkpoints(): Promise<Checkpoint[]> {
    return [...(await this.awaited()), ...((await this.parts.beside?.checkpoints()) ?? [])];
  }

  private async awaited(): Promise<Checkpoint[]> {
    const { follower, reactions } = this.parts;
    return [...(await follower.ensure()), ...(await reactions.ensure())];
  }

  /** Waits until every running projection and reaction has seen `position`. False when the time is over. */
  async waitFor(position: Position, timeoutMilliseconds: number): Promise<boolean> {
    const until = performance.now() + timeoutMilliseconds;
    this.windows.wake();
    this.reactions.wake();
    for (;;) {
      const behind = (await this.awaited()).filter(
        (one) =>
          one.stopped === null && (one.position === null || this.parts.store.compare(one.position, position) < 0),
      );
      if (behind.length === 0) return true;
      if (performance.now() >= until) return false;
      await new Promise((resolve) => setTimeout(resolve, waitStepMilliseconds));
    }
  }

  /** Reactions may write new entries: done only when neither has anything left to read. */
  async catchUp(): Promise<void> {
    const { follower, reactions } = this.parts;
    // Whoever leads meanwhile may be faster; then there is something left to ask.
    const read = async (): Promise<number> => {
      try {
        return (await follower.step()) + (await reactions.step());
      } catch (error) {
        if (error instanceof CheckpointLost) return 1;
        throw error;
      }
    };
    while ((await read()) > 0);
  }

  /**
   * Lets projections and reactions that stopped go on from where they stopped: after the fault was mended. Answers the
   * names of those that had stopped.
   */
  async resume(names: readonly string[]): Promise<string[]> {
    const { follower, pool, beside } = this.parts;
    const resumed = await follower.checkpoints.resume(pool, names);
    const more = (await beside?.resume(names)) ?? [];
    for (const leader of [this.windows, this.reactions, this.beside]) leader?.wake();
    return [...resumed, ...more];
  }
}
