import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Accounts } from '#libs/access/accounts';
import { openHouseOn, type House } from '#libs/house/house';
import type { AccountId, CommandId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
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

describe('a demo that died on the way', () => {
  it('goes on where it stopped, and says passwords that nobody has heard', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-demo-'));
    const database = await testDatabase();
    const house = await openHouseOn(
      { main: database.main, keys: database.keys, read: database.main },
      { dataDir: folder, env: {} },
    );
    try {
      const died = new Error('died');
      const dying = loadDemo(house, (text) => {
        if (text.includes('活动')) throw died;
      });
      await expect(dying).rejects.toBe(died);
      const resumed = await loadDemo(house, () => undefined);
      expect(resumed.created).toHaveLength(11);
      const { rows } = await house.mainPool.query<{ n: number }>(
        `select count(*)::int as n from ledger.entry where type = 'VolunteerEnrolled'`,
      );
      expect(rows).toEqual([{ n: 45 }]);
      expect((await loadDemo(house, () => undefined)).created).toEqual([]);
    } finally {
      await house.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('is refused in a ledger that has volunteers of its own', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-demo-'));
    const database = await testDatabase();
    const house = await openHouseOn(
      { main: database.main, keys: database.keys, read: database.main },
      { dataDir: folder, env: {} },
    );
    try {
      const [organizationId, volunteerId] = [randomUUID() as OrganizationId, randomUUID() as VolunteerId];
      const consents = ['REGISTRATION'];
      const paper = { source: 'PAPER_FORM', onBehalf: 'RECORDER', submittedOn: '2026-01-05', consents };
      const data = { ...personOf(1, '示例单位'), ...paper, volunteerId, organizationId };
      const context = { commandId: randomUUID() as CommandId, by: randomUUID() as AccountId, org: organizationId };
      await house.counter.perform({ type: 'SubmitApplication', data }, context);
      await expect(loadDemo(house, () => undefined)).rejects.toThrow('台账里已有真实的志愿者登记');
      expect(await house.store.headOf(`volunteer-${volunteerId}`)).toBeGreaterThan(0);
      expect((await new Accounts(house.main).list()).length).toBe(0);
    } finally {
      await house.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
