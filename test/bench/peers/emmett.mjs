import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

/** One event at the end of a stream, its version checked: emmett-postgresql with a pool of its own. */
export async function openEmmett(connection, connections) {
  const pool = new pg.Pool({ ...connection, max: connections, idleTimeoutMillis: 500 });
  pool.on('error', () => undefined);
  const store = getPostgreSQLEventStore('postgresql://unused', { connectionOptions: { pool } });
  await store.schema.migrate();
  const versions = new Map();
  return {
    append: async (stream, type, data) => {
      const expectedStreamVersion = versions.get(stream) ?? 'STREAM_DOES_NOT_EXIST';
      const result = await store.appendToStream(stream, [{ type, data }], { expectedStreamVersion });
      versions.set(stream, result.nextExpectedStreamVersion);
    },
    close: async () => {
      await store.close();
      await pool.end().catch(() => undefined);
    },
  };
}
