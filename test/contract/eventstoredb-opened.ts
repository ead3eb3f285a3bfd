import { randomUUID } from 'node:crypto';
import { afterEach } from '@jest/globals';
import {
  EventStoreDbEventStore,
  type EventStoreDbOptions,
} from '#libs/event-store/eventstoredb/eventstoredb-event-store';
import type { EventStore } from '#libs/event-store/port';
import type { ProtocolServer } from '../support/eventstoredb/protocol-server.js';
import { entries, idsOf, newStream, repeated } from './entries.js';

const opened: EventStore[] = [];

/** Closes, after each test of the file, what `open` opened. */
export const closingAfterEach = (): void =>
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

/** A log of its own on this server, under its own prefix unless told. */
export async function open(
  server: ProtocolServer,
  { url = server.url(), ...options }: Partial<EventStoreDbOptions> = {},
): Promise<EventStoreDbEventStore> {
  const prefix = `zhice-test-${randomUUID()}-`;
  const store = await EventStoreDbEventStore.open({ url, prefix, deadlineMilliseconds: 60_000, ...options });
  opened.push(store);
  return store;
}

export const prefixOf = (store: EventStoreDbEventStore): string => (store as unknown as { prefix: string }).prefix;

/** Appends until told to stop; every acknowledged id, in no order. */
export async function writers(store: EventStore, count: number, until: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  await repeated(count, async () => {
    const stream = newStream();
    for (let expected: number | 'no_stream' = 'no_stream'; !until();) {
      const given = entries(2);
      const result = await store.append({ stream, expected, entries: given });
      if (result.status !== 'stored') throw new Error(result.status);
      expected = result.revision;
      acknowledged.push(...idsOf(given));
    }
  });
  return acknowledged;
}
