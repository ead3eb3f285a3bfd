import { randomUUID } from 'node:crypto';
import {
  checkAppend,
  StoreUnavailable,
  type Append,
  type AppendResult,
  type EventStore,
  type Page,
  type Position,
  type StoredEntry,
  type StreamFrom,
  type Watch,
} from '../port.js';

const numberOf = (position: Position): number => Number(position);
const positionOf = (index: number): Position => String(index) as Position;

/** What is said of an append whose ids are known, all or some. */
function repeated(
  stream: string,
  actual: number | 'no_stream',
  before: readonly (StoredEntry | undefined)[],
): AppendResult {
  if (before.some((entry) => entry !== undefined && entry.stream !== stream)) return { status: 'id_reused' };
  const [first, last] = [before[0], before.at(-1)];
  const same = first !== undefined && before.every((entry, i) => entry?.revision === first.revision + i);
  return same && last
    ? { status: 'duplicate', revision: last.revision, position: last.position }
    : { status: 'wrong_revision', actual };
}

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
    const known = this.streams.get(stream) ?? [];
    const actual = known.length === 0 ? 'no_stream' : known.length - 1;
    const before = entries.map((entry) => this.byId.get(entry.id));
    if (before.some((entry) => entry !== undefined)) return repeated(stream, actual, before);
    const met = expected === 'any' || (expected === 'stream_exists' ? actual !== 'no_stream' : expected === actual);
    if (!met) return { status: 'wrong_revision', actual };
    return this.store(stream, known, entries);
  }

  private store(stream: string, known: StoredEntry[], entries: Append['entries']): AppendResult {
    for (const { id, type, text } of entries) {
      const stored: StoredEntry = {
        id,
        type,
        text,
        stream,
        revision: known.length,
        position: positionOf(this.log.length),
      };
      known.push(stored);
      this.log.push(stored);
      this.byId.set(id, stored);
    }
    this.streams.set(stream, known);
    for (const watcher of this.watchers) queueMicrotask(watcher);
    return { status: 'stored', revision: known.length - 1, position: positionOf(this.log.length - 1) };
  }

  async *readStream(
    stream: string,
    options: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' } = {},
  ): AsyncGenerator<StoredEntry> {
    const known = this.streams.get(stream) ?? [];
    const { limit = known.length } = options;
    if (options.direction === 'backwards')
      yield* known
        .slice(0, (options.from ?? known.length) + 1)
        .reverse()
        .slice(0, limit);
    else yield* known.slice(options.from ?? 0).slice(0, limit);
  }

  readStreams(asked: readonly StreamFrom[]): Promise<StoredEntry[][]> {
    return Promise.resolve(asked.map(({ stream, from }) => (this.streams.get(stream) ?? []).slice(from)));
  }

  headOf(stream: string): Promise<number | 'no_stream'> {
    const length = this.streams.get(stream)?.length ?? 0;
    return Promise.resolve(length === 0 ? 'no_stream' : length - 1);
  }

  readAll(after: Position | null, limit: number): Promise<Page> {
    const start = after === null ? 0 : numberOf(after) + 1;
    const entries = this.log.slice(start, start + limit);
    return Promise.resolve({
      entries,
      last: entries.at(-1)?.position ?? after,
      end: start + entries.length >= this.log.length,
    });
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

  here(position: Position): Position {
    return position;
  }

  entriesUpTo(position: Position): number {
    return numberOf(position) + 1;
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
