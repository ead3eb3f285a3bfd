import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
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
  let [office, recorder, volunteer, auditor, elsewhere]: Person[] = [];
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
    const other = await someDistrict(api, await top('CITY_OFFICE'), await top('TEAM_LEADER'));
    elsewhere = await api.person([{ role: 'UNIT_OFFICE', organizationId: other.branch as OrganizationId }]);
    auditor = await api.person([{ role: 'AUDITOR', organizationId }]);
    volunteer = await api.person([{ role: 'VOLUNTEER', organizationId }], district.volunteer as VolunteerId);
    await api.settled();
  }, 90_000);
  afterAll(() => api.close(), 180_000);

  it('has telephones only where an office said what for; each such print is on record with its receiver and hash', async () => {
    expect((await recorder!.get(print()).expect(200)).text).not.toContain('13800000001');
    expect((await auditor!.get('/api/exports').expect(200)).body.items).toEqual([]);
    expect((await office!.get(print()).expect(200)).text).toContain('13800000001');
    expect((await auditor!.get('/api/exports').expect(200)).body.items).toMatchObject([
      { means: 'ANNEX_2', purpose: 'HAND_IN', receiver: 'HIGHER_ORGANIZATION', people: 1 },
    ]);
  });

  it('bears on every page who printed it, when, and the number under which it stands in the register', async () => {
    const { text } = await office!.get(`${print()}&format=html`).expect(200);
    const { items } = (await auditor!.get('/api/exports').expect(200)).body as { items: { exportId: string }[] };
    // What repeats on every page is the foot of the table.
    const foot = /<tfoot>[\s\S]*<\/tfoot>/.exec(text)?.[0];
    expect(foot).toContain(`打印人 测试账号　2026-07-01 10:00　带出编号 ${items[0]!.exportId.slice(0, 8)}`);
    const masked = await office!.get(print().replace('&contacts=open&purpose=HAND_IN', '&format=html')).expect(200);
    expect(masked.text).toContain('打印人 测试账号　2026-07-01 10:00</p>');
  });

  it('is known to everybody who stands on it: when, by whom, what for', async () => {
    const seen = await volunteer!.get(`/api/volunteers/${district.volunteer}/disclosures`).expect(200);
    const shown = { means: 'ANNEX_2', purpose: 'HAND_IN', groups: ['contact'] };
    expect(seen.body.items).toMatchObject([shown, shown]);
    expect((await auditor!.get('/api/disclosures').expect(200)).body.items).toHaveLength(2);
  });

  describe('once it is known that it leaked', () => {
    const breachId = randomUUID();
    const at = (act = ''): string => `/api/breaches/${breachId}${act}`;
    const leaked = () => ({
      ...{ breachId, organizationId: district.branch, breachKind: 'LEAKED', cause: 'POSTED_IN_A_GROUP' },
      ...{ groups: ['contact'], foundOn: '2026-07-01', circumstances: '花名册误发到工作群' },
    });
    const answer = async <T>(person: Person, path: string): Promise<T> => {
      await api.settled();
      return (await person.get(path).expect(200)).body as T;
    };

    it('is recorded by an office, with the export by which it left', async () => {
      const { items } = await answer<{ items: { exportId: string }[] }>(office!, '/api/exports');
      const { exportId } = items.at(-1)!;
      await recorder!.post('/api/breaches', { ...leaked(), exportId }).expect(403);
      await elsewhere!.post('/api/breaches', { ...leaked(), exportId }).expect(404);
      await office!.post('/api/breaches', { ...leaked(), groups: [], exportId }).expect(400);
      const unknown = await office!.post('/api/breaches', { ...leaked(), exportId: randomUUID() }).expect(409);
      expect(unknown.body).toMatchObject({ refusal: 'breached_export_must_be_on_record' });
      await office!.post('/api/breaches', { ...leaked(), exportId }).expect(201);
      await office!.post(at('/remedies'), { remedy: 'TAKEN_DOWN', doneOn: '2026-07-01' }).expect(201);
      await office!.post(at('/reports'), { authority: 'CYBERSPACE_OFFICE', reportedOn: '2026-07-01' }).expect(201);
      const list = await answer<{ items: readonly object[] }>(auditor!, '/api/breaches');
      expect(list.items).toMatchObject([
        {
          ...{ breachId, exportId, people: 1, notified: 0, groups: ['contact'], circumstances: '花名册误发到工作群' },
          ...{ remedies: [{ remedy: 'TAKEN_DOWN' }], reports: [{ authority: 'CYBERSPACE_OFFICE' }] },
        },
      ]);
      const { rows } = await api.house.mainPool.query('select 1 from ledger.entry where entry::text like $1', ['%误发%']);
      expect(rows).toEqual([]);
    });

    it('is told to everybody who stood on it, and to nobody else', async () => {
      const people = () => answer<{ items: readonly object[]; total: number }>(office!, at('/people'));
      expect(await people()).toMatchObject({
        items: [{ volunteerId: district.volunteer, name: '丁𠮷安', notifiedOn: null }],
        total: 1,
      });
      const strangers = await office!.post(at('/notices'), { volunteerIds: [randomUUID()] }).expect(409);
      expect(strangers.body).toMatchObject({ refusal: 'notified_must_be_concerned' });
      for (let again = 0; again < 2; again++)
        await office!.post(at('/notices'), { volunteerIds: [district.volunteer] }).expect(201);
      expect(await people()).toMatchObject({ items: [{ notifiedOn: '2026-07-01' }] });
      expect(await answer(auditor!, at())).toMatchObject({ people: 1, notified: 1 });
      const own = `/api/volunteers/${district.volunteer}`;
      expect(await answer(volunteer!, `${own}/breaches`)).toMatchObject({
        items: [{ breachId, groups: ['contact'], cause: 'POSTED_IN_A_GROUP', remedies: [{ remedy: 'TAKEN_DOWN' }] }],
      });
      expect(await answer(volunteer!, `${own}/notices`)).toMatchObject({
        items: [{ type: 'BreachPersonNotified', code: 'LEAKED' }],
      });
    });

    it('is nobody’s business elsewhere', async () => {
      expect(await answer(elsewhere!, '/api/breaches')).toMatchObject({ items: [], total: 0 });
      for (const path of [at(), at('/people'), `/api/volunteers/${district.volunteer}/breaches`])
        await elsewhere!.get(path).expect(404);
      await elsewhere!.post(at('/notices'), { volunteerIds: [district.volunteer] }).expect(404);
      await volunteer!.get('/api/breaches').expect(403);
    });
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
