import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { branchLife, type BranchLife } from '../support/branch-life.js';
import { TestApi } from '../support/test-api.js';

let api: TestApi;
let life: BranchLife;

// The top adopted ZJ-2013-37 when it was registered.
beforeAll(async () => {
  api = await TestApi.open();
  life = await branchLife(api);
}, 120_000);
afterAll(() => api.close(), 180_000);

describe('which rules hold', () => {
  it('those from above until an own adoption, from its day on; the day before keeps the old ones', async () => {
    const [branch, other] = [await life.branch('示例规则支部'), await life.branch('示例旁观支部')];
    const inForce = async (id: string, on = ''): Promise<string[]> => {
      const at = `/api/organizations/${id}/policy-packs${on && `?on=${on}`}`;
      const { items } = await life.sees<{ items: { id: string; isInForce: boolean }[] }>(at);
      expect(items.map((pack) => pack.id).sort()).toEqual(['HF-2013-0522', 'ZJ-2013-37']);
      return items.filter((pack) => pack.isInForce).map((pack) => pack.id);
    };
    expect(await inForce(branch)).toEqual(['ZJ-2013-37']);
    const pack = { pack: 'HF-2013-0522', packVersion: 1, effectiveOn: '2026-06-20' };
    await life.does(`/api/organizations/${branch}/policy-packs`, pack);
    expect([await inForce(branch), await inForce(branch, '2026-06-19'), await inForce(other)]).toEqual([
      ['HF-2013-0522'],
      ['ZJ-2013-37'],
      ['ZJ-2013-37'],
    ]);
    const { items } = await life.sees<{ items: object[] }>(`/api/coverage?organizationId=${branch}`);
    expect(items).toMatchObject([{ organizationId: branch, ratio: null, teamDuty: { mustHaveTeam: true } }]);
  });
});
