import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { lockPatiently } from './patient-lock.js';
import { testDatabase, type TestDatabase } from './test-server.js';

const key = 4_711;

describe('a lock waited for patiently', () => {
  let database: TestDatabase;
  let [holder, waiter]: pg.Client[] = [];
  const pidOf = async (client: pg.Client): Promise<number> => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return rows[0]!.pid;
  };
  const isSo = async (pid: number, condition: string): Promise<boolean> => {
    const { rows } = await holder!.query(`select from pg_stat_activity where pid = $1 and ${condition}`, [pid]);
    return rows.length > 0;
  };

  beforeAll(async () => {
    database = await testDatabase();
    [holder, waiter] = [new pg.Client(database.main), new pg.Client(database.main)];
    await Promise.all([holder.connect(), waiter.connect()]);
    await lockPatiently(holder, key, 0);
  });
  afterAll(async () => {
    await Promise.all([holder!.end(), waiter!.end()]);
    await database.drop();
  });

  it('is given up in the end', async () => {
    await expect(lockPatiently(waiter!, key, 0)).rejects.toThrow('was not free within 0 ms');
  });

  it('keeps no snapshot meanwhile, and is taken once it is free', async () => {
    const pid = await pidOf(waiter!);
    const taken = lockPatiently(waiter!, key, 60_000);
    while (!(await isSo(pid, "query like '%advisory_lock%'"))) await setTimeout(20);
    // While it asks, it has one for a moment.
    while (await isSo(pid, 'backend_xmin is not null')) await setTimeout(20);
    await holder!.query('select pg_advisory_unlock($1)', [key]);
    await taken;
    expect((await holder!.query('select pg_try_advisory_lock($1) as mine', [key])).rows).toEqual([{ mine: false }]);
  });
});
