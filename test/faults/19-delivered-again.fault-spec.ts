import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuild } from '#libs/projection-engine/rebuild';
import { TestApi } from '../support/test-api.js';
import { someDistrict } from '../support/test-district.js';
import { allEntries, expectOncePerCommand } from './support/ledger-under-test.js';

describe('Events that are delivered again', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.open();
    const grants = (...roles: string[]): never[] => roles.map((role) => ({ role, organizationId: api.top })) as never[];
    const recorder = await api.person(grants('RECORDER', 'APPROVER', 'UNIT_OFFICE', 'CITY_OFFICE'));
    await someDistrict(api, recorder, await api.person(grants('TEAM_LEADER')));
    await api.settled();
    await api.house.engine.stop();
  });
  afterAll(() => api.close());

  it('19: three times and from the beginning, in another order than the first time, change neither log nor windows', async () => {
    const { engine, store, followerParts } = api.house;
    const before = await allEntries(store);
    expect(before.some(({ type }) => type === 'ServiceHoursCredited')).toBe(true);
    const reactions = (await engine.checkpoints())
      .map(({ name }) => name)
      .filter((name) => name.startsWith('reaction:'));
    for (const names of [reactions, reactions.toReversed(), reactions.slice(1)]) {
      for (const name of names) {
        await followerParts.pool.query('update read.checkpoint set position = null where name = $1', [name]);
        // Three deliveries of the same batch at once: two of them lose the checkpoint.
        await Promise.all([engine.catchUp(), engine.catchUp(), engine.catchUp()]);
      }
    }
    expect(await allEntries(store)).toEqual(before);
    expectOncePerCommand(before);
    const rebuilt = await rebuild(followerParts, () => undefined);
    expect(rebuilt.filter((table) => table.before !== table.after)).toEqual([]);
  });
});
