import { jest } from '@jest/globals';
import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import { migratedLog } from '../support/migrated-log.js';
import { describeEventStore } from './event-store.contract.js';

// A busy machine is slow, not wrong.
jest.setTimeout(300_000);

describeEventStore('the memory', async () => ({ store: new InMemoryEventStore(), drop: async () => undefined }));

describeEventStore('PostgreSQL', async () => {
  const { main, drop } = await migratedLog();
  const open = (): Promise<PostgresEventStore> => PostgresEventStore.open({ connection: main });
  return { store: await open(), reopen: open, drop };
});
