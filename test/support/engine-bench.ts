import pg from 'pg';
import { Column, DataSource, Entity, Index, PrimaryColumn } from 'typeorm';
import { EventCodec } from '#libs/event-store/codec';
import type { Ledger, Receipt } from '#libs/event-store/ledger';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import type { EventOf } from '#libs/kernel/event';
import { InMemoryKeyRing } from '#libs/privacy/in-memory-key-ring';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { Engine } from '#libs/projection-engine/engine';
import { Follower, type FollowerParts } from '#libs/projection-engine/follower';
import { table, type Projection } from '#libs/projection-engine/projection';
import { ReactionRunner, type ReactionParts } from '#libs/projection-engine/reaction-runner';
import { tableNames } from '#libs/projection-engine/row-store';
import { tableHash } from '#libs/projection-engine/table-hash';
import { CheckpointRow } from '#projections/checkpoint/checkpoint.entity';
import { LeaseRow } from '#projections/checkpoint/lease.entity';
import { GiftBench, giftEvents } from './gifts.js';
import { dataSource, migratedLog } from './migrated-log.js';

@Entity({ schema: 'read', name: 'gift_total' })
@Index('gift_total_by_gifts', ['gifts'])
export class GiftTotalRow {
  @PrimaryColumn('text', { name: 'stream' }) stream: string;
  @Column('int', { name: 'gifts' }) gifts: number;
  @Column('bigint', { name: 'total' }) total: number;
}

@Entity({ schema: 'read', name: 'gift_list' })
@Index('gift_list_by_number', ['number', 'stream'])
export class GiftListRow {
  @PrimaryColumn('text', { name: 'stream' }) stream: string;
  @PrimaryColumn('int', { name: 'revision' }) revision: number;
  /** Too small for a gift above 32,767: PostgreSQL refuses what the fold does not. */
  @Column('smallint', { name: 'number' }) number: number;
}

type GiftEvent = EventOf<typeof giftEvents>;

/** What a spec may do to the folds: throw at a gift, or be of another version. */
export interface GiftFolds {
  readonly throwsAt?: (count: number) => boolean;
  readonly version?: number;
}

export const giftTotal = ({ throwsAt = () => false, version = 1 }: GiftFolds = {}): Projection => ({
  name: 'gift-total',
  version,
  opens: [],
  tables: [
    table<GiftTotalRow, GiftEvent>()({
      entity: GiftTotalRow,
      keyOf: { GiftGiven: (_, { stream }) => ({ stream }), GiftsTakenBack: (_, { stream }) => ({ stream }) },
      empty: (key): GiftTotalRow => ({ ...key, gifts: 0, total: 0 }),
      on: {
        GiftGiven: (row, { count }): GiftTotalRow => {
          if (throwsAt(count)) throw new Error('this gift cannot be counted');
          return { ...row, gifts: row.gifts + 1, total: Number(row.total) + count };
        },
        GiftsTakenBack: () => null,
      },
    }),
  ],
});

export const giftList: Projection = {
  name: 'gift-list',
  version: 1,
  opens: [],
  tables: [
    table<GiftListRow, GiftEvent>()({
      entity: GiftListRow,
      keyOf: { GiftGiven: (_, { stream, revision }) => ({ stream, revision }) },
      empty: (key): GiftListRow => ({ ...key, number: 0 }),
      on: { GiftGiven: (row, { count }): GiftListRow => ({ ...row, number: count }) },
    }),
  ],
};

/** What a process needs to follow the gifts of a database: this one's, or one that a spec starts and kills. */
export interface GiftHouse {
  readonly store: PostgresEventStore;
  readonly source: DataSource;
  readonly pool: pg.Pool;
  parts(projections: readonly Projection[], more?: Partial<FollowerParts>): FollowerParts;
  engine(parts: FollowerParts, more?: Partial<ReactionParts> & { readonly onError?: (error: Error) => void }): Engine;
  close(): Promise<void>;
}

const entities = [CheckpointRow, LeaseRow, GiftTotalRow, GiftListRow];
const noReactions = { reactions: [], submit: () => Promise.resolve(), onRefused: () => Promise.resolve() };

export async function openGiftHouse(main: pg.PoolConfig, synchronize = false): Promise<GiftHouse> {
  const pool = new pg.Pool({ ...main, max: 8 });
  pool.on('error', () => undefined);
  if (synchronize) await pool.query('create schema read');
  const source = await new DataSource({ ...dataSource(main, []).options, entities, synchronize }).initialize();
  const store = await PostgresEventStore.open({ connection: main });
  const log = { store, codec: new EventCodec({ ...privacyEvents, ...giftEvents }), keys: new InMemoryKeyRing() };
  return {
    store,
    source,
    pool,
    parts: (projections, more = {}) => ({
      ...{ ...log, source, pool, projections, schema: 'read' },
      ...more,
    }),
    engine: (parts, { onError = () => undefined, ...more } = {}) =>
      new Engine({
        ...{ store: parts.store, pool, schema: 'read', onError },
        follower: new Follower(parts),
        reactions: new ReactionRunner({ ...log, ...noReactions, pool, schema: 'read', ...more }),
      }),
    close: async () => {
      await Promise.all([source.destroy(), pool.end(), store.close()]);
    },
  };
}

export interface EngineBench extends GiftHouse {
  readonly main: pg.PoolConfig;
  readonly gifts: GiftBench;
  /** Gifts 1, 2, 3 … in each of so many streams. */
  give(streams: number, times: number): Promise<Receipt>;
  /** Rows and hash of every table of the projections. */
  hashes(projections: readonly Projection[]): Promise<{ rows: number; hash: string }[]>;
}

/** The log and the read tables in a PostgreSQL database of its own; `close` removes it. */
export async function engineBench(): Promise<EngineBench> {
  const database = await migratedLog();
  const house = await openGiftHouse(database.main, true);
  const gifts = new GiftBench(house.store);
  const ledger: Ledger = gifts.ledger();
  let stream = 0;
  return {
    ...house,
    main: database.main,
    gifts,
    give: async (streams, times) => {
      const names = Array.from({ length: streams }, () => `gift-${++stream}`);
      const receipts = await Promise.all(
        names.map((name) => gifts.run(ledger, name, { type: 'Give', data: { times } })),
      );
      return receipts.reduce((a, b) => (house.store.compare(a.position, b.position) < 0 ? b : a));
    },
    hashes: (projections) =>
      Promise.all(
        projections.flatMap(({ tables }) =>
          tables.map((one) => tableHash(house.pool, 'read', tableNames(house.source, one))),
        ),
      ),
    close: async () => {
      await house.close();
      await database.drop();
    },
  };
}

/** Until it holds; for what other processes and timers do. */
export async function eventually(holds: () => boolean | Promise<boolean>, millisecondsMax = 30_000): Promise<void> {
  const until = performance.now() + millisecondsMax;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`not within ${millisecondsMax} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function followAll(follower: Follower): Promise<void> {
  while ((await follower.step()) > 0);
}
