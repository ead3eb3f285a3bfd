import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../support/test-api.js';
import { someDistrict, type District } from '../support/test-district.js';

describe('F-39: a roster that was mailed around', () => {
  let api: TestApi;
  let district: District;
  let [office, recorder, volunteer, auditor]: Person[] = [];
  const print = (): string =>
    `/api/organizations/${district.branch}/annex-2?formDate=2026-06-01&contacts=open&purpose=HAND_IN`;

  beforeAll(async () => {
    api = await TestApi.open();
    const at = (organizationId: OrganizationId) => (role: 'CITY_OFFICE' | 'TEAM_LEADER') =>
      api.person([{ role, organizationId }]);
    const top = at(api.top);
    district = await someDistrict(api, await top('CITY_OFFICE'), await top('TEAM_LEADER'));
    const organizationId = district.branch as OrganizationId;
    office = await api.person([{ role: 'UNIT_OFFICE', organizationId }]);
    recorder = await api.person([{ role: 'RECORDER', organizationId }]);
    auditor = await api.person([{ role: 'AUDITOR', organizationId }]);
    volunteer = await api.person([{ role: 'VOLUNTEER', organizationId }], district.volunteer as VolunteerId);
    await api.settled();
  }, 90_000);
  afterAll(() => api.close(), 60_000);

  it('has telephones only where an office said what for; each such print is on record with its receiver and hash', async () => {
    expect((await recorder!.get(print()).expect(200)).text).not.toContain('13800000001');
    expect((await auditor!.get('/api/exports').expect(200)).body.items).toEqual([]);
    expect((await office!.get(print()).expect(200)).text).toContain('13800000001');
    expect((await auditor!.get('/api/exports').expect(200)).body.items).toMatchObject([
      { means: 'ANNEX_2', purpose: 'HAND_IN', receiver: 'HIGHER_ORGANIZATION', people: 1 },
    ]);
  });

  it('is known to everybody who stands on it: when, by whom, what for', async () => {
    const seen = await volunteer!.get(`/api/volunteers/${district.volunteer}/disclosures`).expect(200);
    expect(seen.body.items).toMatchObject([{ means: 'ANNEX_2', purpose: 'HAND_IN', groups: ['contact'] }]);
    expect((await auditor!.get('/api/disclosures').expect(200)).body.items).toHaveLength(1);
  });
});
