import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, jest } from '@jest/globals';
import { EventStoreDbEventStore } from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import { protocolServer, type ProtocolServer } from '../support/eventstoredb/protocol-server.js';
import { describeEventStore } from './event-store.contract.js';

// A busy machine is slow, not wrong.
jest.setTimeout(300_000);

/** With ESDB_TEST_URL, a real server; every log has a prefix of its own, so that a shared one can be used. */
const real = process.env['ESDB_TEST_URL'];
let servers: { batches: ProtocolServer; single: ProtocolServer } | undefined;
beforeAll(async () => {
  if (real === undefined)
    servers = { batches: await protocolServer(), single: await protocolServer({ batchAppend: false }) };
});
afterAll(async () => {
  await servers?.batches.end();
  await servers?.single.end();
});

const opened = async (url: string) => {
  const prefix = `zhice-test-${randomUUID()}-`;
  // That the store gives up in time is held by test/faults; here fifty readers may keep one small machine busy.
  const open = (): Promise<EventStoreDbEventStore> =>
    EventStoreDbEventStore.open({ url, prefix, deadlineMilliseconds: 50_000 });
  return { store: await open(), reopen: open, drop: async () => undefined };
};

describeEventStore('EventStoreDB', () => opened(real ?? servers!.batches.url()));
if (real === undefined) describeEventStore('EventStoreDB with single appends', () => opened(servers!.single.url()));
