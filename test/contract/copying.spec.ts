import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { copyLog, LogsDiffer, pairsOf } from '#libs/event-store/copying';
import { EventStoreDbEventStore } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import type { NamedLog, NewEntry } from '#libs/event-store/port';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import type { TestDatabase } from '#libs/postgres/test-server';
import { protocolServer, type ProtocolServer } from '../support/eventstoredb/protocol-server.js';
import { migratedLog } from '../support/migrated-log.js';
import { entries, newStream } from './entries.js';

/** `.ci/run` copies 100,000. */
const events = Number(process.env['COPIED_EVENTS'] ?? 3_000);
jest.setTimeout(600_000);

const log = 'zhice/copied';
const texts = ['{"note":"𠮷䶮志愿"}', ' {"a" :1e2}\n', '\ufeff{}', '{"b":1,"a":-0}', `{"pad":"${'册'.repeat(200)}"}`];
const entry = (n: number): NewEntry => ({
  id: randomUUID(),
  type: n % 7 ? 'Given' : '时长已记入',
  text: texts[n % 5]!,
});

describe('Copying a log from store to store', () => {
  let server: ProtocolServer;
  const databases: TestDatabase[] = [];
  const stores: NamedLog[] = [];
  beforeAll(async () => {
    server = await protocolServer();
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    for (const { drop } of databases) await drop();
    await server.end();
  });

  const postgres = async (name = log): Promise<NamedLog> => {
    const database = await migratedLog(name);
    databases.push(database);
    const store = await PostgresEventStore.open({ connection: database.main });
    stores.push(store);
    return store;
  };
  const eventStoreDb = async (name = log): Promise<NamedLog> => {
    const url = process.env['ESDB_TEST_URL'] ?? server.url();
    const store = await EventStoreDbEventStore.open({ url, prefix: `zhice-test-${randomUUID()}-`, log: name });
    stores.push(store);
    return store;
  };
  const filledWith = async (count: number): Promise<NamedLog> => {
    const store = await postgres();
    const heads = new Map<string, number>();
    const streams = Array.from({ length: Math.max(3, count / 100) }, newStream);
    for (let n = 0, turn = 0; n < count; turn++) {
      const given = Array.from({ length: Math.min(count - n, 1 + ((turn * 13) % 37)) }, (_, i) => entry(n + i));
      const stream = streams[(turn * 7) % streams.length]!;
      const head = heads.get(stream) ?? -1;
      const { status } = await store.append({ stream, expected: head < 0 ? 'no_stream' : head, entries: given });
      if (status !== 'stored') throw new Error(status);
      heads.set(stream, head + given.length);
      n += given.length;
    }
    return store;
  };

  it(`keeps ${events} entries byte for byte, in their order, there and back`, async () => {
    const first = await filledWith(events);
    const there = await eventStoreDb();
    expect(await copyLog(first, there)).toEqual({ entries: events, there: 0 });
    const back = await postgres();
    expect(await copyLog(there, back)).toEqual({ entries: events, there: 0 });
    let same = 0;
    for await (const { from, to } of pairsOf(first, back)) {
      expect(to.position).toBe(from.position);
      same++;
    }
    expect(same).toBe(events);
  });

  it('goes on where it was cut off, also in the middle of an append whose answer was lost', async () => {
    const source = await filledWith(500);
    const target = await eventStoreDb();
    let appends = 0;
    const dying = new Proxy(target, {
      get: (store, name) =>
        name === 'append'
          ? async (append: Parameters<NamedLog['append']>[0]) => {
              const result = await store.append(append);
              if (++appends === 9) throw new Error('killed');
              return result;
            }
          : (Reflect.get(store, name) as unknown),
    });
    await expect(copyLog(source, dying)).rejects.toThrow('killed');
    const { entries: all, there } = await copyLog(source, target);
    expect(all).toBe(500);
    expect(there).toBeGreaterThan(0);
    expect(await copyLog(source, target)).toEqual({ entries: 500, there: 500 });
  });

  it('stops at the first entry that is not the same, and at a log of another name', async () => {
    const source = await filledWith(50);
    const target = await eventStoreDb();
    await target.append({ stream: newStream(), expected: 'no_stream', entries: entries(1) });
    await expect(copyLog(source, target)).rejects.toThrow(LogsDiffer);
    await expect(copyLog(source, await eventStoreDb('zhice/other'))).rejects.toThrow(/not zhice\/copied/);
    const longer = await eventStoreDb();
    await copyLog(source, longer);
    await longer.append({ stream: newStream(), expected: 'no_stream', entries: entries(1) });
    await expect(copyLog(source, longer)).rejects.toThrow('the target goes on');
  });
});
