import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { EventStoreDbOptions } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import { AppendOutcomeUnknown, StoreUnavailable } from '#libs/event-store/port';
import { protocolServer, type ProtocolServer } from '../support/eventstoredb/protocol-server.js';
import { entries, filled, idsOf, logAfter, newStream } from './entries.js';
import { closingAfterEach, open, writers } from './eventstoredb-opened.js';

// A busy machine is slow, not wrong.
jest.setTimeout(120_000);
closingAfterEach();

describe('EventStoreDB of three nodes', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await protocolServer({ nodes: 3 });
  });
  afterEach(() => server.order({ heal: true }));
  afterAll(() => server.end());
  const cluster = (parameters = ''): Partial<EventStoreDbOptions> => ({
    url: server.url({ discover: true, parameters }),
  });

  it('72: finds the leader, and the next one when another leads, without losing or doubling', async () => {
    const store = await open(server, { ...cluster(), answerMilliseconds: 500 });
    let done = false;
    const writing = writers(store, 5, () => done);
    for (const leader of [1, 2, 0]) {
      const before = await server.count();
      await server.order({ leader });
      while ((await server.count()) < before + 20) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    done = true;
    const acknowledged = await writing;
    const log = idsOf(await logAfter(store, null));
    expect(new Set(log).size).toBe(log.length);
    expect(new Set(log)).toEqual(new Set(acknowledged));
  });

  it('72: asks again when a node says once that it does not lead, for reads as for appends', async () => {
    const store = await open(server, cluster());
    const stream = newStream();
    await server.order({ set: { notLeader: 1 } });
    expect(await store.headOf(stream)).toBe('no_stream');
    await server.order({ set: { notLeader: 1 } });
    expect(await store.append({ stream, expected: 'no_stream', entries: entries(1) })).toMatchObject({ revision: 0 });
  });

  it('goes on when the leader dies and another one is made', async () => {
    const store = await open(server, { ...cluster(), answerMilliseconds: 500 });
    const stream = newStream();
    await filled(store, stream, 1);
    await server.order({ down: 0 });
    await server.order({ leader: 1 });
    expect(await store.append({ stream, expected: 0, entries: entries(1) })).toMatchObject({ revision: 1 });
    expect(await store.headOf(stream)).toBe(1);
    await server.order({ up: 0 });
    await server.order({ leader: 0 });
    expect(await store.append({ stream, expected: 1, entries: entries(1) })).toMatchObject({ revision: 2 });
  });

  it('writes to the leader and reads one’s own writes although a follower is preferred', async () => {
    const store = await open(server, cluster('&nodePreference=follower'));
    const stream = newStream();
    const stored = await filled(store, stream, 3);
    expect(await logAfter(store, null)).toEqual(stored);
    expect(await store.append({ stream, expected: 2, entries: entries(1) })).toMatchObject({ revision: 3 });
  });
});

describe('Watching EventStoreDB', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await protocolServer();
  });
  afterEach(() => server.order({ heal: true }));
  afterAll(() => server.end());

  it.each(['fell_behind', 'dropped', 'cut'] as const)(
    '58, 61: wakes for every entry although it was %s',
    async (how) => {
      const store = await open(server);
      let woken = 0;
      let wake: () => void = () => undefined;
      const watch = await store.watch(() => {
        woken++;
        wake();
      });
      for (let n = 1; n <= 5; n++) {
        const next = new Promise<void>((resolve) => (wake = resolve));
        if (how === 'cut') await server.order({ cut: 0 });
        else await server.order({ set: { slowConsumer: how } });
        await store.append({ stream: newStream(), expected: 'no_stream', entries: entries(1) });
        if (woken < n) await next;
      }
      expect(await logAfter(store, null)).toHaveLength(5);
      expect(woken).toBeGreaterThanOrEqual(5);
      await watch.close();
    },
  );

  it('52: keeps how far the server looked for nothing, so that nobody reads that again', async () => {
    const [mine, theirs] = [await open(server), await open(server)];
    await filled(mine, newStream(), 1);
    const head = (await mine.head())!;
    const watch = await mine.watch(() => undefined);
    await filled(theirs, newStream(), 4_500);
    let last = head;
    while (mine.compare(last, head) <= 0) last = (await mine.readAll(head, 10)).last!;
    expect(await mine.readAll(last, 10)).toMatchObject({ entries: [], end: true });
    const [added] = await filled(mine, newStream(), 1);
    expect((await mine.readAll(last, 10)).entries).toEqual([added]);
    expect((await mine.readAllBackwards(last, 10)).entries).toHaveLength(1);
    await watch.close();
  });
});

describe('EventStoreDB behind TLS', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await protocolServer({ certificate: 'valid', credentials: 'zhice:secret' });
  });
  afterAll(() => server.end());
  const known = { credentials: 'zhice:secret' };

  it('takes a certificate of the CA file and a password, and 73: says no to a wrong one at once', async () => {
    const store = await open(server, { url: server.url(known) });
    await filled(store, newStream(), 2);
    expect(await logAfter(store, null)).toHaveLength(2);
    await expect(open(server, { url: server.url({ credentials: 'zhice:wrong' }) })).rejects.toThrow(/access denied/i);
  });

  it('writes nothing over an expired certificate, and goes on when there is a valid one', async () => {
    const store = await open(server, { url: server.url(known), deadlineMilliseconds: 1_000, answerMilliseconds: 500 });
    const stream = newStream();
    await filled(store, stream, 1);
    const count = await server.count();
    await server.order({ certificate: 'expired' });
    await expect(store.append({ stream, expected: 0, entries: entries(1) })).rejects.toThrow(AppendOutcomeUnknown);
    await expect(
      open(server, { url: server.url(known), deadlineMilliseconds: 1_000, answerMilliseconds: 500 }),
    ).rejects.toThrow(StoreUnavailable);
    expect(await server.count()).toBe(count);
    await server.order({ certificate: 'valid' });
    for (let result; result === undefined;)
      result = await store.append({ stream, expected: 0, entries: entries(1) }).catch(() => undefined);
    expect(await store.headOf(stream)).toBe(1);
  });
});
