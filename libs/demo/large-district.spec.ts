import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEntry } from '#libs/proof/entry';
import { closeHours } from '#libs/counter/close-hours';
import { wholeTrialBalance } from '#libs/counter/trial-balance';
import { systemAccount } from '#libs/access/actor';
import { openTestHouse, type TestHouse } from '../../test/support/open-test-house.js';
import { organizationIdOf } from './demo-people.js';
import { idsOf, settled } from './demo.js';
import { districtOrganization } from './district.js';
import { demoClock, loadLargeDistrict } from './large-district.js';

const quiet = { report: () => undefined, progress: () => ({ to: () => undefined, end: () => undefined }) };
const size = { units: 2, teamsPerUnit: 2, membersPerTeam: 3, sessionsPerTeam: 3 };

describe('a district of the large shape, in small', () => {
  const real = Date.UTC(2028, 6, 1, 2);
  const clock = demoClock(real);
  let test: TestHouse;
  beforeAll(async () => {
    test = await openTestHouse({ now: () => clock.now });
    await loadLargeDistrict(test.house, clock, quiet, size);
  }, 120_000);
  afterAll(() => test.close());

  it('balances, nothing of it late', async () => {
    const scope = await test.house.tree.subtree([organizationIdOf(idsOf(test.house), districtOrganization.key)]);
    expect(await wholeTrialBalance(test.house, { scope, year: 2027 })).toMatchObject({
      entries: 36,
      volunteers: 12,
      activities: 12,
      annexes: [],
      counts: [],
      breaks: 0,
    });
    expect(clock.now).toBe(real);
  });

  it('was written in the order of its days, so that it can be sealed', async () => {
    const { entries } = await test.house.store.readAll(null, 10_000);
    const at = entries.map(({ text }) => readEntry(text).at);
    expect(at.length).toBeGreaterThan(100);
    expect(at).toEqual(at.toSorted());
  });

  it('ends its year killed in the middle and begun again as if it had never been', async () => {
    const organizationId = organizationIdOf(idsOf(test.house), districtOrganization.key);
    const asked = { organizationId, year: 2027, context: { by: systemAccount } };
    const dying = closeHours(test.house, asked, (done) => {
      if (done === 5) throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await closeHours(test.house, asked)).toEqual({ volunteers: 12, refused: [] });
    await settled(test.house);
    const head = await test.house.store.head();
    expect(await closeHours(test.house, asked)).toEqual({ volunteers: 12, refused: [] });
    expect(await test.house.store.head()).toBe(head);
  });
});
