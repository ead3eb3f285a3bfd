import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { readExports } from '#libs/access/disclosures';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../../../../test/support/test-api.js';
import { districtOf, type District } from '../../../../test/support/test-district.js';
import { linesAtOnce } from './register-file.js';

let api: TestApi;
let district: District;
let office: Person;
beforeAll(async () => {
  api = await TestApi.open();
  district = await districtOf(api);
  office = await api.person([{ role: 'UNIT_OFFICE', organizationId: district.branch as OrganizationId }]);
}, 120_000);
afterAll(() => api.close(), 180_000);

const chosen = async (register: string, given: object = {}, person = office) =>
  (await person.post(`/api/${register}/selection`, { filters: [], ...given }).expect(200)).body as {
    selection: string;
    count: number;
  };
const exporting = (register: string, selection: string, columns: readonly string[], person = office) =>
  person.post(`/api/${register}/selection/export`, {
    ...{ selection, columns, purpose: 'HAND_IN', receiver: 'HIGHER_ORGANIZATION' },
  });
const linesOf = (text: string): readonly string[] => text.replace('\uFEFF', '').trim().split('\r\n');
const lastExport = async () =>
  (await readExports(api.house.main.manager, { scope: [district.branch as OrganizationId] }))[0];

describe('a register as a file', () => {
  it('is the teams that the filters find, as the list shows them', async () => {
    const { selection, count } = await chosen('teams', { filters: ['year=2026', 'sort=members'], text: 'sld' });
    expect(count).toBe(1);
    expect((await chosen('teams', { filters: ['year=2026'], text: '别的' })).count).toBe(0);
    expect((await chosen('teams', { filters: ['year=2025'] })).count).toBe(0);
    expect((await chosen('teams', { filters: ['year=2026'], teamIds: [district.team] })).count).toBe(1);
    const { text, headers } = await exporting('teams', selection, ['name', 'members', 'serviceMinutes']).expect(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(linesOf(text)).toEqual(['"服务队","参加人数","时长（分钟）"', '"示例队","1","150"']);
    expect(await lastExport()).toMatchObject({ means: 'REGISTER', people: 0, groups: [] });
  }, 60_000);

  it('is the activities that the filters find, with what they lack', async () => {
    const { selection, count } = await chosen('activities', { filters: ['year=2026'], text: 'xlf' });
    expect(count).toBe(1);
    const columns = ['title', 'teams', 'firstHeldOn', 'participants', 'record'];
    const { text } = await exporting('activities', selection, columns).expect(200);
    expect(linesOf(text)[1]).toBe('"学雷锋集中服务","示例队","2026-06-29","1","齐全"');
    expect((await chosen('activities', { activityIds: [district.activity] })).count).toBe(1);
    expect((await chosen('activities', { filters: ['cancelled=true'] })).count).toBe(0);
  }, 60_000);

  it('is nobody else’s, of one register only, and has nothing of another organization', async () => {
    const { selection } = await chosen('teams', { filters: ['year=2026'] });
    await exporting('activities', selection, ['title']).expect(409);
    await exporting('teams', selection, ['mobiles']).expect(400);
    const elsewhere = await api.person([
      { role: 'UNIT_OFFICE', organizationId: (await districtOf(api)).branch as OrganizationId },
    ]);
    await exporting('teams', selection, ['name'], elsewhere).expect(409);
    for (const [register, ids] of [
      ['teams', { teamIds: [district.team] }],
      ['activities', { activityIds: [district.activity] }],
    ] as const) {
      expect((await chosen(register, ids, elsewhere)).count).toBe(0);
      await elsewhere.post(`/api/${register}/selection`, { filters: [`within=${district.branch}`] }).expect(404);
      const administrator = await api.person([{ role: 'SYSTEM_ADMINISTRATOR' }]);
      await administrator.post(`/api/${register}/selection`, { filters: [] }).expect(403);
    }
  }, 60_000);

  it('is refused once the register has changed', async () => {
    const { selection } = await chosen('activities');
    await office
      .post('/api/activities', {
        ...{ activityId: randomUUID(), organizationId: district.branch, teamIds: [district.team] },
        ...{ title: '新的活动', place: '示例社区', content: '义诊', responsiblePerson: '丁𠮷安' },
      })
      .expect(201);
    await api.settled();
    const { body } = await exporting('activities', selection, ['title']).expect(409);
    expect(body.detail).toContain('选定时 1 项活动，现在 2 项活动');
  }, 60_000);

  it('goes out as it is read, in the order of the list, and its hash is that of what went out', async () => {
    const many = 3 * linesAtOnce + 7;
    await api.house.readPool.query(
      `insert into read.volunteer_register select (jsonb_populate_record(v, jsonb_build_object('volunteer_id', gen_random_uuid(), 'volunteer_number', (3000000000 + n)::text))).*
       from read.volunteer_register v cross join generate_series(1, $2::int) n where v.volunteer_id = $1`,
      [district.volunteer, many],
    );
    // The clock stands still; two exports of one instant have no order.
    api.clock.now += 1_000;
    const { selection, count } = await chosen('volunteers');
    expect(count).toBe(many + 1);
    const { text } = await exporting('volunteers', selection, ['volunteerNumber', 'name']).expect(200);
    const lines = linesOf(text).slice(1);
    expect(lines).toHaveLength(count);
    expect(lines).toEqual(lines.toSorted());
    expect(new Set(lines).size).toBe(count);
    const { people, contentHash } = (await lastExport())!;
    expect(people).toBe(count);
    expect(contentHash).toBe(createHash('sha256').update(text).digest('hex'));
    // Its connection went back: as many files again as there are connections, and one more.
    for (let again = 0; again <= (api.house.readPool.options.max ?? 10); again++)
      await exporting('teams', (await chosen('teams', { filters: ['year=2026'] })).selection, ['name']).expect(200);
  }, 120_000);
});
