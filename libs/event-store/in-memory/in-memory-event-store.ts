import { randomUUID } from 'node:crypto';
import { checkAppend, StoreUnavailable, type Append, type AppendResult, type EventStore, type Page, type Position, type StoredEntry, type Watch } from '../port.js';

const numberOf = (position: Position): number => Number(position);
const positionOf = (index: number): Position => String(index) as Position;

/** The port in one array: for deciders' and ledger tests, and the measure of what the other adapters must do. */
export class InMemoryEventStore implements EventStore {
  readonly storeId = `memory-${randomUUID()}`;
  private readonly log: StoredEntry[] = [];
  private readonly streams = new Map<string, StoredEntry[]>();
  private readonly byId = new Map<string, StoredEntry>();
  private readonly watchers = new Set<() => void>();
  private closed = false;

  append(append: Append): Promise<AppendResult> {
    return new Promise((resolve) => {
      if (this.closed) throw new StoreUnavailable('the store is closed');
      checkAppend(append);
      resolve(this.decide(append));
    });
  }

  private decide({ stream, expected, entries }: Append): AppendResult {
    const before = entries.map((entry) => this.byId.get(entry.id));
    if (before.some((entry) => entry !== undefined && entry.stream !== stream)) return { status: 'id_reused' };
    const known = this.streams.get(stream) ?? [];
    const actual = known.length === 0 ? 'no_stream' : known.length - 1;
    if (before.some((entry) => entry !== undefined)) {
      const first = before[0];
      const same = first !== undefined && before.every((entry, i) => entry?.revision === first.revision + i);
      const last = before.at(-1);
      if (same && last) return { status: 'duplicate', revision: last.revision, position: last.position };
      return { status: 'wrong_revision', actual };
    }
    const met = expected === 'any' || (expected === 'stream_exists' ? actual !== 'no_stream' : expected === actual);
    if (!met) return { status: 'wrong_revision', actual };
    return this.store(stream, known, entries);
  }

  private store(stream: string, known: StoredEntry[], entries: Append['entries']): AppendResult {
    for (const { id, type, text } of entries) {
      const stored: StoredEntry = { id, type, text, stream, revision: known.length, position: positionOf(this.log.length) };
      known.push(stored);
      this.log.push(stored);
      this.byId.set(id, stored);
    }
    this.streams.set(stream, known);
    for (const watcher of this.watchers) queueMicrotask(watcher);
    return { status: 'stored', revision: known.length - 1, position: positionOf(this.log.length - 1) };
  }

  // An async generator although nothing is awaited: the port is asynchronous.
  // eslint-disable-next-line @typescript-eslint/require-await
  async *readStream(stream: string, options: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' } = {}): AsyncGenerator<StoredEntry> {
    const { limit = Number.POSITIVE_INFINITY, direction = 'forwards' } = options;
    const known = this.streams.get(stream) ?? [];
    const forwards = direction === 'forwards';
    let at = options.from ?? (forwards ? 0 : known.length - 1);
    if (!forwards) at = Math.min(at, known.length - 1);
    for (let given = 0; given < limit; given++, at += forwards ? 1 : -1) {
      const entry = known[at];
      if (!entry) return;
      yield entry;
    }
  }

  headOf(stream: string): Promise<number | 'no_stream'> {
    const length = this.streams.get(stream)?.length ?? 0;
    return Promise.resolve(length === 0 ? 'no_stream' : length - 1);
  }

  readAll(after: Position | null, limit: number): Promise<Page> {
    const start = after === null ? 0 : numberOf(after) + 1;
    const entries = this.log.slice(start, start + limit);
    return Promise.resolve({ entries, last: entries.at(-1)?.position ?? after, end: start + entries.length >= this.log.length });
  }

  readAllBackwards(before: Position | null, limit: number): Promise<Page> {
    const stop = before === null ? this.log.length : numberOf(before);
    const entries = this.log.slice(Math.max(0, stop - limit), stop).reverse();
    return Promise.resolve({ entries, last: entries.at(-1)?.position ?? before, end: stop - entries.length <= 0 });
  }

  head(): Promise<Position | null> {
    return Promise.resolve(this.log.at(-1)?.position ?? null);
  }

  compare(a: Position, b: Position): number {
    return numberOf(a) - numberOf(b);
  }

  watch(onNew: () => void): Promise<Watch> {
    this.watchers.add(onNew);
    return Promise.resolve({
      close: () => {
        this.watchers.delete(onNew);
        return Promise.resolve();
      },
    });
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}
