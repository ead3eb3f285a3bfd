import { once } from 'node:events';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Outlet } from './open-table.js';
import type { Queryable, RowStore } from './row-store.js';

const queuedBytesMax = 8_000_000;

/**
 * One connection that writes what a rebuild folds, in order and beside the folding. Nothing of it counts before `commit`.
 */
export class ShadowWriter implements Outlet {
  private tail: Promise<unknown> = Promise.resolve();
  private queued = 0;

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly begin: string,
  ) {}

  static async open(pool: pg.Pool, idleMilliseconds: number): Promise<ShadowWriter> {
    const begin = `begin; set local idle_in_transaction_session_timeout = ${idleMilliseconds}; set local maintenance_work_mem = '128MB'`;
    const client = await pool.connect();
    client.on('error', ignore);
    const writer = new ShadowWriter(client, begin);
    await writer.run((db) => db.query(begin));
    return writer;
  }

  /** Answers at once; what goes wrong is told by the next `room`, `run` or `commit`. */
  copy(store: RowStore, lines: Buffer): void {
    this.queued += lines.length;
    void this.run(async () => {
      const stream = this.client.query(from(store.copyText));
      const finished = once(stream, 'finish');
      stream.end(lines);
      await finished;
      this.queued -= lines.length;
    }).catch(ignore);
  }

  /** Waits until what is queued fits into memory. */
  async room(): Promise<void> {
    if (this.queued > queuedBytesMax) await this.tail;
  }

  /** Does `work` with the connection after everything that was asked for before. */
  run<T>(work: (db: Queryable) => Promise<T>): Promise<T> {
    const done = this.tail.then(() => work(this.client));
    this.tail = done;
    return done;
  }

  /** Everything so far, and begins anew. */
  commit(): Promise<unknown> {
    return this.run((db) => db.query(`commit; ${this.begin}`));
  }

  /** Gives the connection back; what was not committed is gone. */
  async close(): Promise<void> {
    await this.tail.catch(ignore);
    const broken = await this.client.query('rollback').then(
      () => false,
      () => true,
    );
    this.client.off('error', ignore);
    this.client.release(broken);
  }
}

const ignore = (): void => undefined;
