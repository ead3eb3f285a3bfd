import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailable } from '#libs/event-store/port';
import { LogTables1764000000001 } from '#libs/event-store/postgres/log-tables.migration';
import { PostgresEventStore } from '#libs/event-store/postgres/postgres-event-store';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { CuttingWire } from '../support/cutting-wire.js';
import { dataSource, migratedLog } from '../support/migrated-log.js';

// A busy machine is slow, not wrong.
jest.setTimeout(60_000);

describe('The log in PostgreSQL does not open', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 120_000);
  afterAll(() => database.drop());

  it('an empty database', async () => {
    await expect(PostgresEventStore.open({ connection: database.keys })).rejects.toThrow(StoreUnavailable);
  });

  it('a log without a name', async () => {
    const source = await dataSource(database.main, [LogTables1764000000001]).initialize();
    await source.runMigrations();
    await source.destroy();
    await expect(PostgresEventStore.open({ connection: database.main })).rejects.toThrow(StoreUnavailable);
  });

  it('a database that is not there', async () => {
    const connection = { ...database.main, database: 'zt_0_absent' };
    await expect(PostgresEventStore.open({ connection })).rejects.toThrow(StoreUnavailable);
  });

  it('67: a server that is not there', async () => {
    const connection = { ...database.main, host: '127.0.0.1', port: 1 };
    await expect(PostgresEventStore.open({ connection })).rejects.toThrow(StoreUnavailable);
  });

  it('67: while nobody gets through to the server, and opens in the same process when somebody does', async () => {
    const log = await migratedLog();
    const wire = await CuttingWire.to(log.main);
    wire.turn('refusing');
    await expect(PostgresEventStore.open({ connection: wire.connection })).rejects.toThrow(StoreUnavailable);
    wire.turn('fair');
    const store = await PostgresEventStore.open({ connection: wire.connection });
    expect(await store.head()).toBeNull();
    await store.close();
    await wire.close();
    await log.drop();
  });
});
