import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { Snapshot } from './snapshot.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ ...database.main, max: 2 });
  await pool.query('create schema read; create table read.checkpoint (name text); create table read.one (n int)');
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.drop();
}, 60_000);

const counted = async (snapshot: Snapshot): Promise<number> =>
  (await snapshot.query<{ n: number }[]>('select count(*)::int as n from read.one where $1', [true]))[0]!.n;

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 20));
}

describe('a snapshot of the read tables', () => {
  it('shows what was there when it was taken, and gives its connection back once', async () => {
    const snapshot = await Snapshot.open(pool);
    await pool.query('insert into read.one values (1)');
    expect(await counted(snapshot)).toBe(0);
    await expect(snapshot.query('insert into read.one values (2)')).rejects.toThrow('read-only');
    await snapshot.close();
    await snapshot.close();
    await expect(counted(snapshot)).rejects.toThrow('closed');
    const next = await Snapshot.open(pool);
    expect(await counted(next)).toBe(1);
    await next.close();
    expect([pool.totalCount - pool.idleCount, pool.waitingCount]).toEqual([0, 0]);
  }, 60_000);

  it('ends when nobody asks it for a while', async () => {
    const left = await Snapshot.open(pool, 0.05);
    await until(() => pool.totalCount === pool.idleCount);
    await expect(counted(left)).rejects.toThrow('closed');
    await left.close();
    await pool.query('drop table read.one');
    await pool.query('create table read.one (n int)');
  }, 60_000);
});
