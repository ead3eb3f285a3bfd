import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { successorOf } from '#libs/counter/organization.desk';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import { branchLife, type BranchLife } from '../support/branch-life.js';
import { TestApi } from '../support/test-api.js';

let api: TestApi;
let life: BranchLife;
const ids = (entries: readonly { volunteerId: string }[]): string[] => entries.map((one) => one.volunteerId).sort();
const document = { documentDatedOn: '2026-06-20', documentTitle: '关于调整设置的通知' };
const onRegister = (organizationId: string, on: string) =>
  life
    .sees<{ items: { teamId: string; name: string; volunteerCount: number }[] }>(
      `/api/organizations/${organizationId}/team-register/teams?on=${on}`,
    )
    .then(({ items }) => items);

beforeAll(async () => {
  api = await TestApi.open();
  life = await branchLife(api);
  const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-01-01' };
  await life.does(`/api/organizations/${api.top}/policy-packs`, pack);
}, 120_000);
afterAll(() => api.close(), 180_000);

describe('F-21, F-44: branches merge and split', () => {
  it('members and team go over by events of their own, old totals stay, and each person is counted in one place', async () => {
    const [old, next] = [await life.branch('示例撤并支部'), await life.branch('示例承接支部')];
    const [first, second] = [await life.member(old), await life.member(old)];
    const team = await life.team(old, '示例随迁队', [first]);
    await life.serves(old, first, ['08:00', 60], team);
    expect(
      await life.refuses(`/api/organizations/${old}/merger`, {
        successorId: api.top,
        mergedOn: '2026-06-27',
        ...document,
      }),
    ).toBe('successor_must_take_members');
    await life.does(`/api/organizations/${old}/merger`, { successorId: next, mergedOn: '2026-06-27', ...document });
    const people = [first, second].sort();
    expect([ids(await life.roster(old, '2026-06-26')), ids(await life.roster(next, '2026-06-26'))]).toEqual([
      people,
      [],
    ]);
    expect([ids(await life.roster(old, '2026-06-27')), ids(await life.roster(next, '2026-06-27'))]).toEqual([
      [],
      people,
    ]);
    expect([await onRegister(old, '2026-06-26'), await onRegister(next, '2026-06-26')]).toMatchObject([
      [{ teamId: team, volunteerCount: 1 }],
      [],
    ]);
    expect([await onRegister(old, '2026-06-27'), await onRegister(next, '2026-06-27')]).toMatchObject([
      [],
      [{ teamId: team, volunteerCount: 1 }],
    ]);
    const coverage = await life.sees<{ items: { organizationId: string }[] }>('/api/coverage?on=2026-06-27');
    expect(coverage.items.map(({ organizationId }) => organizationId)).not.toContain(old);
    expect(await life.sees(`/api/volunteers/${first}/years/2026`)).toMatchObject({ serviceMinutes: 60 });
    const entries = await life.sees<{ items: { organizationId: string }[] }>(
      `/api/volunteers/${first}/years/2026/entries`,
    );
    expect(entries.items).toMatchObject([{ organizationId: old }]);
    expect(await successorOf(api.house, old as OrganizationId)).toBe(next);
    // The team's year goes with the team and names both owners; the unit's own pages say where it went.
    const teamsOf = (id: string) => life.sees<{ items: unknown[] }>(`/api/years/2026/teams?within=${id}`);
    expect((await teamsOf(old)).items).toEqual([]);
    expect((await teamsOf(next)).items).toMatchObject([
      {
        ...{ teamId: team, serviceMinutes: 60, organizationId: next },
        owners: [{ organizationId: old }, { organizationId: next, on: '2026-06-27' }],
      },
    ]);
    expect(await life.sees(`/api/organizations/${old}`)).toMatchObject({
      ...{ endedOn: '2026-06-27', recordsSuccessorId: next },
    });
    // What was served stays in the old unit's figures.
    expect(await life.sees(`/api/years/2026/minutes-by-month?within=${old}`)).toMatchObject({
      items: [{ month: 6, serviceMinutes: 60 }],
    });
    const head = await api.house.store.head();
    const follow = { type: 'FollowSuccessor', data: { organizationId: old, successorId: next } };
    const { by, org } = { by: life.office.accountId, org: old as OrganizationId };
    await api.house.counter.perform(follow, { commandId: randomUUID() as CommandId, by, org });
    // Begun again it moves nobody twice.
    expect(await api.house.store.head()).toBe(head);
    const late = {
      volunteerId: randomUUID(),
      organizationId: old,
      submittedOn: '2026-06-30',
      source: 'PAPER_FORM',
      onBehalf: 'RECORDER',
    };
    expect(
      await life.refuses('/api/volunteers', {
        ...late,
        consents: ['REGISTRATION'],
        name: '示例员',
        sex: '1',
        birthDate: '1986-03',
        politicalStatus: '01',
      }),
    ).toBe('organization_must_not_have_ended');
  });

  it('after a split people say who goes where, to no one but a successor', async () => {
    const [old, east, west] = [
      await life.branch('示例拆分支部'),
      await life.branch('示例东支部'),
      await life.branch('示例西支部'),
    ];
    const [one, other] = [await life.member(old), await life.member(old)];
    await life.does(`/api/organizations/${old}/split`, {
      successorIds: [east, west],
      recordsSuccessorId: west,
      splitOn: '2026-06-27',
      ...document,
    });
    expect(
      await life.refuses(`/api/volunteers/${one}/affiliation-move`, {
        toOrganizationId: await life.branch('示例旁支部'),
      }),
    ).toBe('member_moves_to_a_successor');
    await life.does(`/api/volunteers/${one}/affiliation-move`, { toOrganizationId: east });
    await life.does(`/api/volunteers/${other}/affiliation-move`, { toOrganizationId: west });
    expect([ids(await life.roster(east, '2026-06-27')), ids(await life.roster(west, '2026-06-27'))]).toEqual([
      [one],
      [other],
    ]);
    expect(await successorOf(api.house, old as OrganizationId)).toBe(west);
  });
});

