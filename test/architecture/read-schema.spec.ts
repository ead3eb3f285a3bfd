import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { projections, readEntities, readMigrations } from '#projections/catalogue';
import { dataSource } from '../support/migrated-log.js';

/**
 * A window whose table is missing would stop at its first event, in the field and not here. When this fails, what it prints is
 * the SQL to put into a new migration, listed last in `readMigrations` of projections/catalogue.ts; a migration that was
 * released is never edited.
 */
describe('the migrations of the read tables', () => {
  let database: TestDatabase;
  let source: DataSource;
  beforeAll(async () => {
    database = await testDatabase();
    const options = { ...dataSource(database.main, []).options, entities: readEntities, migrations: readMigrations };
    source = await new DataSource(options as never).initialize();
    await source.runMigrations();
  });
  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('make exactly the tables and indexes that the entities describe', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const missing = upQueries.map(({ query }) => query);
    // A comparison would print it with every quotation mark escaped, good for nobody to paste.
    if (missing.length > 0) throw new Error(`for a new migration:\n${missing.join('\n')}`);
    expect(missing).toEqual([]);
  });

  it('make a table for every window, and leave none that no window fills', async () => {
    const rows = await source.query<{ name: string }[]>(
      "select table_name as name from information_schema.tables where table_schema = 'read'",
    );
    const wanted = projections.flatMap(({ tables }) =>
      tables.map(({ entity }) => source.getMetadata(entity).tableName),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...wanted, 'checkpoint', 'lease'].sort());
    expect(new Set(wanted).size).toBe(wanted.length);
  });

  it('can be taken back and made again', async () => {
    for (let undone = 0; undone < readMigrations.length; undone++) await source.undoLastMigration();
    const [count] = await source.query<{ tables: number }[]>(
      "select count(*)::int as tables from information_schema.tables where table_schema = 'read'",
    );
    expect(count?.tables).toBe(0);
    await source.runMigrations();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  });

  it('name every window once', () => {
    const names = projections.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
