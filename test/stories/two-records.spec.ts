import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { branchLife, type BranchLife } from '../support/branch-life.js';
import { TestApi, type Person } from '../support/test-api.js';

interface Listed {
  readonly total: number;
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

/** F-08 in every window that adds up hours: the survivor has both records' minutes, no minute twice, and gives them back. */
describe('F-08: two records of one person, in every window', () => {
  let api: TestApi;
  let life: BranchLife;
  let handler: Person;
  let [branch, survivor, duplicate, other, team]: string[] = [];
  const merge = () =>
    life.does(`/api/volunteers/${duplicate}/merge`, {
      ...{ survivorId: survivor, mergedOn: '2026-06-30', reason: '重复登记', evidence: '两次登记的身份证为同一证件' },
    });
  const part = () =>
    life.does(`/api/volunteers/${duplicate}/merge/undoing`, { undoneOn: '2026-07-01', reason: '核实为两人' });
  const listed = (path: string) => life.sees<Listed>(path);
  const ofPerson = async (path: string, id = survivor) =>
    (await listed(path)).items.find((item) => item['volunteerId'] === id);
  const within = (): string => `within=${branch}`;
  const statement = (id = survivor) =>
    life.sees<{ serviceMinutes: number; activities: number }>(`/api/volunteers/${id}/years/2026`);

  beforeAll(async () => {
    api = await TestApi.open();
    life = await branchLife(api);
    handler = await api.person([{ role: 'TEAM_LEADER', organizationId: api.top }]);
    const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-01-01' };
    await life.does(`/api/organizations/${api.top}/policy-packs`, pack);
    branch = await life.branch('示例合并支部');
    [survivor, duplicate, other] = [await life.member(branch), await life.member(branch), await life.member(branch)];
    team = await life.team(branch, '示例合并队', [survivor, duplicate, other]);
    await life.serves(branch, survivor, ['08:00', 120], team);
    // One hour lies on the survivor's time, one does not.
    await life.serves(branch, duplicate, ['09:00', 60], team);
    await life.serves(branch, duplicate, ['14:00', 60], team);
    await life.serves(branch, other, ['14:00', 30], team);
  }, 180_000);
  afterAll(() => api.close(), 180_000);

  const apart = { survivor: 120, duplicate: 120, all: 270 };
  const merged = { survivor: 180, all: 210 };

  it('before: two people with their own hours', async () => {
    expect(await statement()).toMatchObject({ serviceMinutes: apart.survivor, activities: 1 });
    expect(await statement(duplicate)).toMatchObject({ serviceMinutes: apart.duplicate, activities: 2 });
    expect(await life.sees(`/api/teams/${team}/years/2026`)).toMatchObject({ serviceMinutes: apart.all, members: 3 });
    expect((await listed(`/api/star-board?${within()}`)).total).toBe(3);
  });

  it('the hours statement and its entries', async () => {
    await merge();
    expect(await statement()).toMatchObject({ serviceMinutes: merged.survivor, activities: 2 });
    const entries = await listed(`/api/volunteers/${survivor}/years/2026/entries`);
    expect(entries.items.map((item) => [item['volunteerId'], item['startsAt'], item['countedMinutes']])).toEqual([
      [survivor, '08:00', 120],
      [duplicate, '09:00', 0],
      [duplicate, '14:00', 60],
    ]);
    // What the record that gave way shows adds up too: the hour that counts for the person.
    expect(await statement(duplicate)).toMatchObject({ serviceMinutes: 60, activities: 1 });
    const years = await listed(`/api/years/2026/volunteers?${within()}`);
    expect(years.items.map((item) => item['volunteerId']).sort()).toEqual([survivor, other].sort());
    const byPerson = await listed(`/api/years/2026/minutes-by-volunteer?${within()}`);
    expect(byPerson.items.map((item) => [item['volunteerId'], item['serviceMinutes']])).toEqual([
      [survivor, 180],
      [other, 30],
    ]);
    for (const side of ['minutes-by-month', 'minutes-by-team', 'minutes-by-activity']) {
      const { items } = await listed(`/api/years/2026/${side}?${within()}`);
      expect([side, items.reduce((sum, item) => sum + Number(item['serviceMinutes']), 0)]).toEqual([side, merged.all]);
    }
  });

  it('the team’s year and its review', async () => {
    expect(await life.sees(`/api/teams/${team}/years/2026`)).toMatchObject({
      ...{ serviceMinutes: merged.all, members: 2, activities: 0 },
    });
    const members = await listed(`/api/teams/${team}/years/2026/members`);
    expect(members.items.map((item) => [item['volunteerId'], item['serviceMinutes']]).sort()).toEqual(
      [
        [survivor, 180],
        [other, 30],
      ].sort(),
    );
    await life.does(`/api/reviews/teams/${team}/2026/preparation`, {});
    const repeated = await life.sees<{ isEqual: boolean; stored: object }>(
      `/api/reviews/teams/${team}/2026/repetition`,
    );
    expect(repeated).toMatchObject({ isEqual: true, stored: { members: 2, serviceMinutes: 210 } });
  });

  it('participation: pace, shortfall, analysis', async () => {
    const pace = await life.sees<{ reached: number }>(`/api/volunteers/${survivor}/pace`);
    expect(pace.reached).toBe(merged.survivor);
    const short = await listed(`/api/shortfall?${within()}`);
    expect(short.items.map((item) => item['volunteerId']).sort()).toEqual([survivor, other].sort());
    expect(await ofPerson(`/api/shortfall?${within()}`)).toMatchObject({ serviceMinutes: 180, missingMinutes: 1260 });
    const period = { year: 2026, period: 'FIRST_HALF' };
    await life.does(`/api/organizations/${branch}/participation-analyses`, period);
    const again = `/api/organizations/${branch}/participation/2026/repetition?period=FIRST_HALF`;
    expect(await life.sees(again)).toMatchObject({
      isEqual: true,
      stored: { volunteers: 2, participants: 2, serviceMinutes: 210, entries: 3 },
    });
  });

  it('stars', async () => {
    expect(await ofPerson(`/api/star-board?${within()}`)).toMatchObject({ serviceMinutes: 180 });
    expect(await listed(`/api/star-board?${within()}`)).toMatchObject({ total: 2 });
  });

  it('a certificate of the survivor shows both records’ hours, and falls when they are two people after all', async () => {
    const certificate = `/api/certificates/${survivor}/1`;
    const asked = { organizationId: branch, fromOn: '2026-01-01', untilOn: '2026-06-30', handlerName: '经办人甲' };
    await handler.post(`${certificate}/preparation`, asked).expect(201);
    await life.does(`${certificate}/issue`, { headName: '负责人乙' });
    expect(await life.sees(certificate)).toMatchObject({ serviceMinutes: 180, entries: 2, standing: 'VALID' });
  });

  it('the trial balance counts a person once and its sides agree', async () => {
    expect(await life.sees(`/api/books/${branch}/2026/trial-balance`)).toMatchObject({
      ...{ personMinutes: 210, activityMinutes: 210, teamMinutes: 210, entries: 3, volunteers: 2 },
    });
  });

  it('parted again, everything is as it was', async () => {
    await part();
    expect(await statement()).toMatchObject({ serviceMinutes: apart.survivor, activities: 1 });
    expect(await statement(duplicate)).toMatchObject({ serviceMinutes: apart.duplicate, activities: 2 });
    expect(await life.sees(`/api/teams/${team}/years/2026`)).toMatchObject({ serviceMinutes: apart.all, members: 3 });
    expect(await ofPerson(`/api/star-board?${within()}`, duplicate)).toMatchObject({ serviceMinutes: 120 });
    expect((await listed(`/api/shortfall?${within()}`)).total).toBe(3);
    expect(await life.sees(`/api/books/${branch}/2026/trial-balance`)).toMatchObject({
      ...{ personMinutes: 270, activityMinutes: 270, teamMinutes: 270, volunteers: 3 },
    });
    expect(await life.sees(`/api/certificates/${survivor}/1`)).toMatchObject({
      standing: 'SUPERSEDED',
      changes: [{ minutesBefore: 60, minutesAfter: 0 }],
    });
    expect(await listed(`/api/certificates/${survivor}`)).toMatchObject({ items: [{ standing: 'SUPERSEDED' }] });
  });
});
