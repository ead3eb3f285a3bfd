import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { EventCodec } from '#libs/event-store/codec';
import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { Ledger, type Receipt } from '#libs/event-store/ledger';
import type { EventStore } from '#libs/event-store/port';
import { eventCatalogue } from '#libs/house/catalogue';
import type { Decider, Message } from '#libs/kernel/decider';
import type { AnyEvent, EventOf } from '#libs/kernel/event';
import type { AccountId, CommandId, OrganizationId } from '#libs/kernel/ids';
import { testDatabase } from '#libs/postgres/test-server';
import type { KeyRing } from '#libs/privacy/key-ring';
import { KeyTables1764000000002 } from '#libs/privacy/key-tables.migration';
import { masterKeyOf } from '#libs/privacy/master-key';
import { PostgresKeyRing } from '#libs/privacy/postgres-key-ring';
import { Follower } from '#libs/projection-engine/follower';
import type { EntityClass, Projection } from '#libs/projection-engine/projection';
import { writerKey } from '#libs/proof/entry';
import { CheckpointRow } from '#projections/checkpoint/checkpoint.entity';
import { LeaseRow } from '#projections/checkpoint/lease.entity';
import { dataSource } from './migrated-log.js';

export type GivenEvent = EventOf<typeof eventCatalogue>;

/** A window under test: facts go in through the ledger, answers come out of its queries, nothing in between is called. */
export interface ProjectionBench {
  readonly source: DataSource;
  readonly readPool: pg.Pool;
  readonly store: EventStore;
  readonly keys: KeyRing;
  /** Writes the events to the stream in one act, as the ledger would, and lets the windows catch up. Throws where a fold stopped. */
  given(stream: string, ...events: readonly GivenEvent[]): Promise<Receipt>;
  /** Many streams with one catching up at the end. */
  givenAll(streams: readonly (readonly [stream: string, ...events: readonly GivenEvent[]])[]): Promise<void>;
  close(): Promise<void>;
}

type Said = Message<'Say', readonly GivenEvent[]>;

const emitsWhatItIsTold: Decider<null, Said, GivenEvent, AnyEvent, never> = {
  initial: null,
  evolve: (state) => state,
  decide: ({ data }) => data,
};

const account = '00000000-0000-4000-8000-00000000000a' as AccountId;
const organization = '00000000-0000-4000-8000-00000000000b' as OrganizationId;
/** The ledger's clock of every bench: 2026-07-01, 9 in the morning in Shanghai. */
export const benchInstant = Date.parse('2026-07-01T01:00:00.000Z');

/** The log in memory, keys and read tables in a PostgreSQL database of its own; `close` removes it. */
export async function projectionBench(...projections: readonly Projection[]): Promise<ProjectionBench> {
  const database = await testDatabase();
  const pool = new pg.Pool({ ...database.main, max: 4 });
  const keyPool = new pg.Pool({ ...database.keys, max: 4 });
  await pool.query('create schema read');
  const migrating = await dataSource(database.keys, [KeyTables1764000000002]).initialize();
  await migrating.runMigrations();
  await migrating.destroy();
  const source = await readSource(database.main, projections).initialize();
  const store = new InMemoryEventStore();
  const codec = new EventCodec(eventCatalogue);
  const keys = new PostgresKeyRing(keyPool, masterKeyOf(randomBytes(32), 1));
  const ledger = new Ledger({ store, codec, keys, writer: writerKey(), log: 'bench', now: () => benchInstant });
  const follower = new Follower({ store, codec, keys, source, pool, projections, schema: 'read' });
  const say = (stream: string, events: readonly GivenEvent[]): Promise<Receipt> =>
    ledger.run(emitsWhatItIsTold, {
      stream,
      command: { type: 'Say', data: events },
      context: { commandId: randomUUID() as CommandId, by: account, org: organization },
      facts: () => Promise.resolve(undefined),
    });
  return {
    source,
    readPool: pool,
    store,
    keys,
    given: async (stream, ...events) => {
      const receipt = await say(stream, events);
      await catchUp(follower);
      return receipt;
    },
    givenAll: async (streams) => {
      for (const [stream, ...events] of streams) await say(stream, events);
      await catchUp(follower);
    },
    close: async () => {
      await Promise.all([source.destroy(), pool.end(), keyPool.end()]);
      await database.drop();
    },
  };
}

function readSource(main: pg.PoolConfig, projections: readonly Projection[]): DataSource {
  const entities = projections.flatMap(({ tables }) => tables.map(({ entity }) => entity as EntityClass<object>));
  return new DataSource({ ...dataSource(main, []).options, entities: [CheckpointRow, LeaseRow, ...entities], synchronize: true });
}

async function catchUp(follower: Follower): Promise<void> {
  while ((await follower.step()) > 0);
  const stopped = (await follower.ensure()).filter((checkpoint) => checkpoint.stopped !== null);
  if (stopped.length > 0)
    throw new Error(stopped.map(({ name, stopped: at }) => `${name} stopped at ${at?.type}: ${at?.why}`).join('; '));
}
