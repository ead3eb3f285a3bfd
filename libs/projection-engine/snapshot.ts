import type pg from 'pg';
import type { Reader } from './paging.js';

/** Whoever gets a file and stops reading holds neither a connection nor a rebuild up for longer. */
const idleSecondsDefault = 30;

/**
 * The read tables as they were at one moment, asked as often as needed: a file is written piece by piece and holds together all
 * the same. It takes one connection until `close`, or until nobody asked for half a minute; then `query` throws.
 */
export class Snapshot implements Reader {
  private isOpen = true;

  private constructor(private readonly client: pg.PoolClient) {
    client.on('error', this.broke);
  }

  static async open(pool: pg.Pool, idleSeconds = idleSecondsDefault): Promise<Snapshot> {
    const snapshot = new Snapshot(await pool.connect());
    // The checkpoint first: a rebuild then waits with its swap, or was done before (ADR 0005).
    for (const text of [
      'begin isolation level repeatable read read only',
      'select from read.checkpoint',
      `set local idle_in_transaction_session_timeout = ${idleSeconds * 1000}`,
    ])
      await snapshot.query(text);
    return snapshot;
  }

  async query<T>(text: string, values: unknown[] = []): Promise<T> {
    if (!this.isOpen) throw new Error('the snapshot is closed');
    try {
      return (await this.client.query(values.length > 0 ? { text, values } : text)).rows as T;
    } catch (error) {
      this.broke();
      throw error;
    }
  }

  async close(): Promise<void> {
    if (!this.isOpen) return;
    await this.client.query('rollback').then(
      () => this.release(false),
      () => this.release(true),
    );
  }

  private readonly broke = (): void => this.release(true);

  private release(broken: boolean): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.client.off('error', this.broke);
    if (broken) this.client.on('error', () => undefined);
    this.client.release(broken);
  }
}
