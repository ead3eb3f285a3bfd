import {
  AppendOutcomeUnknown,
  StoreOverloaded,
  StoreUnavailable,
  type Append,
  type AppendResult,
  type EventStore,
  type Page,
  type Position,
  type StoredEntry,
  type StreamFrom,
  type Watch,
} from '#libs/event-store/port';
import type { FaultSource } from './faults.js';
import type { Scheduler } from './scheduler.js';

export interface StoreConnection {
  readonly scheduler: Scheduler;
  readonly faults: FaultSource;
  readonly owner: object;
  readonly name: string;
  /** Entries a stream is read in at a time, as an adapter pages. */
  readonly pageEntries: number;
}

/** One process's connection to the shared log: calls arrive when the scheduler says so, and end as the faults say. */
export class FaultyStore implements EventStore {
  readonly storeId: string;

  constructor(
    private readonly inner: EventStore,
    private readonly connection: StoreConnection,
  ) {
    this.storeId = inner.storeId;
  }

  here(position: Position): Position {
    return this.inner.here(position);
  }

  entriesUpTo(position: Position): number | undefined {
    return this.inner.entriesUpTo(position);
  }

  async append(append: Append): Promise<AppendResult> {
    const { scheduler, faults } = this.connection;
    const what = `append ${append.stream}@${append.expected} +${append.entries.length}`;
    const fate = faults.fate('refused', 'late', 'deaf');
    await this.gate(`${what} (${fate})`);
    if (fate === 'refused')
      throw append.entries.length > 1 ? new StoreOverloaded('too many waiting') : new StoreUnavailable('no connection');
    if (fate === 'late') {
      // Belongs to nobody any more: it arrives even when the process that sent it is gone.
      void scheduler.gate(`${what} arrives late`, null).then(() => this.inner.append(append));
      throw new AppendOutcomeUnknown('no answer in time');
    }
    const result = await this.inner.append(append);
    scheduler.note(`  ${append.stream} ${result.status}`);
    if (fate === 'dies') return faults.die(this.connection.owner);
    if (fate === 'deaf') throw new AppendOutcomeUnknown('connection lost');
    await this.gate(`answer ${what}`);
    return result;
  }

  async *readStream(
    stream: string,
    options: { readonly from?: number; readonly limit?: number; readonly direction?: 'forwards' | 'backwards' } = {},
  ): AsyncGenerator<StoredEntry> {
    if (options.direction === 'backwards') {
      await this.ask(`read ${stream} backwards`);
      yield* this.inner.readStream(stream, options);
      return;
    }
    const { pageEntries } = this.connection;
    let left = options.limit ?? Infinity;
    for (let from = options.from ?? 0; left > 0; from += pageEntries) {
      await this.ask(`read ${stream} from ${from}`);
      const limit = Math.min(left, pageEntries);
      let came = 0;
      for await (const entry of this.inner.readStream(stream, { from, limit })) {
        came += 1;
        yield entry;
      }
      if (came < limit) return;
      left -= came;
    }
  }

  async readStreams(asked: readonly StreamFrom[]): Promise<readonly (readonly StoredEntry[])[]> {
    await this.ask(`read ${asked.map(({ stream, from }) => `${stream} from ${from}`).join(', ')}`);
    return this.inner.readStreams(asked);
  }

  async headOf(stream: string): Promise<number | 'no_stream'> {
    await this.ask(`head of ${stream}`);
    return this.inner.headOf(stream);
  }

  async readAll(after: Position | null, limit: number): Promise<Page> {
    await this.ask(`read log after ${after}`);
    return this.inner.readAll(after, limit);
  }

  async readAllBackwards(before: Position | null, limit: number): Promise<Page> {
    await this.ask(`read log before ${before}`);
    return this.inner.readAllBackwards(before, limit);
  }

  async head(): Promise<Position | null> {
    await this.ask('head of the log');
    return this.inner.head();
  }

  compare(a: Position, b: Position): number {
    return this.inner.compare(a, b);
  }

  watch(onNew: () => void): Promise<Watch> {
    return this.inner.watch(onNew);
  }

  close(): Promise<void> {
    return this.inner.close();
  }

  private async ask(what: string): Promise<void> {
    const { faults, owner } = this.connection;
    const fate = faults.fate('refused');
    await this.gate(`${what}${fate === 'refused' ? ' (refused)' : ''}`);
    if (fate === 'dies') return faults.die(owner);
    if (fate === 'refused') throw new StoreUnavailable('no connection');
  }

  private gate(what: string): Promise<void> {
    return this.connection.scheduler.gate(`${this.connection.name} ${what}`, this.connection.owner);
  }
}
