import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Position } from '#libs/event-store/port';
import { positionBefore, readBatch, type Batch, type LogParts } from './batch-reader.js';
import { CheckpointLost, Checkpoints, type Checkpoint, type Stopped } from './checkpoint.js';
import { foldInto, handles, messageOf, needs, opensOf, Poisoned, RowsRefused } from './fold.js';
import type { AnyTable, Projection } from './projection.js';
import { RowStore, tableNames, type Queryable } from './row-store.js';

export interface FollowerParts extends LogParts {
  readonly source: DataSource;
  readonly pool: pg.Pool;
  readonly projections: readonly Projection[];
  /** Schema of the read tables; a rebuild folds into another one. */
  readonly schema: string;
  /** 2,000 unless told. */
  readonly batchEntries?: number;
  /** Connections a batch is written over, each with its share of the projections in a transaction of its own; 1 unless told. */
  readonly writers?: number;
  /** How long a transaction may stand idle before PostgreSQL ends it; 5,000 unless told. */
  readonly idleMilliseconds?: number;
  /** Told once for each projection or reaction that stops, beside its checkpoint. */
  readonly onStopped?: (name: string, stopped: Stopped) => void;
}

export interface StepOptions {
  /** Fed up to this position and no further. */
  readonly until?: Position;
  /** Of one's lease: checkpoints with another epoch are not one's own. */
  readonly epoch?: number;
}

/** What is written in one transaction: rows up to a position, and why it goes no further if it does not. */
interface Portion {
  readonly events: Batch['events'];
  readonly position: Position | null;
  readonly stopped?: Stopped;
}

const batchEntriesDefault = 2_000;
// A frozen process would otherwise hold its rows until somebody finds it, and its successor would wait for them.
const idleMillisecondsDefault = 5_000;

/**
 * Folds the log into the read tables. One page feeds every projection that stands at the same position; the rows of a batch
 * and its checkpoints are one transaction. A projection that cannot take an event stops alone, right before it.
 */
export class Follower {
  readonly checkpoints: Checkpoints;
  private readonly rows = new Map<AnyTable, RowStore>();

  constructor(private readonly parts: FollowerParts) {
    this.checkpoints = new Checkpoints(parts.schema);
    for (const table of parts.projections.flatMap(({ tables }) => tables))
      this.rows.set(table, new RowStore(tableNames(parts.source, table), parts.schema));
  }

  /** Checkpoints of this follower's projections, made where missing. Throws ForeignCheckpoint. */
  ensure(): Promise<Checkpoint[]> {
    return this.checkpoints.ensure(this.parts.pool, this.parts.projections, this.parts.store.storeId);
  }

  /**
   * One batch for those furthest behind. Answers how many entries were read; 0 when all stand at the end of the log.
   * Throws CheckpointLost.
   */
  async step({ until, epoch }: StepOptions = {}): Promise<number> {
    const running = (await this.ensure()).filter((one) => one.stopped === null && this.isOwn(one));
    if (epoch !== undefined && running.some((one) => one.epoch !== epoch)) throw new CheckpointLost();
    const group = this.furthestBehind(running);
    const first = group[0];
    if (!first) return 0;
    if (until !== undefined && this.compare(first.position, until) >= 0) return 0;
    return this.feed(group, until);
  }

  /** Another version's rows are not for these folds: it follows them itself, or rebuilds them first. */
  private isOwn({ name, version }: Checkpoint): boolean {
    return this.projectionOf(name)?.version === version;
  }

  private projectionOf(name: string): Projection | undefined {
    return this.parts.projections.find((projection) => projection.name === name);
  }

  private furthestBehind(running: readonly Checkpoint[]): readonly Checkpoint[] {
    const behind = running.reduce<Checkpoint | undefined>(
      (least, one) => (least && this.compare(least.position, one.position) <= 0 ? least : one),
      undefined,
    );
    return behind ? running.filter(({ position }) => position === behind.position) : [];
  }

  private compare(a: Position | null, b: Position | null): number {
    if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
    return this.parts.store.compare(a, b);
  }

  private async feed(group: readonly Checkpoint[], until: Position | undefined): Promise<number> {
    const after = group[0]!.position;
    const projections = group.flatMap(({ name }) => this.projectionOf(name) ?? []);
    const limit = this.parts.batchEntries ?? batchEntriesDefault;
    const batch = await readBatch(this.parts, after, { limit, until, opens: opensOf(projections) });
    if (batch.unreadable) {
      await this.stopBeforeUnreadable(group, batch);
      return batch.entries;
    }
    if (batch.last === null || batch.last === after) return 0;
    const portion = { events: batch.events, position: batch.last };
    const written = await Promise.allSettled(this.shares(group).map((share) => this.writeShare(share, portion)));
    for (const one of written) if (one.status === 'rejected') throw one.reason;
    return batch.entries;
  }

