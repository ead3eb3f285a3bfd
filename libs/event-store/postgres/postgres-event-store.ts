import pg from 'pg';
import { Together } from '#libs/postgres/together';
import {
  checkAppend,
  StoreDamaged,
  StoreUnavailable,
  type Append,
  type AppendResult,
  type NamedLog,
  type Page,
  type Position,
  type StoredEntry,
  type StreamFrom,
  type Watch,
} from '../port.js';
import { GroupCommitLane, type LaneOptions } from './group-commit.js';
import {
  allBackwards,
  allForwards,
  rawRows,
  storedOf,
  streamPage,
  streamReading,
  streamsAtOnceMax,
  streamsTogether,
  type Prepared,
  type Row,
  type StreamRow,
} from './selects.js';

export interface PostgresStoreOptions extends Partial<LaneOptions> {
  readonly connection: pg.PoolConfig;
  /** Positions that events speak of, by what they were before the log was moved here. */
  readonly moved?: ReadonlyMap<string, Position>;
}

// The batch reads what was committed while it waited for the lock, whatever isolation the database prefers.
// Plans are kept as long as the connection lives, and those made while the log was short would read it from end to end.
// Each statement has one good plan: making one for each call took longer than reading.
const session =
  '-c role=zhice_writer -c default_transaction_isolation=read\\ committed -c enable_seqscan=off -c plan_cache_mode=force_generic_plan';

/** data_corrupted and index_corrupted: a checksum that does not fit, a page that is none. */
const damaged = ['XX001', 'XX002'];

function unavailable(error: unknown): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const { code = '', message } = error as pg.DatabaseError;
  return new (damaged.includes(code) ? StoreDamaged : StoreUnavailable)(message, { cause: error });
}

/** The log in PostgreSQL 14 or later: group commit, dense positions, LISTEN/NOTIFY with polling left to the caller. */
export class PostgresEventStore implements NamedLog {
  private readonly lane: GroupCommitLane;
  private readonly streams = new Together((asked: readonly StreamFrom[]) => this.firstPages(asked), streamsAtOnceMax);

  private constructor(
    readonly storeId: string,
    /** Name of the log, written into every entry. */
    readonly log: string,
    private readonly pool: pg.Pool,
    private readonly options: LaneOptions & Pick<PostgresStoreOptions, 'connection' | 'moved'>,
  ) {
    this.lane = new GroupCommitLane(pool, options);
  }

  /** Opens a migrated log as the writer, who may INSERT and SELECT only. Throws StoreUnavailable. */
  static async open({
    connection,
    deadlineMilliseconds = 10_000,
    waitingMax = 100_000,
    moved,
  }: PostgresStoreOptions): Promise<PostgresEventStore> {
    const asWriter = { ...connection, options: `${connection.options ?? ''} ${session}`.trim() };
    // A server that falls silent would otherwise hold its caller for ever.
    const pool = new pg.Pool({
      max: 8,
      connectionTimeoutMillis: 5_000,
      query_timeout: deadlineMilliseconds,
      ...asWriter,
    });
    pool.on('error', () => undefined);
    // The pool listens to idle clients only; one that breaks at work would end the process.
    pool.on('connect', (client) => client.on('error', () => undefined));
    try {
      const { rows } = await pool.query<{ store_id: string; log: string }>('select store_id, log from ledger.identity');
      const identity = rows[0];
      if (!identity) throw new StoreUnavailable('the log has no identity: run the migrations first');
      return new PostgresEventStore(identity.store_id, identity.log, pool, {
        connection: asWriter,
        deadlineMilliseconds,
        waitingMax,
        ...(moved ? { moved } : {}),
      });
    } catch (error) {
      await pool.end();
      throw unavailable(error);
    }
  }

  async append(append: Append): Promise<AppendResult> {
    return this.lane.append(append, checkAppend(append));
  }

  async *readStream(
    stream: string,
    options: { from?: number; limit?: number; direction?: 'forwards' | 'backwards' } = {},
  ): AsyncGenerator<StoredEntry> {
    const { query, start, step } = streamReading[options.direction ?? 'forwards'];
    let from = options.from ?? start;
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    while (left > 0) {
      const limit = Math.min(left, streamPage);
      const rows = await this.rows(query, [stream, from, limit]);
      // Not `yield*`, which would wrap each row of the list in promises of its own.
      for (const row of rows) yield row;
      if (rows.length < limit) return;
      left -= rows.length;
      from = rows.at(-1)!.revision + step;
      if (from < 0) return;
    }
  }

