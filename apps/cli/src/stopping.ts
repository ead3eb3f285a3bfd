import { note } from './text.js';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** What a command does when it is told to stop: it lets go of the house and ends with 130, or ends at a good place by itself. */
export class Stopping {
  private readonly asked = new AbortController();
  private works = 0;

  constructor(private readonly close: () => Promise<void>) {
    for (const signal of signals) process.on(signal, this.leave);
  }

  /** Work that looks at `stop` and then ends at a good place: it is not cut off, except by a second signal. */
  async letEnd<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    this.works += 1;
    try {
      return await work(this.asked.signal);
    } finally {
      this.works -= 1;
    }
  }

  /** From now on a signal ends the process at once. */
  listenNoMore(): void {
    for (const signal of signals) process.off(signal, this.leave);
  }

  private readonly leave = (): void => {
    if (this.works > 0 && !this.asked.signal.aborted) {
      note('正在停止：手头的几行办完就停。再按一次立即停止。');
      return this.asked.abort();
    }
    note('正在停止……');
    // What is under way fails when the house closes under it; nobody needs to hear of that.
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => undefined);
    void this.close().finally(() => process.exit(130));
  };
}
