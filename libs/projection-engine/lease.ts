import { randomUUID } from 'node:crypto';
import os from 'node:os';
import type pg from 'pg';

export interface LeaseParts {
  readonly pool: pg.Pool;
  readonly schema: string;
  readonly name: string;
  /** How long it stands without being renewed; 6,000 unless told. Renewed at a third. */
  readonly milliseconds?: number;
}

const millisecondsDefault = 6_000;

/**
 * One row, one owner, by the database's clock: works through any pooler, and whoever dies loses it when it expires. Its
 * epoch goes into the checkpoints, whose compare-and-set then refuses an owner who slept through his successor.
 */
export class Lease {
  /** Unique for every lease; machine and process are there for whoever reads the row. */
  readonly owner = `${os.hostname()}/${process.pid}/${randomUUID()}`;
  private readonly milliseconds: number;
  private heldUntil = 0;
  private beat: NodeJS.Timeout | undefined;
  private renewing: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: LeaseParts) {
    this.milliseconds = parts.milliseconds ?? millisecondsDefault;
  }

  /** By this process's own clock, counted from before the last renewal was sent: false no later than others may take it. */
  get isHeld(): boolean {
    return performance.now() < this.heldUntil;
  }

  /**
   * Takes it where it is free, expired or one's own, with an epoch above every one before it, which the named checkpoints
   * get in the same transaction. Answers the epoch, or undefined while somebody else holds it.
   */
  async take(checkpoints: readonly string[]): Promise<number | undefined> {
    const { pool, schema, name } = this.parts;
    const asked = performance.now();
    const held = await pool.query(
      `select 1 from ${schema}.lease where name = $1 and owner <> $2 and expires_at > clock_timestamp()`,
      [name, this.owner],
    );
    if (held.rows.length > 0) return undefined;
    const { rows } = await pool.query<{ epoch: string }>(
      `with taken as (
         insert into ${schema}.lease as l (name, owner, epoch, expires_at)
         select $1, $2, coalesce(max(c.epoch), 0) + 1, clock_timestamp() + $3 * interval '1 millisecond'
           from ${schema}.checkpoint c where c.name = any($4)
         on conflict (name) do update
           set owner = excluded.owner, epoch = greatest(l.epoch + 1, excluded.epoch), expires_at = excluded.expires_at
           where l.expires_at <= clock_timestamp() or l.owner = excluded.owner
         returning epoch
       ), moved as (
         update ${schema}.checkpoint c set epoch = taken.epoch from taken where c.name = any($4)
       ) select epoch from taken`,
      [name, this.owner, this.milliseconds, checkpoints],
    );
    const epoch = rows[0]?.epoch;
    if (epoch === undefined) return undefined;
    this.heldUntil = asked + this.milliseconds;
    this.beat ??= setInterval(() => {
      // One that failed is tried again at the next beat, until it is too late.
      this.renewing = this.renew().catch(() => undefined);
    }, this.milliseconds / 3);
    return Number(epoch);
  }

  /** Answers whether it is still one's own. */
  async renew(): Promise<boolean> {
    const { pool, schema, name } = this.parts;
    const asked = performance.now();
    const { rowCount } = await pool.query(
      `update ${schema}.lease set expires_at = clock_timestamp() + $3 * interval '1 millisecond' where name = $1 and owner = $2`,
      [name, this.owner, this.milliseconds],
    );
    this.heldUntil = rowCount === 1 ? asked + this.milliseconds : 0;
    return rowCount === 1;
  }

  /** Free at once for the next one. */
  async release(): Promise<void> {
    clearInterval(this.beat);
    this.beat = undefined;
    // One that is under way would arrive afterwards and hold it for nobody.
    await this.renewing;
    const wasHeld = this.isHeld;
    this.heldUntil = 0;
    if (!wasHeld) return;
    const { pool, schema, name } = this.parts;
    await pool.query(`update ${schema}.lease set expires_at = '-infinity' where name = $1 and owner = $2`, [
      name,
      this.owner,
    ]);
  }
}