  readStreams(asked: readonly StreamFrom[]): Promise<readonly (readonly StoredEntry[])[]> {
    return Promise.all(asked.map((one) => this.readToEnd(one)));
  }

  async headOf(stream: string): Promise<number | 'no_stream'> {
    const { rows } = await this.ask<{ revision: string | null }>({
      text: 'select max(revision) as revision from ledger.entry where stream = $1',
      values: [stream],
    });
    const revision = rows[0]?.revision;
    return revision === null || revision === undefined ? 'no_stream' : Number(revision);
  }

  async readAll(after: Position | null, limit: number): Promise<Page> {
    const entries = await this.rows(allForwards, [after ?? -1, limit]);
    return { entries, last: entries.at(-1)?.position ?? after, end: entries.length < limit };
  }

  async readAllBackwards(before: Position | null, limit: number): Promise<Page> {
    const entries = await this.rows(allBackwards, [before ?? Number.MAX_SAFE_INTEGER, limit]);
    return { entries, last: entries.at(-1)?.position ?? before, end: entries.length < limit };
  }

  async head(): Promise<Position | null> {
    const { rows } = await this.ask<{ position: string | null }>({
      text: 'select max(position)::text as position from ledger.entry',
    });
    return (rows[0]?.position ?? null) as Position | null;
  }

  compare(a: Position, b: Position): number {
    // Whole numbers without leading zeros: the longer is the greater.
    if (a.length !== b.length) return a.length - b.length;
    return a < b ? -1 : Number(a > b);
  }

  here(position: Position): Position {
    return this.options.moved?.get(position) ?? position;
  }

  /** Positions are dense numbers from 0. */
  entriesUpTo(position: Position): number {
    return Number(position) + 1;
  }

  async watch(onNew: () => void): Promise<Watch> {
    let client: pg.Client | undefined;
    let closed = false;
    // A lost listener costs latency only; polling goes on behind it.
    const again = (): void => {
      if (!closed) setTimeout(() => void listen().catch(again), 1_000).unref();
    };
    const listen = async (): Promise<void> => {
      const mine = new pg.Client(this.options.connection);
      mine.on('error', () => undefined);
      mine.on('notification', onNew);
      try {
        await mine.connect();
        await mine.query('listen zhice_log');
      } catch (error) {
        await mine.end().catch(() => undefined);
        throw unavailable(error);
      }
      if (closed) return mine.end();
      mine.on('end', again);
      client = mine;
    };
    await listen();
    return {
      close: async () => {
        closed = true;
        await client?.end();
      },
    };
  }

  async close(): Promise<void> {
    await this.lane.close();
    await this.pool.end();
  }

  private async readToEnd(asked: StreamFrom): Promise<readonly StoredEntry[]> {
    const entries = await this.streams.ask(asked);
    if (entries.length === streamPage)
      for await (const entry of this.readStream(asked.stream, { from: entries.at(-1)!.revision + 1 }))
        entries.push(entry);
    return entries;
  }

  private async firstPages(asked: readonly StreamFrom[]): Promise<StoredEntry[][]> {
    const { rows } = await this.ask<StreamRow>(
      rawRows(streamsTogether, [asked.map(({ stream }) => stream), asked.map(({ from }) => from)]),
    );
    const pages = asked.map((): StoredEntry[] => []);
    for (const [position, revision, id, type, entry, n] of rows) {
      const place = Number(n) - 1;
      pages[place]!.push(storedOf([position, asked[place]!.stream, revision, id, type, entry]));
    }
    // They come in order; PostgreSQL only does not promise it without sorting them once more.
    for (const page of pages) page.sort((a, b) => a.revision - b.revision);
    return pages;
  }

  private async rows(query: Prepared, values: readonly unknown[]): Promise<StoredEntry[]> {
    const { rows } = await this.ask<Row>(rawRows(query, values));
    return rows.map(storedOf);
  }

  private async ask<R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<R>> {
    try {
      return await this.pool.query<R>(query);
    } catch (error) {
      throw unavailable(error);
    }
  }
}
