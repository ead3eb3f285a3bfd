import {
  checkAppend,
  StoreOverloaded,
  StoreUnavailable,
  StreamDestroyed,
  type Append,
  type AppendResult,
  type NamedLog,
  type Page,
  type Position,
  type StoredEntry,
  type StreamFrom,
  type Watch,
} from '../port.js';
import { Appender } from './appender.js';
import { Connection } from './connection.js';
import { identityOf, type Identity } from './identity.js';
import { Lookup, type PlacesOf } from './known-ids.js';
import { Lanes } from './lanes.js';
import { LogWatch } from './log-watch.js';
import { comparePositions } from './positions.js';
import { Reader } from './reading.js';
import { allRequest, streamRequest } from './requests.js';
import { Sender } from './sending.js';

export interface EventStoreDbOptions {
  /** esdb:// or esdb+discover://, with TLS, CA file, credentials and node preference as the client reads them. */
  readonly url: string;
  /** Begins the names of this log's streams, so that several logs share a cluster. None unless told. */
  readonly prefix?: string;
  /** Name for a log that has none yet. */
  readonly log?: string;
  /** How long one call may take with its repetitions, milliseconds. */
  readonly deadlineMilliseconds?: number;
  /** How long one answer to an append is waited for before it is asked again with the same ids, milliseconds. */
  readonly answerMilliseconds?: number;
  readonly waitingMax?: number;
  /** Where entries stand whose ids this process does not remember; see KnownIds. */
  readonly placesOf?: PlacesOf;
  /** Positions that events speak of, by what they were before the log was moved here. */
  readonly moved?: ReadonlyMap<string, Position> | undefined;
}

const streamPage = 1_000;
const appendsAtOnceMax = 256;
const answerMillisecondsByDefault = 2_500;

/** Where a stream is read on; -1 where it ends. */
const behind = (last: StoredEntry | undefined, direction: 'forwards' | 'backwards'): number =>
  last ? last.revision + (direction === 'forwards' ? 1 : -1) : -1;

interface Parts {
  readonly leader: Connection;
  readonly follower: Connection;
  readonly reader: Reader;
  readonly sender: Sender;
  readonly deadlineMilliseconds: number;
  readonly waitingMax: number;
  readonly moved?: ReadonlyMap<string, Position> | undefined;
}

/** The log in EventStoreDB 22.10 or later: exact expected revisions, the leader for whoever decides, any node for who follows. */
export class EventStoreDbEventStore implements NamedLog {
  readonly storeId: string;
  readonly log: string;
  private readonly lanes = new Lanes(appendsAtOnceMax);
  private readonly watches = new Set<LogWatch>();
  private readonly appender: Appender;
  private closed = false;

  private constructor(
    identity: Identity,
    private readonly prefix: string,
    private readonly parts: Parts,
    options: Pick<EventStoreDbOptions, 'answerMilliseconds' | 'placesOf'>,
  ) {
    ({ storeId: this.storeId, log: this.log } = identity);
    const { answerMilliseconds = answerMillisecondsByDefault, placesOf } = options;
    const at = async (position: Position): Promise<StoredEntry | undefined> => {
      const [entry] = await this.all({ from: position, count: 1, direction: 'forwards' });
      return entry?.position === position ? entry : undefined;
    };
    const lookup = new Lookup({ store: this, at, placesOf });
    this.appender = new Appender({ ...parts, prefix, lookup, answerMilliseconds });
  }

