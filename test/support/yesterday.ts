import type pg from 'pg';

const tablesOf = async (pool: pg.Pool, schemas: readonly string[]): Promise<{ schema: string; name: string }[]> => {
  const { rows } = await pool.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables where schemaname = any($1)`,
    [schemas],
  );
  return rows;
};

/** A copy of the log and of what was sealed, as a backup of this moment would hold it; `label` is a word. */
export async function backUp(pool: pg.Pool, label: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set role none');
    await client.query(`create schema ${label}`);
    for (const { schema, name } of await tablesOf(pool, ['ledger', 'proof']))
      await client.query(`create table ${label}.${schema}_${name} as table ${schema}.${name}`);
  } finally {
    client.release(true);
  }
}

/** Puts a copy back as a superuser would: `with` these schemas emptied first, else only rows that are missing. */
export async function restore(
  pool: pg.Pool,
  label: string,
  { schemas = ['ledger', 'proof'], missingOnly = false } = {},
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set role none; set session_replication_role = replica');
    for (const { schema, name } of await tablesOf(pool, schemas)) {
      if (!missingOnly) await client.query(`truncate ${schema}.${name}`);
      await client.query(
        `insert into ${schema}.${name} select * from ${label}.${schema}_${name} on conflict do nothing`,
      );
    }
  } finally {
    // The connection goes, and with it what was switched off.
    client.release(true);
  }
}
