import type { EventStore, Watch } from '#libs/event-store/port';
import type { Checkpointer } from './checkpointer.js';
import type { Sealer } from './sealer.js';

const sealMilliseconds = 1_000;
const checkpointMilliseconds = 60_000;

/** Seals soon after entries are written and has the head signed once a minute while the log grows. */
export class SealingLoop {
  private watch: Watch | undefined;
  private stopped = false;
  private hasNew = true;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly parts: {
      readonly store: EventStore;
      readonly sealer: Sealer;
      readonly checkpointer: Checkpointer;
      /** What failed is tried again at the next turn. */
      readonly onError: (error: Error) => void;
    },
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Finishes the turn under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
    await this.watch?.close();
  }

  private async run(): Promise<void> {
    this.watch = await this.parts.store
      .watch(() => (this.hasNew = true))
      .catch((error: unknown) => {
        this.parts.onError(error as Error);
        return undefined;
      });
    // Turns, not hours: a test's clock or a clock set back must not keep the log unsigned.
    for (let turn = 0; !this.stopped; turn++) {
      await this.turn(turn % (checkpointMilliseconds / sealMilliseconds) === 0);
      await this.pause();
    }
  }

  private async turn(withCheckpoint: boolean): Promise<void> {
    // What the watch missed, or did not watch at all, is found at the next checkpoint.
    if (!this.hasNew && !withCheckpoint) return;
    this.hasNew = false;
    try {
      if (withCheckpoint) await this.parts.checkpointer.checkpoint();
      else await this.parts.sealer.seal();
    } catch (error) {
      this.hasNew = true;
      this.parts.onError(error as Error);
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, sealMilliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.stopped) this.wake();
    });
  }
}
