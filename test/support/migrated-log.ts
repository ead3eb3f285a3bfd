import { randomUUID } from 'node:crypto';
import type { PoolConfig } from 'pg';
import { DataSource } from 'typeorm';
import { LogTables1764000000001 } from '#libs/event-store/postgres/log-tables.migration';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';

/** TypeORM's words for a connection of pg. */
export function dataSource(
  { host, port, user, password, database, ssl }: PoolConfig,
  migrations: (new () => object)[],
): DataSource {
  return new DataSource({
    type: 'postgres',
    ...(host && { host }),
    ...(port && { port }),
    ...(user && { username: user }),
    ...(typeof password === 'string' && { password }),
    ...(database && { database }),
    ...(ssl && { ssl: true }),
    migrations,
  });
}

/** A test database with the tables of the log and the name of a log in them. */
export async function migratedLog(log = 'test'): Promise<TestDatabase & { readonly storeId: string }> {
  const database = await testDatabase();
  const source = await dataSource(database.main, [LogTables1764000000001]).initialize();
  const storeId = randomUUID();
  try {
    await source.runMigrations();
    await source.query('insert into ledger.identity (store_id, log) values ($1, $2)', [storeId, log]);
  } finally {
    await source.destroy();
  }
  return { ...database, storeId };
}
