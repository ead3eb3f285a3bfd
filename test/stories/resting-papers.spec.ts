import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganizationId } from '#libs/kernel/ids';
import { rebuild } from '#libs/projection-engine/rebuild';
import { TestApi, type Person } from '../support/test-api.js';
import { someDistrict, type District } from '../support/test-district.js';

interface Resting {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly total: number;
}

describe('F-25: papers that were handed out before it came to light that an hour on them was not served', () => {
  let api: TestApi;
  let office: Person;
  let unit: Person;
  let recorder: Person;
  let auditor: Person;
  let elsewhere: Person;
  let district: District;
  const papers = async (person: Person, of: string, query = ''): Promise<Resting> => {
    await api.settled();
    return (await person.get(`/api/books/${of}/2026/papers${query}`).expect(200)).body as Resting;
  };
  const kinds = ({ items }: Resting): unknown[] => items.map(({ paper }) => paper);
  const certificate = (): string => `/api/certificates/${district.volunteer}/1`;
  const notices = (): string => `/api/hours/${district.volunteer}/2026/findings/${district.entry}/notices`;
  const told = (change: object = {}) => ({
    ...{ paper: 'CERTIFICATE', subjectId: district.volunteer, number: 1 },
    ...{ receiver: 'PERSON', means: 'IN_WRITING', toldOn: '2026-07-01', ...change },
  });
  const refusal = async (body: object): Promise<unknown> =>
    ((await unit.post(notices(), body).expect(409)).body as { refusal?: string }).refusal;

  beforeAll(async () => {
    api = await TestApi.open();
    office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    const leader = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
    district = await someDistrict(api, office, leader);
    const other = await someDistrict(api, office, leader);
    const at = (role: 'UNIT_OFFICE' | 'RECORDER' | 'AUDITOR', organizationId = district.branch): Promise<Person> =>
      api.person([{ role, organizationId: organizationId as OrganizationId }]);
    [unit, recorder, auditor, elsewhere] = [
      ...[await at('UNIT_OFFICE'), await at('RECORDER'), await at('AUDITOR')],
      await at('UNIT_OFFICE', other.branch),
    ] as [Person, Person, Person, Person];
    const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-01-01' };
    await office.post(`/api/organizations/${api.top}/policy-packs`, pack).expect(201);
    await leader
      .post(`${certificate()}/preparation`, {
        ...{ organizationId: district.branch, fromOn: '2026-01-01', untilOn: '2026-06-30' },
        ...{ handlerName: '经办人甲', issuerContact: '示例市 80000000' },
      })
      .expect(201);
    await office.post(`${certificate()}/issue`, { headName: '负责人乙' }).expect(201);
    await office.get(`${certificate()}?format=html`).expect(200);
  }, 120_000);
  afterAll(() => api.close(), 180_000);

  it('stand on no list while nothing is wrong with them', async () => {
    expect(await papers(office, district.branch)).toMatchObject({ items: [], total: 0 });
  });

  it('are listed with whom they went to, their figure and what the entry comes to since', async () => {
    api.clock.now += 60_000;
    const claim = { reason: '经查当日未到场', decision: '示例决定' };
    await office.post(`/api/hours/${district.volunteer}/2026/${district.entry}/false-claim`, claim).expect(201);
    const found = await papers(unit, district.branch);
    expect(kinds(found)).toEqual(['CERTIFICATE', 'EXPORT']);
    const finding = {
      ...{ finding: 'FALSE_CLAIM', findingId: district.entry, volunteerId: district.volunteer, name: '丁𠮷安' },
      ...{ servedOn: '2026-06-29', minutesBefore: 150, minutesAfter: 0, reasonCode: 'FALSE_CLAIM', toldOn: null },
    };
    expect(found.items).toMatchObject([
      { ...finding, number: 1, minutesThen: 150, madeOn: '2026-07-01', state: 'REVOKED', receiver: null },
      { ...finding, number: 0, minutesThen: null, means: 'CERTIFICATE', receiver: 'PERSON' },
    ]);
    api.clock.now += 60_000;
    // Printed after it came to light, the paper says so itself.
    await office.get(`${certificate()}?format=html`).expect(200);
    expect((await papers(unit, district.branch)).total).toBe(2);
  });

  it('are read by the unit, the offices above and the auditor, and by nobody else; page by page', async () => {
    for (const person of [office, recorder, auditor]) expect((await papers(person, district.branch)).total).toBe(2);
    expect((await papers(office, api.top)).total).toBe(2);
    await elsewhere.get(`/api/books/${district.branch}/2026/papers`).expect(404);
    await unit.get(`/api/books/${api.top}/2026/papers`).expect(404);
    expect(kinds(await papers(unit, district.branch, '?page=2&pageSize=1'))).toEqual(['EXPORT']);
  });

  it('are ticked off one by one when their recipient was told', async () => {
    await recorder.post(notices(), told()).expect(403);
    await elsewhere.post(notices(), told()).expect(404);
    expect(await refusal(told({ number: 2 }))).toBe('paper_must_be_on_record');
    expect(await refusal(told({ subjectId: randomUUID() }))).toBe('paper_must_be_on_record');
    expect(await refusal(told({ paper: 'EXPORT', subjectId: randomUUID() }))).toBe('paper_must_be_on_record');
    expect(await refusal(told({ toldOn: '2026-06-30' }))).toBe('recipient_is_told_after_the_finding');
    await unit.post(notices().replace(district.entry, randomUUID()), told()).expect(409);
    await unit.post(notices(), told()).expect(201);
    await unit.post(notices(), told()).expect(201);
    expect((await papers(office, api.top, '?told=true')).items).toMatchObject([
      { paper: 'CERTIFICATE', toldOn: '2026-07-01', toldReceiver: 'PERSON', toldMeans: 'IN_WRITING' },
    ]);
    const [left] = (await papers(unit, district.branch, '?told=false')).items;
    expect(left).toMatchObject({ paper: 'EXPORT' });
    await unit.post(notices(), { ...told({ paper: 'EXPORT', subjectId: left!['subjectId'] }), number: undefined }).expect(201);
    expect((await papers(unit, district.branch, '?told=false')).total).toBe(0);
  });

  it('and all of it folds again to the same tables', async () => {
    const tables = await rebuild(api.house.followerParts, () => undefined);
    expect(tables.filter(({ before, after }) => before !== after)).toEqual([]);
  });
});
