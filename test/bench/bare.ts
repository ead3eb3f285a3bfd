import { randomUUID } from 'node:crypto';
import pg from 'pg';

const table = `create table bare_entry (
  position bigint generated always as identity primary key,
  stream text collate "C" not null,
  revision bigint not null,
  event_id uuid not null unique,
  type text not null,
  entry text not null,
  unique (stream, revision))`;

const insert = {
  name: 'insert',
  text: 'insert into bare_entry (stream, revision, event_id, type, entry) values ($1, $2, $3, $4, $5)',
};

export interface Bare {
  append(stream: string, type: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/** The limit: the same bytes in a table with the same indexes, one prepared INSERT and one commit each, nothing checked. */
export async function openBare(connection: pg.PoolConfig, connections: number): Promise<Bare> {
  const pool = new pg.Pool({ ...connection, max: connections, idleTimeoutMillis: 500 });
  pool.on('error', () => undefined);
  await pool.query(table);
  let revision = 0;
  return {
    append: async (stream, type, text) => {
      await pool.query({ ...insert, values: [stream, revision++, randomUUID(), type, text] });
    },
    close: () => pool.end(),
  };
}
