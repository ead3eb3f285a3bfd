import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readExports } from '#libs/access/disclosures';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../../../../test/support/test-api.js';
import { districtOf, type District } from '../../../../test/support/test-district.js';

describe('a selection of volunteers', () => {
  let api: TestApi;
  let district: District;
  let city: Person;
  let office: Person;
  beforeAll(async () => {
    api = await TestApi.open();
    district = await districtOf(api);
    city = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    office = await api.person([{ role: 'UNIT_OFFICE', organizationId: district.branch as OrganizationId }]);
    for (const name of ['张建军', '=赵一', '张三']) await applies(name);
  }, 120_000);
  afterAll(() => api.close(), 180_000);

  async function applies(name: string): Promise<string> {
    const volunteerId = randomUUID();
    await city
      .post('/api/volunteers', {
        ...{ volunteerId, organizationId: district.branch, submittedOn: '2026-06-11', source: 'PAPER_FORM' },
        ...{ onBehalf: 'RECORDER', consents: ['REGISTRATION'], name, sex: '1', birthDate: '1986-03' },
        ...{ politicalStatus: '01', joinedPartyOn: '2002-02', education: '21', ethnicity: '01' },
      })
      .expect(201);
    await api.settled();
    return volunteerId;
  }

  const chosen = async (given: object, person = office): Promise<{ selection: string; count: number }> =>
    (await person.post('/api/volunteers/selection', { filters: [], ...given }).expect(200)).body as never;
  const exporting = (selection: string, given: object = {}, person = office) =>
    person.post('/api/volunteers/selection/export', {
      ...{ selection, columns: ['name', 'sex', 'status'], purpose: 'HAND_IN', receiver: 'HIGHER_ORGANIZATION' },
      ...given,
    });

  it('says how many they are, shows nothing, and is exported as it stood, which is noted', async () => {
    const { selection, count } = await chosen({ filters: ['status=APPLIED'] });
    expect(count).toBe(3);
    expect((await chosen({ text: 'zjj' })).count).toBe(1);
    const { selection: named } = await chosen({ text: '张建军' });
    for (const encoding of ['base64url', 'utf8'] as const)
      expect(Buffer.from(named, encoding).toString('utf8')).not.toContain('张建军');
    const { text, headers } = await exporting(selection).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    const lines = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('"姓名","性别","状态"');
    expect(lines.slice(1).toSorted()).toEqual(
      ['"\'=赵一","男性","待审核"', '"张三","男性","待审核"', '"张建军","男性","待审核"'].toSorted(),
    );
    const [exported] = await readExports(api.house.main.manager, { scope: [district.branch as OrganizationId] });
    expect(exported).toMatchObject({ means: 'REGISTER', people: 3, purpose: 'HAND_IN', groups: ['identity'] });
  }, 60_000);

  it('is refused once the register has changed, also where the number is the same', async () => {
    const { selection, count } = await chosen({ filters: ['status=APPLIED'] });
    const fourth = await applies('孙五');
    const { body } = await exporting(selection).expect(409);
    expect(body.detail).toContain(`选定时 ${count} 人，现在 ${count + 1} 人`);
    const again = await chosen({ filters: ['status=APPLIED'] });
    expect(again.count).toBe(count + 1);
    await city
      .post(`/api/volunteers/${fourth}/application-approval`, { approvedOn: '2026-06-12', basis: 'BRANCH_MEETING' })
      .expect(201);
    await applies('钱四');
    expect((await exporting(again.selection).expect(409)).body.detail).toContain('不全是原来的');
    const ticked = await chosen({ volunteerIds: [fourth] });
    expect(ticked.count).toBe(1);
    expect((await exporting(ticked.selection).expect(200)).text).toContain('孙五');
  }, 60_000);

  it('is nobody else’s, not for long, and finds nobody outside the scope', async () => {
    const { selection } = await chosen({});
    // Routes without an id of their own: whose people are found is tried here, not by the walk over all routes.
    const elsewhere = await api.person([
      { role: 'UNIT_OFFICE', organizationId: (await districtOf(api)).branch as OrganizationId },
    ]);
    expect((await chosen({ volunteerIds: [district.volunteer] }, elsewhere)).count).toBe(0);
    expect((await chosen({ volunteerIds: [district.volunteer] })).count).toBe(1);
    await elsewhere.post('/api/volunteers/selection', { filters: [`within=${district.branch}`] }).expect(404);
    const administrator = await api.person([{ role: 'SYSTEM_ADMINISTRATOR' }]);
    await administrator.post('/api/volunteers/selection', { filters: [] }).expect(403);
    await exporting(selection, {}, city).expect(409);
    await exporting(`${selection.slice(0, -4)}AAAA`).expect(409);
    await exporting(selection, { columns: ['mobiles'] }).expect(400);
    await office.post('/api/volunteers/selection', { filters: ['text=张'] }).expect(400);
    await office.post('/api/volunteers/selection', { filters: [`within=${api.top}`] }).expect(404);
    const volunteer = await api.person([{ role: 'VOLUNTEER', organizationId: api.top }], randomUUID() as VolunteerId);
    await volunteer.post('/api/volunteers/selection', { filters: [] }).expect(403);
    api.clock.now += 31 * 60_000;
    const later = await api.personOf(office.login);
    expect((await exporting(selection, {}, later).expect(409)).body.detail).toContain('已失效');
  }, 60_000);
});
