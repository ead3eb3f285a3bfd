import { PostgresEventStorageAdapter } from '@castore/event-storage-adapter-postgres';
import postgres from 'postgres';

const tableName = 'castore_event';

/** The same with castore. Its adapter makes a client of 10 connections that cannot be set, so we make the client. */
export async function openCastore({ host, port, user, database }, connections) {
  const types = { bigint: postgres.BigInt };
  const onnotice = () => undefined;
  PostgresEventStorageAdapter.createClient = () =>
    postgres({ host, port, user, database, max: connections, idle_timeout: 1, types, onnotice });
  await PostgresEventStorageAdapter.createEventTable({ connectionString: '', tableName });
  const adapter = new PostgresEventStorageAdapter({ connectionString: '', tableName });
  const versions = new Map();
  return {
    append: async (stream, type, payload) => {
      const version = (versions.get(stream) ?? 0) + 1;
      await adapter.pushEvent({ aggregateId: stream.slice(6, 42), version, type, payload }, { eventStoreId: 'hours' });
      versions.set(stream, version);
    },
    close: () => adapter._sql.end(),
  };
}
