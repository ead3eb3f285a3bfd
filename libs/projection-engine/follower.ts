import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { UnknownEvent, type Recorded } from '#libs/event-store/codec';
import type { Position } from '#libs/event-store/port';
import type { KeyGroup } from '#libs/kernel/fields';
import { EnvelopeBroken } from '#libs/privacy/envelope';
import { KeyLost } from '#libs/privacy/key-ring';
import { readBatch, type LogParts } from './batch-reader.js';
import { CheckpointLost, Checkpoints, type Checkpoint } from './checkpoint.js';
import { foldTable, handles, Poisoned, writeFolded } from './fold.js';
import type { AnyTable, Projection } from './projection.js';
import { RowStore, tableNames, type Queryable } from './row-store.js';

export interface FollowerParts extends LogParts {
  readonly source: DataSource;
  readonly pool: pg.Pool;
  readonly projections: readonly Projection[];
  /** Schema of the read tables; a rebuild folds into another one. */
  readonly schema: string;
  readonly batchEntries?: number;
}

const batchEntriesDefault = 2_000;

/**
 * Folds the log into the read tables. One page feeds every projection that stands at the same position; the rows of a batch
 * and its checkpoints are one transaction. A projection whose fold throws stops alone and says where.
 */
export class Follower {
  readonly checkpoints: Checkpoints;
  private readonly rows = new Map<AnyTable, RowStore>();

  constructor(private readonly parts: FollowerParts) {
    this.checkpoints = new Checkpoints(parts.schema);
    for (const table of parts.projections.flatMap(({ tables }) => tables)) this.rows.set(table, new RowStore(tableNames(parts.source, table), parts.schema));
  }

  /** Checkpoints of this follower's projections, made where missing. Throws ForeignCheckpoint. */
  ensure(): Promise<Checkpoint[]> {
    return this.checkpoints.ensure(this.parts.pool, this.parts.projections, this.parts.store.storeId);
  }

  /** One batch for those furthest behind. Answers how many entries were read; 0 when all stand at the end of the log. */
  async step(stopAt?: Position): Promise<number> {
    const running = (await this.ensure()).filter(({ stopped }) => stopped === null);
    const group = this.furthestBehind(running);
    const first = group[0];
    if (!first) return 0;
    if (stopAt !== undefined && first.position !== null && this.parts.store.compare(first.position, stopAt) >= 0) return 0;
    return this.feed(group, first.position);
  }

  private furthestBehind(running: readonly Checkpoint[]): readonly Checkpoint[] {
    const behind = running.reduce<Checkpoint | undefined>((least, one) => (least && this.compare(least.position, one.position) <= 0 ? least : one), undefined);
    return behind ? running.filter(({ position }) => position === behind.position) : [];
  }

  private compare(a: Position | null, b: Position | null): number {
    if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
    return this.parts.store.compare(a, b);
  }

  private async feed(group: readonly Checkpoint[], after: Position | null): Promise<number> {
    const projections = this.parts.projections.filter(({ name }) => group.some((one) => one.name === name));
    const opens = new Set<KeyGroup>(projections.flatMap((projection) => projection.opens));
    const limit = this.parts.batchEntries ?? batchEntriesDefault;
    const types = (type: string): boolean => projections.some((projection) => handles(projection, type));
    const batch = await readBatch(this.parts, after, { limit, opens, types }).catch((error: unknown) => this.stopUnreadable(group, error));
    if (batch === 'stopped') return limit;
    if (batch.last === null || batch.last === after) return 0;
    try {
      await this.write(group, projections, { events: batch.events, last: batch.last });
    } catch (error) {
      if (!(error instanceof Poisoned)) throw error;
      await this.stopPoisoned(group, error);
    }
    return limit;
  }

  private async write(group: readonly Checkpoint[], projections: readonly Projection[], batch: { readonly events: readonly Recorded[]; readonly last: Position }): Promise<void> {
    const client = await this.parts.pool.connect();
    let broken = true;
    try {
      await client.query('begin');
      for (const projection of projections) await this.foldInto(client, projection, batch.events);
      await this.checkpoints.move(client, group, batch.last);
      await client.query('commit');
      broken = false;
    } catch (error) {
      await client.query('rollback').then(
        () => (broken = false),
        () => undefined,
      );
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private async foldInto(db: Queryable, projection: Projection, events: readonly Recorded[]): Promise<void> {
    for (const table of projection.tables) {
      const rows = this.rows.get(table)!;
      await writeFolded(db, rows, await foldTable(projection, table, { db, rows, events }));
    }
  }

  /** An event that this version cannot read, or whose key is lost, is nobody's to skip: all that were fed from it stop and say so. */
  private async stopUnreadable(group: readonly Checkpoint[], error: unknown): Promise<'stopped'> {
    if (!isUnreadable(error)) throw error;
    const at = error instanceof UnknownEvent ? error.entry : undefined;
    const stopped = { position: at?.position ?? 'unknown', type: at?.type ?? error.constructor.name, why: error.message };
    for (const checkpoint of group) await this.checkpoints.stop(this.parts.pool, checkpoint, stopped);
    return 'stopped';
  }

  /** The rest of the group is fed again by the next step, without the one that stopped. */
  private async stopPoisoned(group: readonly Checkpoint[], poison: Poisoned): Promise<void> {
    const checkpoint = group.find(({ name }) => name === poison.projection);
    if (!checkpoint) throw poison;
    const { position, event } = poison.recorded;
    const why = poison.cause instanceof Error ? poison.cause.message : String(poison.cause);
    await this.checkpoints.stop(this.parts.pool, checkpoint, { position, type: event.type, why });
  }
}

const isUnreadable = (error: unknown): error is Error => error instanceof UnknownEvent || error instanceof EnvelopeBroken || error instanceof KeyLost;

export const isLost = (error: unknown): boolean => error instanceof CheckpointLost;
