import type { Position } from '#libs/event-store/port';
import type { Queryable } from './row-store.js';

/** The entry at which a projection or a reaction stopped, and why. Everything before it was taken. */
export interface Stopped {
  readonly position: string;
  readonly type: string;
  readonly eventId?: string;
  readonly why: string;
}

export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  /** Last position folded; null before the first. */
  readonly position: Position | null;
  readonly epoch: number;
  readonly storeId: string;
  /** Where and why it stopped; null while it runs. */
  readonly stopped: Stopped | null;
}

interface CheckpointRow {
  name: string;
  version: number;
  position: string | null;
  epoch: string;
  store_id: string;
  stopped: Stopped | null;
}

/** Another owner moved this checkpoint: roll back and begin again. */
export class CheckpointLost extends Error {}

/** The read tables were filled from another log. */
export class ForeignCheckpoint extends Error {}

/** Checkpoints of one schema: moved by compare-and-set with an epoch in the transaction of the rows. */
export class Checkpoints {
  constructor(private readonly schema: string) {}

  async all(db: Queryable): Promise<Checkpoint[]> {
    const { rows } = await db.query<CheckpointRow>(
      `select name, version, position, epoch, store_id, stopped from ${this.schema}.checkpoint order by name`,
    );
    return rows.map(({ store_id, epoch, position, ...row }) => ({
      ...row,
      position: position as Position | null,
      epoch: Number(epoch),
      storeId: store_id,
    }));
  }

  /** Makes the missing ones. Throws ForeignCheckpoint when one was filled from another store. */
  async ensure(
    db: Queryable,
    names: readonly { readonly name: string; readonly version: number }[],
    storeId: string,
  ): Promise<Checkpoint[]> {
    const among = (all: readonly Checkpoint[]): Checkpoint[] =>
      all.filter(({ name }) => names.some((one) => one.name === name));
    let wanted = among(await this.all(db));
    // Asked at every step and nearly always there: an insert that changes nothing would still take a lock each time.
    if (wanted.length < names.length) {
      await db.query(
        `insert into ${this.schema}.checkpoint (name, version, epoch, store_id)
         select name, version, 0, $3 from unnest($1::text[], $2::int[]) as new(name, version) on conflict (name) do nothing`,
        [names.map(({ name }) => name), names.map(({ version }) => version), storeId],
      );
      wanted = among(await this.all(db));
    }
    const foreign = wanted.filter((checkpoint) => checkpoint.storeId !== storeId);
    if (foreign.length > 0)
      throw new ForeignCheckpoint(`${foreign.map(({ name }) => name).join(', ')}: filled from another log`);
    return wanted;
  }

  /**
   * First statement of the transaction that writes the rows: whoever moved them meanwhile is noticed before the work, and
   * a rebuild, which locks in the same order, never waits for somebody who waits for it.
   * Throws CheckpointLost unless every one of them still stands where it was read.
   */
  async move(
    db: Queryable,
    from: readonly Checkpoint[],
    to: { readonly position: Position | null; readonly stopped?: Stopped },
  ): Promise<void> {
    const { rowCount } = await db.query(
      `update ${this.schema}.checkpoint c set position = $4, stopped = $5
       from unnest($1::text[], $2::bigint[], $3::text[]) as old(name, epoch, position)
       where c.name = old.name and c.epoch = old.epoch and c.position is not distinct from old.position`,
      [
        from.map(({ name }) => name),
        from.map(({ epoch }) => epoch),
        from.map(({ position }) => position),
        to.position,
        to.stopped ? JSON.stringify(to.stopped) : null,
      ],
    );
    if (rowCount !== from.length) throw new CheckpointLost();
  }

  /** Lets the named ones go on from where they stopped. Answers the names of those that had stopped. */
  async resume(db: Queryable, names: readonly string[]): Promise<string[]> {
    const { rows } = await db.query<{ name: string }>(
      `update ${this.schema}.checkpoint set stopped = null where name = any($1) and stopped is not null returning name`,
      [names],
    );
    return rows.map(({ name }) => name);
  }
}
