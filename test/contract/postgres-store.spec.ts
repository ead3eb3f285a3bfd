import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { StoreOverloaded, StoreUnavailable } from '#libs/event-store/port';
import { PostgresEventStore, type PostgresStoreOptions } from '#libs/event-store/postgres/postgres-event-store';
import { LogTables1764000000001 } from '#libs/event-store/postgres/log-tables.migration';
import type { TestDatabase } from '#libs/postgres/test-server';
import { dataSource, migratedLog } from '../support/migrated-log.js';
import { countOf, entries, entry, idsOf, logAfter, newStream, repeated, streamOf } from './entries.js';

// A busy machine is slow, not wrong.
jest.setTimeout(300_000);

describe('The log in PostgreSQL', () => {
  let database: TestDatabase & { storeId: string };
  let owner: pg.Client;
  const opened: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await migratedLog('log of the tests');
    owner = await session(database.main);
  }, 120_000);
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const open = async (options: Partial<PostgresStoreOptions> = {}): Promise<PostgresEventStore> => {
    const store = await PostgresEventStore.open({ connection: database.main, ...options });
    opened.push(store);
    return store;
  };

  async function session(config: pg.PoolConfig): Promise<pg.Client> {
    const client = new pg.Client(config);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  const numbers = async (statement: string, values: unknown[] = []): Promise<number[]> =>
    (await owner.query<{ n: string }>(statement, values)).rows.map(({ n }) => Number(n));

  it('knows its name and the name of its log', async () => {
    const store = await open();
    expect([store.storeId, store.log]).toEqual([database.storeId, 'log of the tests']);
  });

  describe('is append-only', () => {
    const changes = [
      'update ledger.entry set entry = entry',
      'update ledger.entry set position = position where false',
      'delete from ledger.entry',
      'truncate ledger.entry',
      'update ledger.identity set log = log',
      'delete from ledger.identity',
      'truncate ledger.identity',
    ];

    it.each(changes)('for the writer, who has no right to it: %s', async (statement) => {
      const writer = await session({ ...database.main, options: '-c role=zhice_writer' });
      await expect(writer.query(statement)).rejects.toMatchObject({ code: '42501' });
      await writer.end();
    });

    it.each(changes)('for the owner, whom a trigger stops: %s', async (statement) => {
      await (await open()).append({ stream: newStream(), expected: 'any', entries: entries(1) });
      const before = await numbers('select count(*) as n from ledger.entry');
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '23000' });
      expect(await numbers('select count(*) as n from ledger.entry')).toEqual(before);
    });

    it.each([
      "insert into ledger.identity (store_id, log) values ('x', 'x')",
      'alter table ledger.entry disable trigger all',
      'drop table ledger.entry',
      'set session_replication_role = replica',
      'create table ledger.other (a int)',
    ])('and the writer cannot open a back door: %s', async (statement) => {
      const writer = await session({ ...database.main, user: await loginOfWriter() });
      await expect(writer.query(statement)).rejects.toMatchObject({ code: '42501' });
      await writer.end();
    });

    /** A login that is only a writer: a session that merely put the role on could take it off. */
    async function loginOfWriter(): Promise<string> {
      const name = `login_${database.main.database ?? ''}`;
      await owner.query(
        `do $$ begin create role ${name} login in role zhice_writer; exception when duplicate_object then null; end $$`,
      );
      logins.add(name);
      return name;
    }
    const logins = new Set<string>();
    afterAll(async () => {
      for (const login of logins) await owner.query(`drop role ${login}`);
    });

    it('refuses a second name', async () => {
      await expect(owner.query("insert into ledger.identity (store_id, log) values ('x', 'x')")).rejects.toMatchObject({
        code: '23505',
      });
    });

    it('has no way back', async () => {
      const source = await dataSource(database.main, [LogTables1764000000001]).initialize();
      await expect(source.undoLastMigration()).rejects.toThrow('the log is for ever');
      await source.destroy();
    });
  });

  describe('stays dense', () => {
    it('48: gives positions without a gap through a storm of conflicts', async () => {
      const store = await open();
      const stream = newStream();
      await repeated(300, (i) =>
        store.append({
          stream: i % 3 === 0 ? stream : newStream(),
          expected: 'no_stream',
          entries: entries(1 + (i % 4)),
        }),
      );
      const positions = (await logAfter(store, null)).map(({ position }) => Number(position));
      expect(positions).toEqual(positions.map((_, i) => i));
    });

    it('with two processes writing at once: one order, one winner a revision, nothing lost', async () => {
      const stores = [await open(), await open()];
      const before = await stores[0]!.head();
      const [contested, shared] = [newStream(), newStream()];
      const races = await repeated(40, (i) =>
        stores[i % 2]!.append({ stream: contested, expected: 'no_stream', entries: entries(1) }),
      );
      const given = Array.from({ length: 200 }, () => entries(2));
      const results = await repeated(200, (i) =>
        stores[i % 2]!.append({ stream: shared, expected: 'any', entries: given[i]! }),
      );
      expect([countOf(races, 'stored'), countOf(results, 'stored')]).toEqual([1, 200]);
      const log = await logAfter(stores[0]!, before);
      expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, i) => Number(log[0]!.position) + i));
      expect(log).toHaveLength(401);
      expect(await logAfter(stores[1]!, before)).toEqual(log);
      const stored = await streamOf(stores[1]!, shared);
      expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: 400 }, (_, i) => i));
      results.forEach((result, i) => {
        const last = (result as { revision: number }).revision;
        expect(idsOf(stored.slice(last - 1, last + 1))).toEqual(idsOf(given[i]!));
      });
    });

    it('25: with two processes sending the same 20 appends at once: one copy, one answer', async () => {
      const stores = [await open(), await open()];
      const stream = newStream();
      const given = entries(2);
      const results = await repeated(20, (i) =>
        stores[i % 2]!.append({ stream, expected: 'no_stream', entries: given }),
      );
      expect([countOf(results, 'stored'), countOf(results, 'duplicate')]).toEqual([1, 19]);
      expect(new Set(results.map((result) => (result as { position: string }).position)).size).toBe(1);
      expect(await stores[0]!.headOf(stream)).toBe(1);
    });

    it('also where the administrator made serializable the rule of the database', async () => {
      const name = database.main.database ?? '';
      await owner.query(`alter database ${name} set default_transaction_isolation = 'serializable'`);
      const stores = [await open(), await open()];
      const race = () =>
        stores.map((store) => store.append({ stream: newStream(), expected: 'no_stream', entries: entries(1) }));
      const results = [];
      for (let round = 0; round < 50; round++) results.push(...(await Promise.all(race())));
      await owner.query(`alter database ${name} reset default_transaction_isolation`);
      expect(countOf(results, 'stored')).toBe(100);
    });
  });

  describe('shares commits', () => {
    it('writes 500 appends offered at once in a few transactions', async () => {
      const store = await open();
      const streams = Array.from({ length: 500 }, newStream);
      await repeated(500, (i) => store.append({ stream: streams[i]!, expected: 'no_stream', entries: entries(1) }));
      const [transactions] = await numbers(
        'select count(distinct xmin::text) as n from ledger.entry where stream = any($1)',
        [streams],
      );
      // 256 commands a batch.
      expect(transactions).toBe(2);
    });

    it('writes one append alone in one transaction', async () => {
      const store = await open();
      const stream = newStream();
      await store.append({ stream, expected: 'no_stream', entries: entries(3) });
      expect(
        await numbers('select count(distinct xmin::text) as n from ledger.entry where stream = $1', [stream]),
      ).toEqual([1]);
    });

    it('15: fails the one command of 100 that the server refuses, and stores the others', async () => {
      await owner.query(`create function public.refuse_poison() returns trigger language plpgsql as
        $$ begin raise exception 'poison' using errcode = '22000'; end $$`);
      await owner.query(
        `create trigger poison before insert on ledger.entry for each row when (new.type = 'Poison') execute function public.refuse_poison()`,
      );
      const store = await open();
      const streams = Array.from({ length: 100 }, newStream);
      const results = await Promise.allSettled(
        streams.map((stream, i) =>
          store.append({
            stream,
            expected: 'no_stream',
            entries: [entry(), entry('{}', i === 63 ? 'Poison' : 'Given')],
          }),
        ),
      );
      await owner.query('drop trigger poison on ledger.entry');
      expect(results[63]).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
      expect(
        results.filter((result) => result.status === 'fulfilled' && result.value.status === 'stored'),
      ).toHaveLength(99);
      expect(await store.headOf(streams[63]!)).toBe('no_stream');
    });

    it('70: refuses what is more than the queue may hold and finishes what it took', async () => {
      const store = await open({ waitingMax: 50 });
      const before = await store.head();
      const results = await Promise.allSettled(
        Array.from({ length: 1_000 }, () =>
          store.append({ stream: newStream(), expected: 'any', entries: entries(1) }),
        ),
      );
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toHaveLength(950);
      for (const { reason } of refused) expect(reason).toBeInstanceOf(StoreOverloaded);
      expect(await logAfter(store, before)).toHaveLength(50);
    });
  });

  describe('does not wait for strangers', () => {
    it('47: writes and reads while a transaction with a number stays open in another database', async () => {
      const stranger = await session(database.keys);
      await stranger.query('begin');
      await stranger.query('select pg_current_xact_id()');
      const store = await open();
      const before = await store.head();
      await store.append({ stream: newStream(), expected: 'any', entries: entries(2) });
      expect(await logAfter(store, before)).toHaveLength(2);
      await stranger.end();
    });

    it('writes and reads while a backup holds an old view of this one', async () => {
      const backup = await session(database.main);
      await backup.query('begin isolation level repeatable read');
      await backup.query('select count(*) from ledger.entry');
      const store = await open();
      const before = await store.head();
      await store.append({ stream: newStream(), expected: 'any', entries: entries(2) });
      expect(await logAfter(store, before)).toHaveLength(2);
      await backup.end();
    });
  });
});
