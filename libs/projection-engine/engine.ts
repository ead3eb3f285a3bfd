import pg from 'pg';
import type { EventStore, Position, Watch } from '#libs/event-store/port';
import { isLost, type Follower } from './follower.js';
import type { Checkpoint } from './checkpoint.js';
import type { ReactionRunner } from './reaction-runner.js';

export interface EngineParts {
  readonly store: EventStore;
  readonly follower: Follower;
  readonly reactions: ReactionRunner;
  readonly pool: pg.Pool;
  /** For the leader's own connection. */
  readonly connection: pg.PoolConfig;
  readonly onError: (error: Error) => void;
}

const pollMilliseconds = 1_000;
const standbyMilliseconds = 500;
const waitStepMilliseconds = 20;
// One leader for the read tables of a database; the number only has to be the same in every process.
const leaderLock = 7_270_002;

/**
 * Keeps projections and reactions at the end of the log. Run it in as many processes as you like: the one that holds the
 * lock works, the others stand by; a leader that lost the lock without knowing cannot move a checkpoint (epoch).
 */
export class Engine {
  private stopping = false;
  private loop: Promise<void> | undefined;
  private nudged = false;
  private endPause: () => void = () => undefined;
  private leading = false;

  constructor(private readonly parts: EngineParts) {}

  get isLeading(): boolean {
    return this.leading;
  }

  start(): void {
    this.stopping = false;
    this.loop ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
    this.loop = undefined;
  }

  checkpoints(): Promise<Checkpoint[]> {
    return this.parts.follower.ensure();
  }

  /** Waits until every running projection and reaction has seen `position`. False when the time is over. */
  async waitFor(position: Position, timeoutMilliseconds: number): Promise<boolean> {
    const until = performance.now() + timeoutMilliseconds;
    this.wake();
    for (;;) {
      const all = [...(await this.parts.follower.ensure()), ...(await this.parts.reactions.ensure())];
      const behind = all.filter((one) => one.stopped === null && (one.position === null || this.parts.store.compare(one.position, position) < 0));
      if (behind.length === 0) return true;
      if (performance.now() >= until) return false;
      await new Promise((resolve) => setTimeout(resolve, waitStepMilliseconds));
    }
  }

  /** Reactions may write new entries: done only when neither has anything left to read. */
  async catchUp(): Promise<void> {
    while ((await this.parts.follower.step()) + (await this.parts.reactions.step()) > 0);
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const leader = await this.lead();
        if (leader) await this.follow(leader);
        else await this.pause(standbyMilliseconds);
      } catch (error) {
        if (!isLost(error)) this.parts.onError(error as Error);
        await this.pause(standbyMilliseconds);
      }
    }
  }

  private async lead(): Promise<pg.Client | undefined> {
    const client = new pg.Client(this.parts.connection);
    client.on('error', () => (this.leading = false));
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [leaderLock]);
    if (rows[0]?.held) return client;
    await client.end();
    return undefined;
  }

  private async follow(leader: pg.Client): Promise<void> {
    let watch: Watch | undefined;
    leader.on('end', () => (this.leading = false));
    this.leading = true;
    try {
      const names = [...(await this.parts.follower.ensure()), ...(await this.parts.reactions.ensure())].map(({ name }) => name);
      await this.parts.follower.checkpoints.takeOver(this.parts.pool, names);
      watch = await this.parts.store.watch(() => this.wake());
      while (!this.stopping && this.leading) {
        const read = (await this.parts.follower.step()) + (await this.parts.reactions.step());
        if (read === 0) await this.pause(pollMilliseconds);
      }
    } finally {
      this.leading = false;
      await watch?.close();
      await leader.end().catch(() => undefined);
    }
  }

  /** Kept until the next pause, so that a word that comes during a step is not lost. */
  private wake(): void {
    this.nudged = true;
    this.endPause();
  }

  private async pause(milliseconds: number): Promise<void> {
    if (!this.stopping && !this.nudged) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.nudged = false;
  }
}
