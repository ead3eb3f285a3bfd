import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { branchLife, type BranchLife } from '../support/branch-life.js';
import { TestApi } from '../support/test-api.js';

let api: TestApi;
let life: BranchLife;
let branch: string;
beforeAll(async () => {
  api = await TestApi.open();
  life = await branchLife(api);
  branch = await life.branch('示例中心支部');
}, 120_000);
afterAll(() => api.close(), 180_000);

describe('F-08: two records of one person', () => {
  it('are merged: one on the roster, no minute twice; and parted again when it was wrong', async () => {
    const [survivor, duplicate] = [await life.member(branch), await life.member(branch)];
    await life.serves(branch, survivor, ['08:00', 120]);
    await life.serves(branch, duplicate, ['09:00', 60]);
    await life.serves(branch, duplicate, ['14:00', 60]);
    const year = `/api/volunteers/${survivor}/person-years/2026`;
    expect(await life.sees(year)).toMatchObject({ serviceMinutes: 120, records: [survivor], leftOut: [] });
    await life.does(`/api/volunteers/${duplicate}/merge`, {
      ...{ survivorId: survivor, mergedOn: '2026-06-30', reason: '重复登记', evidence: '两次登记的身份证为同一证件' },
    });
    expect(await life.sees(year)).toMatchObject({
      serviceMinutes: 180,
      records: [survivor, duplicate],
      leftOut: [{ entry: { volunteerId: duplicate, startsAt: '09:00' }, overlaps: { volunteerId: survivor } }],
    });
    expect((await life.roster(branch, '2026-06-30')).map((one) => one.volunteerId)).toEqual([survivor]);
    expect((await life.roster(branch, '2026-06-29')).map((one) => one.volunteerId).sort()).toEqual(
      [survivor, duplicate].sort(),
    );
    expect(await life.sees('/api/volunteers?status=MERGED')).toMatchObject({
      items: [{ volunteerId: duplicate, survivorId: survivor }],
    });
    // Of what stands in the record that gave way, the hour on the survivor's time counts no more.
    expect(await life.sees(`/api/volunteers/${duplicate}/years/2026`)).toMatchObject({ serviceMinutes: 60 });
    await life.does(`/api/volunteers/${duplicate}/merge/undoing`, { undoneOn: '2026-07-01', reason: '核实为两人' });
    expect(await life.sees(year)).toMatchObject({ serviceMinutes: 120, records: [survivor] });
    expect(await life.roster(branch, '2026-06-30')).toHaveLength(2);
  });

  it('take one place in a session between them, whichever signs up first', async () => {
    const [survivor, duplicate] = [await life.member(branch), await life.member(branch)];
    const organizationId = branch as OrganizationId;
    const self = (id: string) => api.person([{ role: 'VOLUNTEER', organizationId }], id as VolunteerId);
    const [asSurvivor, asDuplicate] = [await self(survivor), await self(duplicate)];
    const [activityId, sessionId] = [randomUUID(), randomUUID()];
    await life.does('/api/activities', {
      ...{ activityId, organizationId: branch, teamIds: [], title: '小区清扫', place: '示例小区' },
      ...{ content: '清扫', responsiblePerson: '示例员' },
    });
    await life.does(`/api/activities/${activityId}/scheduled-sessions`, {
      ...{ sessionId, heldOn: '2026-07-10', startsAt: '08:00', endsAt: '10:00', capacity: 2 },
    });
    await life.does(`/api/volunteers/${duplicate}/merge`, {
      ...{ survivorId: survivor, mergedOn: '2026-06-30', reason: '重复登记', evidence: '两次登记的身份证为同一证件' },
    });
    const signUps = `/api/activities/${activityId}/sessions/${sessionId}/sign-ups`;
    await asDuplicate.post(signUps, { volunteerId: duplicate }).expect(201);
    const { body } = await asSurvivor.post(signUps, { volunteerId: survivor }).expect(409);
    expect(body).toMatchObject({ refusal: 'person_signed_up_under_another_record' });
    await asDuplicate.post(`${signUps}/${duplicate}/cancellation`, {}).expect(201);
    await asSurvivor.post(signUps, { volunteerId: survivor }).expect(201);
    expect(await life.sees(`/api/activities/${activityId}/sign-ups`)).toMatchObject({ items: [{ signedUp: 1 }] });
  });
});