  private shares(group: readonly Checkpoint[]): Checkpoint[][] {
    const shares = Array.from({ length: Math.min(this.parts.writers ?? 1, group.length) }, (): Checkpoint[] => []);
    for (const [i, checkpoint] of group.entries()) shares[i % shares.length]!.push(checkpoint);
    return shares;
  }

  /** The rest of the share is fed again by the next step, without the one that stopped. */
  private async writeShare(share: readonly Checkpoint[], portion: Portion): Promise<void> {
    try {
      await this.write(share, portion);
    } catch (error) {
      if (!(error instanceof Poisoned || error instanceof RowsRefused)) throw error;
      const checkpoint = share.find(({ name }) => name === error.projection);
      if (!checkpoint) throw error;
      await this.stopAtCulprit(checkpoint, portion.events, error);
    }
  }

  private async write(group: readonly Checkpoint[], portion: Portion): Promise<void> {
    const client = await this.parts.pool.connect();
    // Ended from the other side between two statements, it says so here; the next statement fails.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    let broken = true;
    try {
      const idle = this.parts.idleMilliseconds ?? idleMillisecondsDefault;
      await client.query(`begin; set local idle_in_transaction_session_timeout = ${idle}`);
      await this.checkpoints.move(client, group, portion);
      for (const { name } of group) await this.fold(client, name, portion.events);
      await client.query('commit');
      broken = false;
    } catch (error) {
      await client.query('rollback').then(() => (broken = false), ignore);
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  private async fold(db: Queryable, name: string, events: Batch['events']): Promise<void> {
    const projection = this.projectionOf(name);
    if (projection) await foldInto(projection, { db, events, rows: (table) => this.rows.get(table)! });
  }

  /** Takes every event before the one to blame, and stands right before it, so that what it shows is the log up to there. */
  private async stopAtCulprit(
    checkpoint: Checkpoint,
    all: Batch['events'],
    found: Poisoned | RowsRefused,
  ): Promise<void> {
    const projection = this.projectionOf(checkpoint.name)!;
    const events = all.filter(({ event }) => handles(projection, event.type));
    let fault = found;
    let from = checkpoint;
    let good = 0;
    // The events up to and with this one are not taken; a fold names it, PostgreSQL only says that it is among them.
    let bad = placeOf(events, fault);
    while (good < bad) {
      const to = fault instanceof Poisoned ? bad : (good + bad + 1) >> 1;
      const { position } = events[to - 1]!;
      try {
        await this.write([from], { events: events.slice(good, to), position });
        from = { ...from, position };
        good = to;
      } catch (error) {
        if (!(error instanceof Poisoned || error instanceof RowsRefused)) throw error;
        fault = error;
        bad = Math.min(to - 1, placeOf(events, error));
      }
    }
    const { position, event, entry } = events[bad]!;
    const why = fault instanceof Poisoned ? messageOf(fault.cause) : fault.message;
    await this.stop([from], {
      events: [],
      before: position,
      stopped: { position, type: event.type, eventId: entry.id, why },
    });
  }

  /** An event that this version cannot read, or whose key is lost, is nobody's to skip: all who need it stop before it. */
  private async stopBeforeUnreadable(group: readonly Checkpoint[], { events, unreadable }: Batch): Promise<void> {
    const { stored, error } = unreadable!;
    const stopped = { position: stored.position, type: stored.type, eventId: stored.id, why: error.message };
    for (const checkpoint of group) {
      const projection = this.projectionOf(checkpoint.name)!;
      if (this.parts.codec.knows(stored.type) && !needs(projection, unreadable!)) continue;
      const own = events.filter(({ event }) => handles(projection, event.type));
      try {
        await this.stop([checkpoint], { events: own, before: stored.position, stopped });
      } catch (fault) {
        if (!(fault instanceof Poisoned || fault instanceof RowsRefused)) throw fault;
        await this.stopAtCulprit(checkpoint, own, fault);
      }
    }
  }

  private async stop(
    group: readonly Checkpoint[],
    { before, events, stopped }: { before: Position; events: Batch['events']; stopped: Stopped },
  ): Promise<void> {
    await this.write(group, { events, position: await positionBefore(this.parts.store, before), stopped });
    for (const { name } of group) this.parts.onStopped?.(name, stopped);
  }
}

const placeOf = (events: Batch['events'], fault: Poisoned | RowsRefused): number =>
  fault instanceof Poisoned
    ? events.findIndex(({ position }) => position === fault.recorded.position)
    : events.length - 1;