describe('F-21: the successor answers for the records', () => {
  it('certifies what the old unit recorded, issues what it prepared, and goes on with what it left undone', async () => {
    const [old, next] = [await life.branch('示例原出证支部'), await life.branch('示例承证支部')];
    const person = await life.member(old);
    await life.serves(old, person, ['08:00', 60]);
    const certificate = (ordinal: number): string => `/api/certificates/${person}/${ordinal}`;
    const asked = (organizationId: string) => ({
      ...{ organizationId, fromOn: '2026-01-01', untilOn: '2026-06-30', handlerName: '经办人甲' },
    });
    const handler = await api.person([{ role: 'RECORDER', organizationId: next as OrganizationId }]);
    const head = await api.person([{ role: 'APPROVER', organizationId: next as OrganizationId }]);
    await handler.post(`${certificate(1)}/preparation`, asked(next)).expect(409);
    await life.does(`${certificate(1)}/preparation`, asked(old));
    await head.post(`${certificate(1)}/issue`, { headName: '负责人乙' }).expect(404);
    await life.does(`/api/organizations/${old}/merger`, { successorId: next, mergedOn: '2026-06-27', ...document });
    await head.post(`${certificate(1)}/issue`, { headName: '负责人乙' }).expect(201);
    expect(await life.refuses(`${certificate(2)}/preparation`, asked(old))).toBe(
      'certificate_is_issued_by_the_successor',
    );
    await handler.post(`${certificate(2)}/preparation`, asked(next)).expect(201);
    await head.post(`${certificate(2)}/issue`, { headName: '负责人乙' }).expect(201);
    await api.settled();
    expect((await head.get(certificate(1)).expect(200)).body).toMatchObject({
      ...{ standing: 'VALID', serviceMinutes: 60, issuer: { unitName: '示例原出证支部' } },
    });
    const { body } = await head.get(certificate(2)).expect(200);
    expect(body).toMatchObject({ standing: 'VALID', serviceMinutes: 60, issuer: { unitName: '示例承证支部' } });
    const paper = await head.get(`${certificate(2)}?format=html`).expect(200);
    expect((await head.get(`${certificate(2)}?format=html`).expect(200)).text).toBe(paper.text);
    const verified = await api.anonymous().get(`/api/verify/${body.number}/${body.code}`).expect(200);
    expect(verified.body).toMatchObject({ standing: 'VALID', unitName: '示例承证支部', serviceMinutes: 60 });
  });
});

