import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openHouseOn, type House } from '#libs/house/house';
import type { LocalDate } from '#libs/kernel/time';
import { checkIdNumber } from '#libs/reference/id-number';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { calendarOf } from './district.js';
import { personOf } from './people.js';
import { loadDemo, type LoadedDemo } from './demo.js';

describe('the year of the demo', () => {
  const dayOf = (text: string): LocalDate => text as LocalDate;

  it('is the year of the ledger from February on', () => {
    expect(calendarOf(dayOf('2027-02-01'))).toMatchObject({ year: 2027, last: '2027-02-01' });
  });

  it('is the year before in January', () => {
    expect(calendarOf(dayOf('2027-01-31'))).toMatchObject({ year: 2026, first: '2026-01-05', last: '2026-12-28' });
  });
});

describe('made-up people', () => {
  const people = Array.from({ length: 80 }, (_, n) => personOf(n + 1, '示例单位'));

  it('bear valid numbers of a division that is not assigned, each a number of their own', () => {
    expect(people.every(({ idNumber = '' }) => checkIdNumber(idNumber).ok && idNumber.startsWith('340199'))).toBe(true);
    expect(new Set(people.map(({ idNumber }) => idNumber)).size).toBe(people.length);
  });

  it('have the sex and the birth date that their numbers tell', () => {
    for (const { idNumber = '', sex, birthDate } of people)
      expect(checkIdNumber(idNumber)).toMatchObject({ sexCode: sex, birthDate });
  });

  it('are told apart by more than their names: two are namesakes', () => {
    expect(personOf(20, '示例单位')).toMatchObject({ name: personOf(3, '示例单位').name });
    expect(personOf(20, '示例单位').birthDate).not.toBe(personOf(3, '示例单位').birthDate);
  });
});

describe.each([
  ['in the course of a year', '2026-11-22T04:00:00.000Z'],
  ['in January, when the year has hardly begun', '2027-01-03T04:00:00.000Z'],
  ['on the first day of February', '2027-02-01T04:00:00.000Z'],
])('loading the demo %s', (_when, instant) => {
  let database: TestDatabase;
  let house: House;
  let folder: string;
  let first: LoadedDemo;
  const said: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-demo-'));
    database = await testDatabase();
    house = await openHouseOn(
      { main: database.main, keys: database.keys, read: database.main },
      { dataDir: folder, env: {}, now: () => Date.parse(instant) },
    );
    first = await loadDemo(house, (text) => said.push(text));
  }, 120_000);

  afterAll(async () => {
    await house.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const count = async (type: string): Promise<number> => {
    const { rows } = await house.mainPool.query<{ n: number }>(
      'select count(*)::int as n from ledger.entry where type = $1',
      [type],
    );
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