  /** Finds the leader and the log's name, which a new log is given. Throws StoreUnavailable; an Error for a bad address. */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    const { url, prefix = '', log, deadlineMilliseconds = 10_000, waitingMax = 100_000 } = options;
    const { leader, follower } = Connection.pair(url);
    const reader = new Reader(prefix, deadlineMilliseconds);
    const sender = new Sender(leader);
    try {
      const identity = await identityOf({ connection: leader, reader, sender, deadlineMilliseconds }, prefix, log);
      const { moved } = options;
      const parts = { leader, follower, reader, sender, deadlineMilliseconds, waitingMax, moved };
      const store = new EventStoreDbEventStore(identity, prefix, parts, options);
      store.appender.seen(await store.head());
      return store;
    } catch (error) {
      sender.close();
      leader.close();
      throw error;
    }
  }

  async append(append: Append): Promise<AppendResult> {
    if (this.closed) throw new StoreUnavailable('the store is closing');
    checkAppend(append);
    if (this.lanes.count >= this.parts.waitingMax) throw new StoreOverloaded(`${this.lanes.count} appends are waiting`);
    return this.lanes.run(append.stream, () => this.appender.append(append));
  }

  async *readStream(
    stream: string,
    options: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' } = {},
  ): AsyncGenerator<StoredEntry> {
    const { direction = 'forwards', limit = Number.POSITIVE_INFINITY } = options;
    let from = options.from ?? (direction === 'forwards' ? 0 : ('end' as const));
    for (let left = limit; left > 0;) {
      const count = Math.min(left, streamPage);
      const entries = await this.piece(stream, { from, count, direction });
      for (const entry of entries) yield entry;
      from = behind(entries.at(-1), direction);
      if (entries.length < count || from < 0) return;
      left -= count;
    }
  }

  readStreams(asked: readonly StreamFrom[]): Promise<readonly (readonly StoredEntry[])[]> {
    return Promise.all(
      asked.map(async ({ stream, from }) => {
        const entries: StoredEntry[] = [];
        for await (const entry of this.readStream(stream, { from })) entries.push(entry);
        return entries;
      }),
    );
  }

  async headOf(stream: string): Promise<number | 'no_stream'> {
    const [last] = await this.piece(stream, { from: 'end', count: 1, direction: 'backwards' });
    return last?.revision ?? 'no_stream';
  }

  async readAll(after: Position | null, limit: number): Promise<Page> {
    // The one at `after` comes along, or does not when `after` is a place the server only looked at.
    const range = { from: after ?? ('start' as const), count: limit + 1, direction: 'forwards' as const };
    const read = await this.all(range);
    const behind = after === null ? read : read.filter(({ position }) => comparePositions(position, after) > 0);
    const entries = behind.slice(0, limit);
    const last = entries.at(-1)?.position ?? after;
    this.appender.seen(last);
    const end = behind.length < limit;
    return { entries, last: end ? this.scannedBehind(last) : last, end };
  }

  async readAllBackwards(before: Position | null, limit: number): Promise<Page> {
    const range = { from: before ?? ('end' as const), count: limit + 1, direction: 'backwards' as const };
    const read = await this.all(range);
    const entries = read
      .filter(({ position }) => before === null || comparePositions(position, before) < 0)
      .slice(0, limit);
    return { entries, last: entries.at(-1)?.position ?? before, end: entries.length < limit };
  }

  async head(): Promise<Position | null> {
    const request = allRequest(this.prefix, { from: 'end', count: 1, direction: 'backwards' });
    const [newest] = await this.parts.reader.read(this.parts.leader, request, { leader: true });
    return newest?.position ?? null;
  }

  here(position: Position): Position {
    return this.parts.moved?.get(position) ?? position;
  }

  compare(a: Position, b: Position): number {
    return comparePositions(this.here(a), this.here(b));
  }

  /** Positions are places in the server's files. */
  entriesUpTo(): undefined {
    return undefined;
  }

  async watch(onNew: () => void): Promise<Watch> {
    const { follower: connection, deadlineMilliseconds } = this.parts;
    const watch = new LogWatch({ connection, prefix: this.prefix, onNew, deadlineMilliseconds });
    await watch.begin(await this.head());
    this.watches.add(watch);
    return {
      close: () => {
        this.watches.delete(watch);
        watch.close();
        return Promise.resolve();
      },
    };
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.lanes.settled();
    for (const watch of this.watches) watch.close();
    this.parts.sender.close();
    this.parts.leader.close();
    if (this.parts.follower !== this.parts.leader) this.parts.follower.close();
  }

  /** Where a page of all ends, beyond what the server has looked through for nothing. */
  private scannedBehind(last: Position | null): Position | null {
    return [...this.watches].reduce<Position | null>((far, watch) => watch.scannedBehind(far), last);
  }

  private all(range: Parameters<typeof allRequest>[1]): Promise<StoredEntry[]> {
    return this.parts.reader.read(this.parts.follower, allRequest(this.prefix, range), { leader: false });
  }

  /** Throws StreamDestroyed when entries are missing: somebody truncated the stream in the database. */
  private async piece(stream: string, range: Parameters<typeof streamRequest>[1]): Promise<StoredEntry[]> {
    const request = streamRequest(`${this.prefix}${stream}`, range);
    const entries = await this.parts.reader.read(this.parts.leader, request, { leader: true });
    const [first] = entries;
    if (first && range.direction === 'forwards' && first.revision !== range.from)
      throw new StreamDestroyed(stream, `begins at ${first.revision}`);
    return entries;
  }
}