describe('F-22: what becomes of a team', () => {
  it('renamed: a register of an earlier day keeps the name of its day', async () => {
    const branch = await life.branch('示例更名支部');
    const team = await life.team(branch, '示例原名队');
    await life.does(`/api/teams/${team}/renaming`, { renamedOn: '2026-06-20', name: '示例新名队' });
    expect([
      (await onRegister(branch, '2026-06-19'))[0]?.name,
      (await onRegister(branch, '2026-06-20'))[0]?.name,
    ]).toEqual(['示例原名队', '示例新名队']);
  });

  it('merged: its members go over with their primary team, its own year stays as it was', async () => {
    const branch = await life.branch('示例并队支部');
    const [a, b] = [await life.member(branch), await life.member(branch)];
    const [small, large] = [await life.team(branch, '示例小队', [a]), await life.team(branch, '示例大队', [b])];
    await life.serves(branch, a, ['08:00', 60], small);
    await life.does(`/api/teams/${small}/merger`, { intoTeamId: large, mergedOn: '2026-06-27', ...document });
    expect(await onRegister(branch, '2026-06-26')).toMatchObject([
      { teamId: small, volunteerCount: 1 },
      { teamId: large, volunteerCount: 1 },
    ]);
    expect(await onRegister(branch, '2026-06-27')).toMatchObject([{ teamId: large, volunteerCount: 2 }]);
    expect(await life.sees(`/api/teams/${small}/years/2026`)).toMatchObject({ serviceMinutes: 60 });
    const movements = `/api/organizations/${branch}/roster-movements?sinceOn=2026-06-26&untilOn=2026-06-27&movement=TEAM_CHANGED`;
    expect(await life.sees(movements)).toMatchObject({
      items: [{ volunteerId: a, teamIdBefore: small, teamIdAfter: large }],
    });
  });

  it('dissolved: gone from the register from that day, its people without a team', async () => {
    const branch = await life.branch('示例撤队支部');
    const person = await life.member(branch);
    const team = await life.team(branch, '示例撤销队', [person]);
    await life.does(`/api/teams/${team}/dissolution`, { dissolvedOn: '2026-06-27', ...document });
    expect([await onRegister(branch, '2026-06-26'), await onRegister(branch, '2026-06-27')]).toMatchObject([
      [{ teamId: team }],
      [],
    ]);
    expect(await life.roster(branch, '2026-06-27')).toMatchObject([{ volunteerId: person, teamName: null }]);
    expect(
      await life.refuses(`/api/teams/${team}/members`, {
        volunteerId: person,
        joinedOn: '2026-06-28',
        asPrimary: true,
      }),
    ).toBe('team_must_not_have_ended');
  });
});

describe('F-23, F-24: leaders change', () => {
  it('the register shows the leader of its day, a gap is counted, a leader without a post is to be replaced in 30 days', async () => {
    const branch = await life.branch('示例换届支部');
    const [a, b] = [await life.member(branch), await life.member(branch)];
    const team = await life.team(branch, '示例换届队', [a, b]);
    const [postA, postB] = [randomUUID(), randomUUID()];
    const posts = `/api/organizations/${branch}/leadership-posts`;
    for (const [postId, volunteerId] of [
      [postA, a],
      [postB, b],
    ])
      await life.does(posts, { postId, volunteerId, assumedOn: '2026-01-08', postName: '支部委员' });
    const leaders = `/api/teams/${team}/leaders`;
    await life.does(leaders, { volunteerId: a, appointedOn: '2026-01-10' });
    await life.does(`${posts}/${postA}/end`, { endedOn: '2026-05-01' });
    const faulty = (on: string) =>
      life.sees<{ items: unknown[] }>(`/api/team-leadership?within=${branch}&onlyFaulty=true&on=${on}`);
    expect((await faulty('2026-04-30')).items).toEqual([]);
    expect((await faulty('2026-05-01')).items).toMatchObject([
      { teamId: team, leaderId: a, fault: 'POST_ENDED', faultySince: '2026-05-01', replaceBy: '2026-05-31' },
    ]);
    await life.does(`${leaders}/${a}/end`, { stoodDownOn: '2026-05-10' });
    expect((await faulty('2026-05-10')).items).toMatchObject([
      { leaderId: null, fault: 'LEADER_MISSING', faultySince: '2026-05-10' },
    ]);
    await life.does(leaders, { volunteerId: b, appointedOn: '2026-05-20' });
    expect((await faulty('2026-05-20')).items).toEqual([]);
    const terms = await life.sees<{ items: unknown[] }>(`/api/teams/${team}/leader-terms`);
    expect(terms.items).toMatchObject([
      { volunteerId: a, gapDays: 2 },
      { volunteerId: b, gapDays: 10 },
    ]);
    expect([(await onRegister(branch, '2026-05-09'))[0], (await onRegister(branch, '2026-05-20'))[0]]).toMatchObject([
      { leaderId: a },
      { leaderId: b },
    ]);
  });
});
