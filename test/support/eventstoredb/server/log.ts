import { Watchers } from './watchers.js';

/** -1: no stream. */
export type Expected = number | 'any' | 'stream_exists';

export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface StoredEvent extends NewEvent {
  readonly stream: string;
  readonly revision: number;
  /** Byte offset: rising, never contiguous. */
  readonly position: number;
  readonly createdTicks: string;
  /** The answer that carries it, made once. */
  wire?: Buffer;
}

export type Appended =
  | { readonly kind: 'stored'; readonly revision: number; readonly position: number }
  /** As the server does: said like `stored`; only tests look at the difference. */
  | { readonly kind: 'idempotent'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong'; readonly actual: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'too_large'; readonly limit: number };

interface Stream {
  readonly events: StoredEvent[];
  tombstoned: boolean;
  softDeleted: boolean;
  truncateBefore: number;
}

const truncatedWhole = 9_223_372_036_854_775_807n;
const recordBytes = 96;
const ticksAtEpoch = 10_000n;

const headOf = (stream: Stream | undefined): number => (stream?.events.length ?? 0) - 1;

const isGone = (stream: Stream | undefined, expected: Expected): boolean =>
  stream !== undefined && (stream.tombstoned || (expected === 'stream_exists' && stream.softDeleted));

/** With an exact revision the server compares ids in the index: reliable for ever. */
function storedBehind(
  stream: Stream | undefined,
  expected: number,
  events: readonly NewEvent[],
): StoredEvent | 'other' | undefined {
  if (!stream || stream.softDeleted || expected >= headOf(stream)) return undefined;
  const there = stream.events.slice(expected + 1, expected + 1 + events.length);
  const same = there.length === events.length && there.every(({ id }, i) => id === events[i]!.id);
  return same ? there.at(-1) : 'other';
}

/** What one append does to a stream, after the server's own table (CheckCommit of oss-v24.2.0). */
export class Log {
  readonly all: StoredEvent[] = [];
  readonly watchers = new Watchers();
  private readonly streams = new Map<string, Stream>();
  /** Ids of recent events for `any`; small here, so that what the server forgets is forgotten in tests too. */
  private readonly recent = new Map<string, StoredEvent>();
  private offset = 0;
  appendBytesMax = 1024 * 1024;
  recentIdsMax = 50;

  streamOf(name: string): Stream | undefined {
    return this.streams.get(name);
  }

  append(name: string, expected: Expected, events: readonly NewEvent[]): Appended {
    const bytes = events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
    if (bytes > this.appendBytesMax) return { kind: 'too_large', limit: this.appendBytesMax };
    const stream = this.streams.get(name);
    if (isGone(stream, expected)) return { kind: 'deleted' };
    const before = typeof expected === 'number' ? storedBehind(stream, expected, events) : this.known(name, events);
    if (before === undefined && this.asExpected(name, expected)) return this.store(name, events);
    return before === undefined || before === 'other'
      ? { kind: 'wrong', actual: headOf(stream) }
      : { kind: 'idempotent', revision: before.revision, position: before.position };
  }

  private asExpected(name: string, expected: Expected): boolean {
    const stream = this.streams.get(name);
    const head = headOf(stream);
    if (expected === 'any') return true;
    if (expected === 'stream_exists') return head >= 0 || this.streams.has(`$$${name}`);
    return expected === head || (expected === -1 && stream?.softDeleted === true);
  }

  delete(name: string, forEver: boolean): number {
    if (!forEver) {
      const data = Buffer.from(`{"$tb":${truncatedWhole}}`);
      const id = crypto.randomUUID();
      const contentType = 'application/json';
      this.store(`$$${name}`, [{ id, type: '$metadata', contentType, data, metadata: Buffer.alloc(0) }]);
    } else this.made(name).tombstoned = true;
    return this.offset;
  }

  /** Index in `all` of the first event at or behind this position. */
  indexFrom(position: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.all[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Without one it looks into a cache that forgets. */
  private known(stream: string, events: readonly NewEvent[]): StoredEvent | 'other' | undefined {
    const found = events.map(({ id }) => this.recent.get(`${stream} ${id}`));
    if (found.every((one) => one === undefined)) return undefined;
    const [first] = found;
    const same = first !== undefined && found.every((one, i) => one?.revision === first.revision + i);
    return same ? found.at(-1) : 'other';
  }

  private store(name: string, events: readonly NewEvent[]): Appended {
    const stream = this.made(name);
    if (stream.softDeleted) {
      stream.softDeleted = false;
      stream.truncateBefore = stream.events.length;
    }
    for (const event of events) {
      const createdTicks = (BigInt(Date.now()) * ticksAtEpoch).toString();
      const stored: StoredEvent = {
        ...event,
        stream: name,
        revision: stream.events.length,
        position: this.offset,
        createdTicks,
      };
      this.offset += recordBytes + name.length + event.data.length + event.metadata.length;
      stream.events.push(stored);
      this.all.push(stored);
      this.remember(stored);
      if (name.startsWith('$$')) this.applyMetadata(name.slice(2), stored);
    }
    const last = stream.events.at(-1)!;
    this.watchers.wake();
    return { kind: 'stored', revision: last.revision, position: last.position };
  }

  private made(name: string): Stream {
    const known = this.streams.get(name);
    if (known) return known;
    const stream: Stream = { events: [], tombstoned: false, softDeleted: false, truncateBefore: 0 };
    this.streams.set(name, stream);
    return stream;
  }

  private remember(stored: StoredEvent): void {
    this.recent.set(`${stored.stream} ${stored.id}`, stored);
    for (const oldest of this.recent.keys()) {
      if (this.recent.size <= this.recentIdsMax) return;
      this.recent.delete(oldest);
    }
  }

  private applyMetadata(name: string, { data }: StoredEvent): void {
    const before = /"\$tb":(\d+)/.exec(Buffer.from(data).toString())?.[1];
    const stream = this.made(name);
    stream.softDeleted = before === String(truncatedWhole);
    if (!stream.softDeleted) stream.truncateBefore = Number(before ?? 0);
  }
}
