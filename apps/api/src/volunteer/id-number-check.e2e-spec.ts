import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../../../../test/support/test-api.js';

const idNumber = '32110219860302108X';
const volunteerId = randomUUID();

describe('whether an ID number is registered, before an application is filled in', () => {
  let api: TestApi;
  let recorder: Person;
  let outsider: Person;
  const ask = (person: Person, number: string) => person.post('/api/volunteers/id-number-check', { idNumber: number });

  beforeAll(async () => {
    api = await TestApi.open();
    const office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    recorder = await api.person([{ role: 'RECORDER', organizationId: api.top }]);
    const branch = { kind: 'PARTY_BRANCH', parentId: api.top, registeredOn: '2026-01-05', unitName: '示例中心' };
    const [here, elsewhere] = [randomUUID(), randomUUID()] as OrganizationId[];
    for (const [organizationId, name] of [[here, '第一党支部'], [elsewhere, '第二党支部']])
      await office.post('/api/organizations', { ...branch, organizationId, name }).expect(201);
    outsider = await api.person([{ role: 'RECORDER', organizationId: elsewhere! }]);
    const form = { source: 'PAPER_FORM', onBehalf: 'RECORDER', consents: ['REGISTRATION'], submittedOn: '2026-01-06' };
    const about = { name: '丁𠮷安', sex: '2', birthDate: '1986-03', politicalStatus: '01', joinedPartyOn: '2002-02' };
    const body = { ...form, ...about, education: '21', ethnicity: '01', mobiles: ['13800000001'], idNumber };
    await office.post('/api/volunteers', { ...body, volunteerId, organizationId: here }).expect(201);
    await api.settled();
  }, 120_000);
  afterAll(() => api.close(), 180_000);

  it('is told with who it is, however the number is written, and keeps it out of the address', async () => {
    for (const number of [idNumber, idNumber.toLowerCase()])
      expect((await ask(recorder, number).expect(200)).body).toEqual({
        isTaken: true,
        items: [{ volunteerId, name: '丁𠮷安', birthDate: '1986-03-02', organizationName: '第一党支部', status: 'APPLIED' }],
      });
    expect((await ask(recorder, '321102198704051245').expect(200)).body).toEqual({ isTaken: false, items: [] });
  });

  it('is told without a name to whoever may not read about them', async () => {
    expect((await ask(outsider, idNumber).expect(200)).body).toEqual({ isTaken: true, items: [] });
  });

  it('is not told to who registers nobody, nor of what is no ID number', async () => {
    const auditor = await api.person([{ role: 'AUDITOR', organizationId: api.top }]);
    await ask(auditor, idNumber).expect(403);
    const refused = await ask(recorder, '321102198603021081').expect(400);
    expect(JSON.stringify(refused.body)).toContain('身份证号码');
  });

  it('names nobody whose data is restricted', async () => {
    const at = `/api/volunteers/${volunteerId}/privacy-requests`;
    const requestId = randomUUID();
    await recorder.post(at, { requestId, answer: 'RESTRICT', basis: 'DISPUTED', groups: [] }).expect(201);
    const approver = await api.person([{ role: 'APPROVER', organizationId: api.top }]);
    await approver.post(`${at}/approval`, { requestId }).expect(201);
    const { body } = await ask(recorder, idNumber).expect(200);
    expect(body).toMatchObject({ isTaken: true, items: [{ volunteerId, name: '已限制', birthDate: null }] });
  });
});
