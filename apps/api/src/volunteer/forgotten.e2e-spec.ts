import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganizationId } from '#libs/kernel/ids';
import { TestApi, type Person } from '../../../../test/support/test-api.js';
import { districtOf, someDistrict, type District } from '../../../../test/support/test-district.js';

const sheet = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('签到表：丁𠮷安')]);

describe('before and after somebody is forgotten', () => {
  let api: TestApi;
  let district: District;
  let office: Person;
  let approver: Person;
  let evidenceId: string;
  beforeAll(async () => {
    api = await TestApi.open();
    district = await districtOf(api);
    office = await api.person([{ role: 'CITY_OFFICE', organizationId: api.top }]);
    approver = await api.person([{ role: 'APPROVER', organizationId: api.top }]);
  }, 180_000);
  afterAll(() => api.close(), 180_000);

  const upload = (person: Person, content: Buffer) =>
    person.post(`/api/activities/${district.activity}/evidence-files`, content, 'image/jpeg');
  const evidence = async (content: Buffer, caption: string): Promise<string> => {
    const { body } = await upload(office, content).expect(200);
    const id = randomUUID();
    const named = { evidenceId: id, evidenceKind: 'SIGN_IN_SHEET', sha256: (body as { sha256: string }).sha256 };
    await office.post(`/api/activities/${district.activity}/evidence`, { ...named, caption }).expect(201);
    return id;
  };
  const mentions = (person: Person, volunteer = district.volunteer) =>
    person.get(`/api/volunteers/${volunteer}/mentions`);

  it('whoever decides sees where the person is named in texts of others, and no word of them', async () => {
    evidenceId = await evidence(sheet, '签到表，右下为丁𠮷安');
    await api.settled();
    const { body, text } = await mentions(approver).expect(200);
    const { items, next } = body as { items: { stream: string; type: string; group: string }[]; next: string | null };
    expect(next).toBeNull();
    expect(items).toContainEqual(
      expect.objectContaining({ stream: `activity-${district.activity}`, type: 'EvidenceAdded', group: 'free' }),
    );
    expect(text).not.toContain('丁𠮷安');
    const last = items.at(-1) as unknown as { position: string };
    const after = await approver
      .get(`/api/volunteers/${district.volunteer}/mentions?after=${last.position}`)
      .expect(200);
    expect((after.body as { items: unknown[] }).items).toEqual([]);
    await approver.get(`/api/volunteers/${district.volunteer}/mentions?after=nowhere`).expect(400);
  }, 120_000);

  it('nobody else: no recorder, no auditor, no volunteer, nobody of another branch', async () => {
    const leader = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
    const other = await someDistrict(api, office, leader, '2026-06-28');
    const organizationId = other.branch as OrganizationId;
    for (const role of ['RECORDER', 'AUDITOR'] as const)
      await mentions(await api.person([{ role, organizationId: api.top }])).expect(403);
    await mentions(await api.person([{ role: 'APPROVER', organizationId }])).expect(404);
    const grants = [{ role: 'VOLUNTEER', organizationId: district.branch as OrganizationId }] as const;
    await mentions(await api.person([...grants], district.volunteer as never)).expect(404);
  }, 120_000);

  it('a file that was destroyed with the person’s data is refused by its hash, in words', async () => {
    const at = `/api/volunteers/${district.volunteer}/privacy-requests`;
    const requestId = randomUUID();
    const asked = { requestId, answer: 'SHRED', basis: 'CONSENT_WITHDRAWN', evidenceIds: [evidenceId] };
    await office.post(at, { ...asked, groups: ['identity', 'contact', 'sensitive', 'photo', 'free'] }).expect(201);
    await approver.post(`${at}/approval`, { requestId }).expect(201);
    await api.house.eraser.run();
    await api.settled();
    const { body } = await upload(office, sheet).expect(409);
    expect(body).toMatchObject({ refusal: 'destroyed_file_stays_destroyed' });
    expect((body as { detail: string }).detail).toContain('已随个人信息的删除依法销毁，不能再上传');
    await upload(office, Buffer.concat([sheet, Buffer.from('姓名已遮去')])).expect(200);
    expect((await mentions(office).expect(200)).body).toEqual({ items: [], next: null });
  }, 240_000);
});
