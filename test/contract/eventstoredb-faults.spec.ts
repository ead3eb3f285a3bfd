import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EventStoreDbEventStore } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import { AppendOutcomeUnknown, EntryTooLarge, StoreUnavailable, StreamDestroyed } from '#libs/event-store/port';
import { protocolServer, type ProtocolServer } from '../support/eventstoredb/protocol-server.js';
import { entries, filled, idsOf, logAfter, newStream, streamOf } from './entries.js';
import { closingAfterEach, open, prefixOf, writers } from './eventstoredb-opened.js';

// A busy machine is slow, not wrong.
jest.setTimeout(120_000);
closingAfterEach();

describe.each([true, false])('EventStoreDB that breaks (batches: %s)', (batchAppend) => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await protocolServer({ batchAppend });
  });
  afterEach(() => server.order({ heal: true }));
  afterAll(() => server.end());

  it.each(['cutBeforeStore', 'cutAfterStore', 'droppedReply'] as const)(
    '23, 24: sends again after %s, stores one copy and answers as if nothing had been',
    async (fault) => {
      const store = await open(server, { answerMilliseconds: 300 });
      const stream = newStream();
      const [first, second] = [entries(2), entries(1)];
      await server.order({ set: { [fault]: 2 } });
      const result = await store.append({ stream, expected: 'no_stream', entries: first });
      const stored = await streamOf(store, stream);
      expect(result).toEqual({ status: 'stored', revision: 1, position: stored[1]!.position });
      expect(idsOf(stored)).toEqual(idsOf(first));
      await server.order({ set: { [fault]: 1 } });
      expect(await store.append({ stream, expected: 'any', entries: second })).toMatchObject({ revision: 2 });
      expect(idsOf(await streamOf(store, stream))).toEqual(idsOf([...first, ...second]));
    },
  );

  it('24: loses nothing of what it acknowledged and doubles nothing while connections break under ten writers', async () => {
    const store = await open(server, { answerMilliseconds: 500 });
    let done = false;
    const writing = writers(store, 10, () => done);
    for (const fault of ['cutAfterStore', 'droppedReply', 'cutBeforeStore', 'cutAfterStore'] as const) {
      await server.order({ set: { [fault]: 3 } });
      // Another fault comes when this one has befallen all its victims.
      for (let left = 3; left > 0;) left = ((await server.order({ set: {} })) as Record<string, number>)[fault]!;
    }
    done = true;
    const acknowledged = await writing;
    const log = idsOf(await logAfter(store, null));
    expect(new Set(log).size).toBe(log.length);
    expect(new Set(log)).toEqual(new Set(acknowledged));
  });

  it('68, 69: says that it does not know when the server is silent, and goes on when it speaks again', async () => {
    const store = await open(server, { deadlineMilliseconds: 1_000, answerMilliseconds: 300 });
    const stream = newStream();
    await filled(store, stream, 1);
    await server.order({ set: { silent: true } });
    const given = entries(1);
    await expect(store.append({ stream, expected: 0, entries: given })).rejects.toThrow(AppendOutcomeUnknown);
    await expect(store.headOf(stream)).rejects.toThrow(StoreUnavailable);
    await expect(store.readAll(null, 10)).rejects.toThrow(StoreUnavailable);
    await server.order({ heal: true });
    expect(await store.append({ stream, expected: 0, entries: given })).toMatchObject({ revision: 1 });
    expect(idsOf(await streamOf(store, stream))).toContain(given[0]!.id);
    expect(await store.headOf(stream)).toBe(1);
  });

  it('17: knows its entries again when the server and this process have forgotten the ids', async () => {
    const store = await open(server);
    const stream = newStream();
    const given = entries(2);
    const first = await store.append({ stream, expected: 'no_stream', entries: given });
    await filled(store, stream, 60);
    const restarted = await open(server, { prefix: prefixOf(store) });
    for (const expected of ['no_stream', 0, 40] as const)
      expect(await restarted.append({ stream, expected, entries: given })).toEqual({ ...first, status: 'duplicate' });
    expect(await restarted.headOf(stream)).toBe(61);
  });

  it('42: says the limit of a server that takes less than ours, and stores nothing', async () => {
    const small = await protocolServer({ batchAppend, appendBytesMax: 10_000 });
    const store = await open(small);
    const stream = newStream();
    const refusal = store.append({ stream, expected: 'no_stream', entries: entries(1, 'x'.repeat(10_001)) });
    await expect(refusal).rejects.toThrow(EntryTooLarge);
    expect(await store.headOf(stream)).toBe('no_stream');
    await store.close();
    await small.end();
  });
});

describe('EventStoreDB whose streams somebody deletes', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await protocolServer();
  });
  afterAll(() => server.end());

  const remove = async (store: EventStoreDbEventStore, stream: string, forEver: boolean): Promise<void> => {
    await server.order({ remove: `${prefixOf(store)}${stream}`, forEver });
  };

  it('63: says of a tombstoned stream that it was destroyed, and takes nothing more for it', async () => {
    const store = await open(server);
    const stream = newStream();
    await filled(store, stream, 2);
    await remove(store, stream, true);
    await expect(streamOf(store, stream)).rejects.toThrow(StreamDestroyed);
    await expect(store.append({ stream, expected: 1, entries: entries(1) })).rejects.toThrow(StreamDestroyed);
  });

  it('62, 66: does not take a stream that goes on at its old revisions for a new one', async () => {
    const store = await open(server);
    const stream = newStream();
    await filled(store, stream, 2);
    await remove(store, stream, false);
    // The server says of such a stream that it is not there, and begins it behind what was deleted.
    expect(await store.headOf(stream)).toBe('no_stream');
    await expect(store.append({ stream, expected: 'no_stream', entries: entries(1) })).rejects.toThrow(StreamDestroyed);
    await expect(streamOf(store, stream)).rejects.toThrow(StreamDestroyed);
    expect((await logAfter(store, null)).filter((one) => one.stream === stream)).toHaveLength(3);
  });
});

it('67: opens nothing where no server is, within its deadline', async () => {
  const nowhere = 'esdb://127.0.0.1:1?tls=false&maxDiscoverAttempts=1';
  await expect(EventStoreDbEventStore.open({ url: nowhere, deadlineMilliseconds: 1_000 })).rejects.toThrow(
    StoreUnavailable,
  );
});
