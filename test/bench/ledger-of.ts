import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { EventCodec } from '#libs/event-store/codec';
import { Ledger, type Receipt } from '#libs/event-store/ledger';
import { LogTables1764000000001 } from '#libs/event-store/postgres/log-tables.migration';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import type { Databases } from '#libs/house/house';
import type { Decider } from '#libs/kernel/decider';
import { event, type AnyEvent } from '#libs/kernel/event';
import { id, integer, localDate, personal, text } from '#libs/kernel/fields';
import type { AccountId, CommandId, OrganizationId } from '#libs/kernel/ids';
import { KeyTables1764000000002 } from '#libs/privacy/key-tables.migration';
import { masterKeyOf } from '#libs/privacy/master-key';
import { PostgresKeyRing } from '#libs/privacy/postgres-key-ring';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { writerKey } from '#libs/proof/entry';

/** An event of the size of a credit of hours, with one personal text. */
const definitions = {
  ...privacyEvents,
  ServiceNoted: event(1, {
    activityId: id(),
    minutes: integer(0, 1440),
    servedOn: localDate(),
    note: personal('free', text(100)),
  }),
};

type Command = { readonly type: 'NoteService'; readonly data: Readonly<Record<string, unknown>> };
const decider: Decider<number, Command, AnyEvent, AnyEvent, never> = {
  initial: 0,
  evolve: (count) => count + 1,
  decide: ({ data }) => [{ type: 'ServiceNoted', data }],
};

const by = randomUUID() as AccountId;
const org = randomUUID() as OrganizationId;
export const payload = { activityId: org, minutes: 150, servedOn: '2026-03-05', note: '社区义诊，为居民量血压' };
export const eventType = 'ServiceNoted';
export const streamNames = (count: number): string[] =>
  Array.from({ length: count }, () => `hours-${randomUUID()}-2026`);

export interface BenchLedger {
  readonly store: PostgresEventStore;
  append(stream: string): Promise<Receipt>;
  close(): Promise<void>;
}

/** The ledger with everything it has in the product: PostgreSQL store, key database, wrapped keys, writer's signature. */
export async function openLedger({ main, keys }: Databases): Promise<BenchLedger> {
  await migrate(main, LogTables1764000000001);
  await migrate(keys, KeyTables1764000000002);
  const pool = new pg.Pool({ ...keys, max: 8 });
  pool.on('error', () => undefined);
  await once(main, `insert into ledger.identity(store_id, log) values ('bench', 'zhice/bench')`);
  const store = await PostgresEventStore.open({ connection: main });
  const ledger = new Ledger({
    store,
    codec: new EventCodec(definitions),
    keys: new PostgresKeyRing(pool, masterKeyOf(Buffer.alloc(32, 7), 1)),
    writer: writerKey(),
    log: store.log,
    now: Date.now,
  });
  return {
    store,
    append: (stream) =>
      ledger.run(decider, {
        stream,
        command: { type: 'NoteService', data: payload },
        context: { commandId: randomUUID() as CommandId, by, org },
        facts: () => Promise.resolve(undefined),
      }),
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}

async function migrate(at: pg.PoolConfig, migration: new () => object): Promise<void> {
  const { host, port, user, database } = at as { host: string; port: number; user: string; database: string };
  const source = new DataSource({ type: 'postgres', host, port, username: user, database, migrations: [migration] });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
}

async function once(at: pg.PoolConfig, statement: string): Promise<void> {
  const client = new pg.Client(at);
  await client.connect();
  await client.query(statement);
  await client.end();
}
