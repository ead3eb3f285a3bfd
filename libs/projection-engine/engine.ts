import type pg from 'pg';
import type { EventStore, Position } from '#libs/event-store/port';
import { CheckpointLost, type Checkpoint } from './checkpoint.js';
import type { Follower } from './follower.js';
import { Leader } from './leader.js';
import type { ReactionRunner } from './reaction-runner.js';

export interface EngineParts {
  readonly store: EventStore;
  readonly follower: Follower;
  readonly reactions: ReactionRunner;
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

  constructor(private readonly parts: EngineParts) {
    const { store, pool, schema, onError, follower, reactions, leaseMilliseconds: milliseconds } = parts;
    const leader = (name: string, followed: Follower | ReactionRunner): Leader =>
      new Leader({
        lease: { pool, schema, name, ...(milliseconds === undefined ? {} : { milliseconds }) },
        store,
        names: async () => (await followed.ensure()).map((checkpoint) => checkpoint.name),
        step: (epoch) => followed.step({ epoch }),
        onError,
      });
    this.windows = leader('windows', follower);
    this.reactions = leader('reactions', reactions);
  }

  /** Whether this process keeps the windows. */
  get isLeading(): boolean {
    return this.windows.isLeading;
  }

  start(): void {
    this.windows.start();
    this.reactions.start();
  }

  /** The batches under way end; whoever stands by takes over at once. */
  async stop(): Promise<void> {
    await Promise.all([this.windows.stop(), this.reactions.stop()]);
  }

  /** Of every projection and every reaction. */
  async checkpoints(): Promise<Checkpoint[]> {
    const { follower, reactions } = this.parts;
    return [...(await follower.ensure()), ...(await reactions.ensure())];
  }

  /** Waits until every running projection and reaction has seen `position`. False when the time is over. */
  async waitFor(position: Position, timeoutMilliseconds: number): Promise<boolean> {
    const until = performance.now() + timeoutMilliseconds;
    this.windows.wake();
    this.reactions.wake();
    for (;;) {
      const behind = (await this.checkpoints()).filter(
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
    const resumed = await this.parts.follower.checkpoints.resume(this.parts.pool, names);
    this.windows.wake();
    this.reactions.wake();
    return resumed;
  }
}
