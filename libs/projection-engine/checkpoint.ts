import type { Position } from '#libs/event-store/port';
import type { Queryable } from './row-store.js';

export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  /** Last position folded; null before the first. */
  readonly position: Position | null;
  readonly epoch: number;
  readonly storeId: string;
  /** Where and why it stopped. */
  readonly stopped: { readonly position: string; readonly type: string; readonly why: string } | null;
}

interface CheckpointRow {
  name: string;
  version: number;
  position: string | null;
  epoch: string;
  store_id: string;
  stopped: Checkpoint['stopped'];
}

/** Another owner moved this checkpoint: roll back and begin again. */
export class CheckpointLost extends Error {}

/** The read tables were filled from another log. */
export class ForeignCheckpoint extends Error {}

/** Checkpoints of one schema: moved by compare-and-set with an epoch in the transaction of the rows. */
export class Checkpoints {
  constructor(private readonly schema: string) {}

  async all(db: Queryable): Promise<Checkpoint[]> {
    const { rows } = await db.query<CheckpointRow>(`select name, version, position, epoch, store_id, stopped from ${this.schema}.checkpoint order by name`);
    return rows.map(({ store_id, epoch, position, ...row }) => ({ ...row, position: position as Position | null, epoch: Number(epoch), storeId: store_id }));
  }

  /** Makes the missing ones. Throws ForeignCheckpoint when one was filled from another store. */
  async ensure(db: Queryable, names: readonly { readonly name: string; readonly version: number }[], storeId: string): Promise<Checkpoint[]> {
    await db.query(
      `insert into ${this.schema}.checkpoint (name, version, epoch, store_id)
       select name, version, 0, $3 from unnest($1::text[], $2::int[]) as new(name, version) on conflict (name) do nothing`,
      [names.map(({ name }) => name), names.map(({ version }) => version), storeId],
    );
    const wanted = (await this.all(db)).filter(({ name }) => names.some((one) => one.name === name));
    const foreign = wanted.filter((checkpoint) => checkpoint.storeId !== storeId);
    if (foreign.length > 0) throw new ForeignCheckpoint(`${foreign.map(({ name }) => name).join(', ')}: filled from another log`);
    return wanted;
  }

  /** Takes over: whoever led before cannot move them any more. */
  async takeOver(db: Queryable, names: readonly string[]): Promise<void> {
    await db.query(`update ${this.schema}.checkpoint set epoch = epoch + 1 where name = any($1)`, [names]);
  }

  /** Throws CheckpointLost unless every one of them still stands where it was read. */
  async move(db: Queryable, from: readonly Checkpoint[], position: Position): Promise<void> {
    const { rowCount } = await db.query(
      `update ${this.schema}.checkpoint c set position = $4
       from unnest($1::text[], $2::bigint[], $3::text[]) as old(name, epoch, position)
       where c.name = old.name and c.epoch = old.epoch and c.position is not distinct from old.position`,
      [from.map(({ name }) => name), from.map(({ epoch }) => epoch), from.map((checkpoint) => checkpoint.position), position],
    );
    if (rowCount !== from.length) throw new CheckpointLost();
  }

  async stop(db: Queryable, checkpoint: Checkpoint, stopped: NonNullable<Checkpoint['stopped']>): Promise<void> {
    await db.query(`update ${this.schema}.checkpoint set stopped = $3 where name = $1 and epoch = $2`, [checkpoint.name, checkpoint.epoch, JSON.stringify(stopped)]);
  }

  async resume(db: Queryable, names: readonly string[]): Promise<void> {
    await db.query(`update ${this.schema}.checkpoint set stopped = null, epoch = epoch + 1 where name = any($1)`, [names]);
  }
}