describe('F-09: people of the same name', () => {
  it('are two, told apart by unit, month of birth and number, never taken for one', async () => {
    const same = { name: '示例同名' };
    await life.member(branch, { ...same, birthDate: '1980-01', workUnit: '示例甲单位' });
    await life.member(branch, { ...same, birthDate: '1990-12', workUnit: '示例乙单位' });
    const { items } = await life.sees<{ items: { volunteerNumber: string }[] }>(
      `/api/volunteers?text=${encodeURIComponent('示例同名')}`,
    );
    expect(items).toMatchObject([
      { birthDate: '1980-01', workUnit: '示例甲单位' },
      { birthDate: '1990-12', workUnit: '示例乙单位' },
    ]);
    expect(new Set(items.map(({ volunteerNumber }) => volunteerNumber)).size).toBe(2);
  });

  it('are shown side by side with the ends of their ID numbers, and nobody whose name only begins alike', async () => {
    const seen = { changedOn: '2026-06-20', reason: '补登', documentSeen: 'ID_CARD' };
    const [one] = [await life.member(branch, { name: '示例同姓' }), await life.member(branch, { name: '示例同姓名' })];
    const other = await life.member(branch, { name: '示例同姓' });
    await life.does(`/api/volunteers/${one}/particulars`, { ...seen, idNumber: '340199197501010010' });
    const { items } = await life.sees<{ items: { volunteerId: string; maskedIdNumber: string | null }[] }>(
      `/api/volunteers/namesakes?name=${encodeURIComponent('示例同姓')}`,
    );
    expect(items.map(({ volunteerId, maskedIdNumber }) => [volunteerId, maskedIdNumber]).sort()).toEqual(
      [
        [one, '340***********0010'],
        [other, null],
      ].sort(),
    );
    expect(JSON.stringify(items)).not.toContain('19750101');
  });
});

describe('F-11, F-12, F-41: names and numbers', () => {
  it('a new name needs the document seen; what is of an earlier day keeps the old one', async () => {
    const person = await life.member(branch, { name: '丁旧名' });
    const particulars = `/api/volunteers/${person}/particulars`;
    const change = { changedOn: '2026-06-20', name: '丁新名', reason: '更名' };
    expect(await life.refuses(particulars, change)).toBe('identity_change_needs_the_document_seen');
    await life.does(particulars, { ...change, documentSeen: 'HOUSEHOLD_REGISTER' });
    const named = async (on: string) => (await life.roster(branch, on)).find((one) => one.volunteerId === person)?.name;
    expect([await named('2026-06-19'), await named('2026-06-20')]).toEqual(['丁旧名', '丁新名']);
  });

  it('an ID number is one person’s; once changed, the old one is free for whoever it belongs to', async () => {
    const wrong = '34019919900307001X';
    const right = '340199198001010019';
    const particulars = (person: string): string => `/api/volunteers/${person}/particulars`;
    const seen = { changedOn: '2026-06-20', reason: '录入有误', documentSeen: 'ID_CARD' };
    const [one, other] = [await life.member(branch), await life.member(branch)];
    await life.does(particulars(one), { ...seen, idNumber: wrong });
    expect(await life.refuses(particulars(other), { ...seen, idNumber: wrong })).toBe('id_number_is_registered_once');
    await life.does(particulars(one), { ...seen, idNumber: right });
    await life.does(particulars(other), { ...seen, idNumber: wrong });
    expect(await life.refuses(particulars(one), { ...seen, idNumber: wrong })).toBe('id_number_is_registered_once');
  });

  it('rare characters and the dot of a name are kept code point by code point', async () => {
    const names = ['丁𠮷安', '阿卜杜拉·示例'];
    const people = [];
    for (const name of names) people.push(await life.member(branch, { name }));
    const roster = await life.roster(branch, '2026-07-01');
    expect(people.map((person) => roster.find((one) => one.volunteerId === person)?.name)).toEqual(names);
  });
});
