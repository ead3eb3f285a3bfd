import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openMigrated } from '#libs/house/migrate';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { SubjectFenced } from './key-ring.js';
import { KeyTables1764000000002 } from './key-tables.migration.js';
import { masterKeyOf } from './master-key.js';
import { PostgresKeyRing } from './postgres-key-ring.js';

let database: TestDatabase;
let pool: pg.Pool;
const master = masterKeyOf(Buffer.alloc(32, 7), 1);

beforeAll(async () => {
  database = await testDatabase();
  const migrations = [KeyTables1764000000002];
  const source = await openMigrated({ connection: database.keys, entities: [], migrations, migrationsTable: 'migrations' });
  await source.destroy();
  pool = new pg.Pool(database.keys);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const free = (subject: string) => ({ subject, group: 'free' as const });

describe('keys for writing', () => {
  it('are the same for all who ask at once, also through two processes', async () => {
    const subjects = Array.from({ length: 30 }, () => randomUUID());
    const rings = [new PostgresKeyRing(pool, master), new PostgresKeyRing(pool, master)];

    const asked = [...subjects, ...subjects].flatMap((subject) => rings.map((ring) => ring.forWriting([free(subject)])));
    const keys = (await Promise.all(asked)).flat();

    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(30);
    expect(new Set(keys.map(({ dek }) => dek.toString('hex'))).size).toBe(30);
    expect(new Set(keys.map(({ subject }) => subject))).toEqual(new Set(subjects));
  });

  it('are one for each subject and group that is asked for, however often it is named', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const ring = new PostgresKeyRing(pool, master);

    const keys = await ring.forWriting([free(one), { subject: one, group: 'contact' }, free(other), free(one)]);

    expect(keys.map(({ subject, group }) => `${subject} ${group}`)).toEqual([`${one} free`, `${one} contact`, `${other} free`]);
  });

  it('are refused to a fenced subject alone, not to those who ask at the same moment', async () => {
    const [fenced, neighbour] = [randomUUID(), randomUUID()];
    await pool.query('insert into keys.fenced_subject (subject) values ($1)', [fenced]);
    const ring = new PostgresKeyRing(pool, master);

    const [refused, given] = await Promise.allSettled([ring.forWriting([free(fenced)]), ring.forWriting([free(neighbour)])]);

    expect(refused).toMatchObject({ status: 'rejected', reason: new SubjectFenced(fenced) });
    expect(given).toMatchObject({ status: 'fulfilled', value: [{ subject: neighbour }] });
  });

  it('are asked for anew after the database was out of reach', async () => {
    const gone = new pg.Pool({ ...database.keys, database: 'no_such_database' });
    const subject = randomUUID();
    const ring = new PostgresKeyRing(gone, master);
    await expect(ring.forWriting([free(subject)])).rejects.toThrow('no_such_database');

    Object.assign(gone.options, { database: database.keys.database });
    const [key] = await ring.forWriting([free(subject)]);
    await gone.end();

    expect(key).toMatchObject({ subject, group: 'free' });
  });
});
