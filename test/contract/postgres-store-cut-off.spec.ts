import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { AppendOutcomeUnknown, StoreUnavailable } from '#libs/event-store/port';
import { PostgresEventStore, type PostgresStoreOptions } from '#libs/event-store/postgres/postgres-event-store';
import type { TestDatabase } from '#libs/postgres/test-server';
import { CuttingWire } from '../support/cutting-wire.js';
import { migratedLog } from '../support/migrated-log.js';
import { collected, countOf, entries, idsOf, newStream, repeated, streamOf } from './entries.js';

// A busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('The log in PostgreSQL when the connection fails', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let wire: CuttingWire;
  const opened: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await migratedLog();
    admin = new pg.Client(database.main);
    await admin.connect();
  }, 120_000);
  beforeEach(async () => {
    wire = await CuttingWire.to(database.main);
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
    await wire.close();
  });
  afterAll(async () => {
    await admin.end();
    await database.drop();
  });

  const open = async (options: Partial<PostgresStoreOptions> = {}): Promise<PostgresEventStore> => {
    const store = await PostgresEventStore.open({ connection: wire.connection, ...options });
    opened.push(store);
    return store;
  };

  /** Ends the sessions of this database that fit the condition; returns how many there were. */
  const terminate = async (condition: string): Promise<number> =>
    (
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and ${condition}`,
      )
    ).rowCount ?? 0;

  it('23: sends again what was stored unheard, and stores one copy', async () => {
    const store = await open();
    const stream = newStream();
    const given = entries(2);
    wire.next('cut before the answer');
    expect(await store.append({ stream, expected: 'no_stream', entries: given })).toMatchObject({
      status: 'duplicate',
      revision: 1,
    });
    expect(wire.calls).toBe(2);
    expect(idsOf(await streamOf(store, stream))).toEqual(idsOf(given));
  });

  it('24: sends again what never arrived, and stores one copy', async () => {
    const store = await open();
    const stream = newStream();
    const given = entries(2);
    wire.next('cut before the request');
    expect(await store.append({ stream, expected: 'no_stream', entries: given })).toMatchObject({
      status: 'stored',
      revision: 1,
    });
    expect(wire.calls).toBe(2);
    expect(idsOf(await streamOf(store, stream))).toEqual(idsOf(given));
  });

  it('23: gives each of 50 appends of a lost batch its own answer', async () => {
    const store = await open();
    const streams = Array.from({ length: 50 }, newStream);
    await store.append({ stream: streams[7]!, expected: 'no_stream', entries: entries(1) });
    wire.next('cut before the answer');
    const results = await repeated(50, (i) =>
      store.append({ stream: streams[i]!, expected: 'no_stream', entries: entries(1) }),
    );
    expect(results[7]).toEqual({ status: 'wrong_revision', actual: 0 });
    expect(countOf(results, 'duplicate')).toBe(49);
    expect(await Promise.all(streams.map((stream) => store.headOf(stream)))).toEqual(Array(50).fill(0));
  });

  it.each(['swallow the request', 'swallow the answer'] as const)(
    '68, 69: says that the outcome is unknown when the server falls silent (%s), and the repetition is safe',
    async (mishap) => {
      const store = await open({ deadlineMilliseconds: 200 });
      const stream = newStream();
      const given = entries(2);
      wire.next(mishap);
      await expect(store.append({ stream, expected: 'no_stream', entries: given })).rejects.toThrow(
        AppendOutcomeUnknown,
      );
      const again = await store.append({ stream, expected: 'no_stream', entries: given });
      expect(again).toMatchObject({ status: mishap === 'swallow the answer' ? 'duplicate' : 'stored', revision: 1 });
      expect(idsOf(await streamOf(store, stream))).toEqual(idsOf(given));
    },
  );

  it('69: goes on reading while an append waits for a server that is silent for it alone', async () => {
    const store = await open({ deadlineMilliseconds: 120_000 });
    const stream = newStream();
    const given = entries(2);
    let isOver = false;
    wire.next('swallow the request');
    const appending = store.append({ stream, expected: 'no_stream', entries: given }).finally(() => (isOver = true));
    while (wire.calls === 0) await pause(10);
    expect(await store.headOf(stream)).toBe('no_stream');
    expect(await repeated(8, () => streamOf(store, newStream()))).toEqual(Array(8).fill([]));
    expect(isOver).toBe(false);
    wire.resetAll();
    expect(await appending).toMatchObject({ status: 'stored', revision: 1 });
    expect(idsOf(await streamOf(store, stream))).toEqual(idsOf(given));
  });

  it('68: says that the outcome is unknown when the server stays away, and that reading is not possible', async () => {
    const store = await open({ deadlineMilliseconds: 200 });
    await wire.close();
    await expect(store.append({ stream: newStream(), expected: 'any', entries: entries(1) })).rejects.toThrow(
      AppendOutcomeUnknown,
    );
    await expect(store.headOf(newStream())).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll(null, 1)).rejects.toThrow(StoreUnavailable);
    await expect(store.readAllBackwards(null, 1)).rejects.toThrow(StoreUnavailable);
    await expect(collected(store.readStream(newStream()))).rejects.toThrow(StoreUnavailable);
    await expect(store.watch(() => undefined)).rejects.toThrow(StoreUnavailable);
  });

  it('stores one copy when the administrator ends the session in the midst of an append', async () => {
    const store = await open();
    const stream = newStream();
    const given = entries(2);
    await admin.query('begin');
    await admin.query('select pg_advisory_xact_lock(7270001, 0)');
    const appending = store.append({ stream, expected: 'no_stream', entries: given });
    while ((await terminate(`wait_event = 'advisory'`)) === 0) await pause(10);
    await admin.query('commit');
    expect(await appending).toMatchObject({ status: 'stored', revision: 1 });
    expect(idsOf(await streamOf(store, stream))).toEqual(idsOf(given));
  });

  it('goes on when every idle session was ended', async () => {
    const store = await open();
    await repeated(8, () => store.headOf(newStream()));
    expect(await terminate('true')).toBeGreaterThan(0);
    expect(await store.append({ stream: newStream(), expected: 'any', entries: entries(1) })).toMatchObject({
      status: 'stored',
    });
  });

  it('61: goes on waking who watches after the listening session was ended', async () => {
    const store = await open();
    let woken = 0;
    const watch = await store.watch(() => woken++);
    expect(await terminate(`query = 'listen zhice_log'`)).toBe(1);
    woken = 0;
    while (woken === 0) {
      await store.append({ stream: newStream(), expected: 'any', entries: entries(1) });
      await pause(50);
    }
    await watch.close();
    expect(woken).toBeGreaterThan(0);
  }, 30_000);
});
