/** Work on one name goes one after the other, in the order given; on all names together not more than so much at once. */
export class Lanes {
  private readonly lanes = new Map<string, Promise<unknown>>();
  private readonly queue: (() => void)[] = [];
  private running = 0;
  /** Given and not finished. */
  count = 0;

  constructor(private readonly atOnceMax: number) {}

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    this.count++;
    const before = this.lanes.get(name);
    const started = (): Promise<T> => this.admitted(work);
    const mine = before ? before.then(started, started) : started();
    this.lanes.set(name, mine);
    try {
      return await mine;
    } finally {
      this.count--;
      if (this.lanes.get(name) === mine) this.lanes.delete(name);
    }
  }

  /** Resolves when everything given so far is finished, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.lanes.values());
    if (this.count > 0) await new Promise(setImmediate);
    if (this.lanes.size > 0) await this.settled();
  }

  private async admitted<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnceMax) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.running++;
    try {
      return await work();
    } finally {
      // The place goes to the next one without being free in between.
      const next = this.queue.shift();
      if (next) next();
      else this.running--;
    }
  }
}
