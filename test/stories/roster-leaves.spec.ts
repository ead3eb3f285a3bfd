import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import request from 'supertest';
import { attestingStream } from '#libs/sealing/attesting.events';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { createApi } from '../../apps/api/src/bootstrap.js';
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

  it('is not handed up from tables that somebody changed round the log, and says in the log what they were', async () => {
    // A process that attested a moment ago does not ask again: this one has not.
    const other = await createApi(api.house, {
      ...{ log: pino({ level: 'silent' }), now: () => api.clock.now, requestsPerMinuteMax: 100_000 },
      answerMilliseconds: 30_000,
    });
    const asked = () => request(other.getHttpServer()).get(print()).set('cookie', office!.cookie);
    // Twice the same is as it was.
    const turn = () =>
      api.house.readPool.query('update read.participation_person set volunteer_number = reverse(volunteer_number)');
    try {
      const before = await api.house.store.headOf(attestingStream);
      expect(before).not.toBe('no_stream');
      expect((await turn()).rowCount).toBeGreaterThan(0);
      const refused = await asked().expect(409);
      expect(refused.text).toMatch(/participation_person[^"]*与台账不符/);
      expect(await api.house.store.headOf(attestingStream)).toBe(before);
      await turn();
      await asked().expect(200);
      expect(await api.house.store.headOf(attestingStream)).not.toBe(before);
    } finally {
      await other.close();
    }
  }, 120_000);
});
