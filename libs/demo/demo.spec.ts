import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openHouseOn, type House } from '#libs/house/house';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { loadDemo, type LoadedDemo } from './demo.js';

describe('loading the demo', () => {
  let database: TestDatabase;
  let house: House;
  let folder: string;
  let first: LoadedDemo;
  const said: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-demo-'));
    database = await testDatabase();
    house = await openHouseOn({ main: database.main, keys: database.keys, read: database.main }, { dataDir: folder, env: {} });
    first = await loadDemo(house, (text) => said.push(text));
  }, 120_000);

  afterAll(async () => {
    await house.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const count = async (type: string): Promise<number> => {
    const { rows } = await house.mainPool.query<{ n: number }>('select count(*)::int as n from ledger.entry where type = $1', [type]);
    return rows[0]?.n ?? 0;
  };

  it('makes an account for every role, each with a password of its own that is said once', () => {
    expect(first.created).toHaveLength(11);
    expect(new Set(first.created.map(({ password }) => password)).size).toBe(11);
    for (const { password } of first.created) expect(said.join('\n')).toContain(password);
  });

  it('credits what two people saw, keeps one conflict uncredited and reverses one entry', async () => {
    expect(await count('ServiceHoursCredited')).toBeGreaterThan(300);
    expect(await count('ServiceHoursConflicted')).toBe(1);
    expect(await count('ServiceHoursReversed')).toBe(1);
  });

  it('lets applications wait, goes back to one applicant and declines another in each unit', async () => {
    expect(await count('ApplicationReturned')).toBe(2);
    expect(await count('ApplicationDeclined')).toBe(2);
    expect(await count('VolunteerEnrolled')).toBe(45);
    expect(await count('VolunteerWithdrew')).toBe(1);
  });

  it('has every reaction go through', async () => {
    const { rows } = await house.mainPool.query('select * from registry.refused_reaction');
    expect(rows).toEqual([]);
  });

  it('writes nothing and makes no account the second time', async () => {
    const head = await house.store.head();
    const second = await loadDemo(house, () => undefined);
    expect(second.created).toEqual([]);
    expect(await house.store.head()).toBe(head);
  }, 120_000);
});
