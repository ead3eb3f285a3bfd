import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { someDistrict, type District } from '../support/test-district.js';
import { TestApi, type Person } from '../support/test-api.js';

interface Register {
  readonly items: readonly { readonly number: string; readonly standing: string; readonly changes: number }[];
}
interface Paper {
  readonly number: string;
  readonly code: string;
}

describe('a certificate of volunteer service', () => {
  let api: TestApi;
  let office: Person;
  let leader: Person;
  let district: District;
  const certificate = (ordinal: number): string => `/api/certificates/${district.volunteer}/${ordinal}`;
  const prepare = (ordinal: number, person = leader) =>
    person.post(`${certificate(ordinal)}/preparation`, {
      organizationId: district.branch,
      fromOn: '2026-01-01',
      untilOn: '2026-06-30',
      handlerName: '经办人甲',
      issuerContact: '示例市 80000000',
    });
  const paperOf = async (ordinal: number): Promise<Paper> =>
    (await office.get(certificate(ordinal)).expect(200)).body as Paper;
  const establishFalseClaim = () =>
    office
      .post(`/api/hours/${district.volunteer}/2026/${district.entry}/false-claim`, {
        reason: '经查当日未到场',
        decision: '示例决定',
      })
      .expect(201);

  beforeAll(async () => {
    api = await TestApi.open();
    office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    leader = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
    district = await someDistrict(api, office, leader);
    await office
      .post(`/api/organizations/${api.top}/policy-packs`, {
        pack: 'ZJ-2013-37',
        packVersion: 1,
        effectiveOn: '2026-01-01',
      })
      .expect(201);
  });
  afterAll(() => api.close());

  it('is prepared by one, issued by another, publicized for a week, and printed the same to the byte', async () => {
    await prepare(2)
      .expect(409)
      .expect(({ body }) => expect(body).toMatchObject({ refusal: 'certificates_are_numbered_in_order' }));
    await prepare(1).expect(201);
    await leader.post(`${certificate(1)}/issue`, { headName: '经办人甲' }).expect(403);
    await office.post(`${certificate(1)}/issue`, { headName: '负责人乙' }).expect(201);
    await office
      .post(`${certificate(1)}/publicity`, { publicFrom: '2026-07-01', publicUntil: '2026-07-06' })
      .expect(409);
    await office
      .post(`${certificate(1)}/publicity`, { publicFrom: '2026-07-01', publicUntil: '2026-07-07' })
      .expect(201);
    const first = await office.get(`${certificate(1)}?format=html`).expect(200);
    expect(first.text).toContain('志愿服务记录证明');
    expect(first.text).toContain('2.50 小时（150 分钟）');
    for (const text of ['丁𠮷安', '学雷锋集中服务', '示例中心', '负责人乙', '经办人甲', 'C2026-000001'])
      expect(first.text).toContain(text);
    expect((await office.get(`${certificate(1)}?format=html`).expect(200)).text).toBe(first.text);
  });

  it('is verified by anybody with number and code, and tells no name', async () => {
    await api.settled();
    const { number, code } = await paperOf(1);
    const { text } = await api.anonymous().get(`/verify/${number}/${code.toLowerCase()}`).expect(200);
    expect(text).toContain('有效');
    expect(text).toContain('丁**');
    expect(text).not.toContain('丁𠮷安');
    const { body } = await api.anonymous().get(`/api/verify/${number}/${code}`).expect(200);
    expect(body).toMatchObject({
      standing: 'VALID',
      name: '丁**',
      unitName: '示例中心',
      serviceMinutes: 150,
      changes: [],
    });
    await api.anonymous().get(`/api/verify/${number}/000000000000`).expect(404);
    await api.anonymous().get('/verify/C2026-999999/000000000000').expect(404);
  });

  it('is not for the eyes of another unit', async () => {
    const other = await api.person([{ role: 'UNIT_OFFICE', organizationId: district.volunteer as never }]);
    await other.get(certificate(1)).expect(404);
    await api.anonymous().get(certificate(1)).expect(401);
  });

  it('is revoked when an entry it used was a false claim (F-01), and the paper says what changed', async () => {
    const { number, code } = await paperOf(1);
    await establishFalseClaim();
    await api.settled();
    const { body } = await api.anonymous().get(`/api/verify/${number}/${code}`).expect(200);
    expect(body).toMatchObject({
      standing: 'REVOKED',
      revocationReason: 'FALSE_CLAIM',
      revokedOn: '2026-07-01',
      changes: [{ servedOn: '2026-06-29', minutesBefore: 150, minutesAfter: 0 }],
    });
    expect((await api.anonymous().get(`/verify/${number}/${code}`).expect(200)).text).toContain('已撤销');
    const register = (await office.get('/api/certificates').expect(200)).body as Register;
    expect(register.items).toMatchObject([{ number, standing: 'REVOKED' }]);
    await prepare(2)
      .expect(409)
      .expect(({ body: refused }) =>
        expect(refused).toMatchObject({ refusal: 'certificate_needs_hours_of_the_issuer' }),
      );
  });

  it('is looked up a few times a minute only', async () => {
    const asked = Array.from({ length: 21 }, () => api.anonymous().get('/verify/C2026-999999/000000000000'));
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses).toContain(429);
  });
});
