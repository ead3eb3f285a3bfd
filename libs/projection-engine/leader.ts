import type { EventStore, Watch } from '#libs/event-store/port';
import { CheckpointLost } from './checkpoint.js';
import { Lease, type LeaseParts } from './lease.js';

/** What follows the log together: one process of all leads it. */
export interface Group {
  readonly lease: LeaseParts;
  readonly store: EventStore;
  /** Names of its checkpoints, made where missing. */
  readonly names: () => Promise<readonly string[]>;
  /** One batch. Answers how many entries were read. Throws CheckpointLost. */
  readonly step: (epoch: number) => Promise<number>;
  readonly onError: (error: Error) => void;
}

const pollMilliseconds = 1_000;
const standbyMilliseconds = 500;
const faultMillisecondsMax = 10_000;

/** Keeps one group at the end of the log while it holds the group's lease, and stands by while another process does. */
export class Leader {
  private readonly lease: Lease;
  private stopping = false;
  private loop: Promise<void> | undefined;
  private nudged = false;
  private endPause: () => void = () => undefined;
  private leading = false;

  constructor(private readonly group: Group) {
    this.lease = new Lease(group.lease);
  }

  get isLeading(): boolean {
    return this.leading && this.lease.isHeld;
  }

  start(): void {
    this.stopping = false;
    this.loop ??= this.run();
  }

  /** Lets the batch under way end and gives the lease back. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.loop;
    this.loop = undefined;
  }

  /** Kept until the next pause, so that a word that comes during a step is not lost. */
  wake(): void {
    this.nudged = true;
    this.endPause();
  }

  private async run(): Promise<void> {
    let faults = 0;
    while (!this.stopping) {
      try {
        const epoch = await this.lease.take(await this.group.names());
        if (epoch !== undefined) await this.lead(epoch, () => (faults = 0));
        else await this.pause(standbyMilliseconds);
      } catch (error) {
        this.group.onError(error as Error);
        faults += 1;
        await this.pause(Math.min(faultMillisecondsMax, standbyMilliseconds * 2 ** Math.min(faults - 1, 10)));
      }
    }
  }

  private async lead(taken: number, onProgress: () => void): Promise<void> {
    let epoch: number | undefined = taken;
    let watch: Watch | undefined;
    this.leading = true;
    try {
      // Words are only faster than asking: without them one polls.
      watch = await this.group.store.watch(() => this.wake()).catch((error: unknown) => this.told(error));
      while (!this.stopping && epoch !== undefined && this.lease.isHeld) {
        const read = await this.stepAs(epoch);
        if (read === 'lost') epoch = await this.lease.take(await this.group.names());
        else onProgress();
        if (read === 0) await this.pause(pollMilliseconds);
      }
    } finally {
      this.leading = false;
      await watch?.close().catch(() => undefined);
      await this.lease.release().catch(() => undefined);
    }
  }

  /** A rebuild moved the checkpoints, or a successor did: the lease tells which. */
  private async stepAs(epoch: number): Promise<number | 'lost'> {
    try {
      return await this.group.step(epoch);
    } catch (error) {
      if (error instanceof CheckpointLost) return 'lost';
      throw error;
    }
  }

  private told(error: unknown): undefined {
    this.group.onError(error as Error);
    return undefined;
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
