import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { branchLife, type BranchLife } from '../support/branch-life.js';
import { TestApi } from '../support/test-api.js';

let api: TestApi;
let life: BranchLife;
const ids = (entries: readonly { volunteerId: string }[]): string[] => entries.map((one) => one.volunteerId).sort();
interface Coverage {
  items: { volunteers: number; teams: number }[];
}
const coverageOf = async (organizationId: string, on: string) =>
  (await life.sees<Coverage>(`/api/coverage?within=${organizationId}&on=${on}`)).items[0];

beforeAll(async () => {
  api = await TestApi.open();
  life = await branchLife(api);
}, 120_000);
afterAll(() => api.close(), 180_000);

describe('F-13, F-14: the affiliation moves to another branch', () => {
  let old: string;
  let next: string;
  let mover: string;
  let team: string;
  beforeAll(async () => {
    [old, next] = [await life.branch('示例老支部'), await life.branch('示例新支部')];
    mover = await life.member(old);
    team = await life.team(old, '示例老队', [mover]);
    await life.serves(old, mover, ['08:00', 120], team);
  });

  it('the old branch stays responsible until the new one has received it, and may call it back or have it refused', async () => {
    const transfer = `/api/volunteers/${mover}/transfer`;
    await life.does(transfer, { toOrganizationId: next, sentOn: '2026-06-26' });
    expect(ids(await life.roster(old, '2026-06-30'))).toEqual([mover]);
    const queue = `/api/affiliation-transfers?state=SENT&toOrganizationId=${next}`;
    expect(await life.sees(queue)).toMatchObject({ total: 1, items: [{ volunteerId: mover, sentOn: '2026-06-26' }] });
    await life.does(`${transfer}/refusal`, { refusedOn: '2026-06-26', reason: '材料不全' });
    expect(await life.refuses(`${transfer}/reception`, { receivedOn: '2026-06-26' })).toBe(
      'transfer_must_be_under_way',
    );
    await life.does(transfer, { toOrganizationId: next, sentOn: '2026-06-27' });
    await life.does(`${transfer}/call-back`, { calledBackOn: '2026-06-27', reason: '日期有误' });
    await life.does(transfer, { toOrganizationId: next, sentOn: '2026-06-28' });
    const secretary = await api.person([{ role: 'APPROVER', organizationId: old as never }]);
    await secretary.post(`${transfer}/reception`, { receivedOn: '2026-06-29' }).expect(404);
    const receiver = await api.person([{ role: 'APPROVER', organizationId: next as never }]);
    await receiver.post(`${transfer}/reception`, { receivedOn: '2026-06-29' }).expect(201);
  });

  it('one home at any instant: the day before with the old, from the day on with the new', async () => {
    expect([ids(await life.roster(old, '2026-06-28')), await life.roster(next, '2026-06-28')]).toEqual([[mover], []]);
    expect([await life.roster(old, '2026-06-29'), ids(await life.roster(next, '2026-06-29'))]).toEqual([[], [mover]]);
    expect([await coverageOf(old, '2026-06-28'), await coverageOf(next, '2026-06-28')]).toMatchObject([
      { volunteers: 1 },
      { volunteers: 0 },
    ]);
    expect([await coverageOf(old, '2026-06-29'), await coverageOf(next, '2026-06-29')]).toMatchObject([
      { volunteers: 0 },
      { volunteers: 1 },
    ]);
  });

  it('the hours stay with the person, and in the figures of the team of that day', async () => {
    expect(await life.sees(`/api/volunteers/${mover}/years/2026`)).toMatchObject({ serviceMinutes: 120 });
    expect(await life.sees(`/api/teams/${team}/years/2026`)).toMatchObject({ serviceMinutes: 120 });
  });

  it('the July review sees who went and who came', async () => {
    const movements = (organizationId: string) =>
      life.sees(`/api/organizations/${organizationId}/roster-movements?sinceOn=2026-06-01&untilOn=2026-07-01`);
    expect(await movements(old)).toMatchObject({ total: 1, items: [{ movement: 'LEFT', volunteerId: mover }] });
    expect(await movements(next)).toMatchObject({ total: 1, items: [{ movement: 'ADDED', volunteerId: mover }] });
    const counts = await life.sees<{ items: unknown[] }>(`/api/affiliation-transfers/counts?fromOrganizationId=${old}`);
    expect(counts.items).toEqual([
      { state: 'CALLED_BACK', transfers: 1 },
      { state: 'RECEIVED', transfers: 1 },
      { state: 'REFUSED', transfers: 1 },
    ]);
  });
});

describe('People who leave the roster', () => {
  let branch: string;
  beforeAll(async () => {
    branch = await life.branch('示例第二支部');
  });

  it('F-16: whoever retires stays, with a mark', async () => {
    const retired = await life.member(branch);
    await life.does(`/api/volunteers/${retired}/retirement`, { retiredOn: '2026-05-31' });
    expect(await life.sees(`/api/volunteers/${retired}`)).toMatchObject({
      status: 'ENROLLED',
      retiredOn: '2026-05-31',
    });
    expect(ids(await life.roster(branch, '2026-07-01'))).toContain(retired);
  });

  it('F-18: who died is out from that day, the hours remain; a wrong word is taken back', async () => {
    const person = await life.member(branch);
    const team = await life.team(branch, '示例第二队', [person]);
    await life.serves(branch, person, ['08:00', 60], team);
    const death = `/api/volunteers/${person}/death`;
    await life.does(death, { deceasedOn: '2026-06-28', source: '家属告知' });
    expect(ids(await life.roster(branch, '2026-06-27'))).toContain(person);
    expect(ids(await life.roster(branch, '2026-06-28'))).not.toContain(person);
    expect(await life.sees(`/api/volunteers/${person}/years/2026`)).toMatchObject({ serviceMinutes: 60 });
    expect(await life.sees(`/api/volunteers?status=DECEASED&within=${branch}`)).toMatchObject({ total: 1 });
    expect(await life.refuses(`/api/volunteers/${person}/withdrawal`, { withdrawnOn: '2026-06-29' })).toBe(
      'record_is_closed',
    );
    await life.does(`${death}/retraction`, { retractedOn: '2026-06-30', reason: '登记错人' });
    expect(ids(await life.roster(branch, '2026-06-28'))).toContain(person);
  });

  it('F-19: removed and restored; the reason is encrypted and not shown to the team', async () => {
    const person = await life.member(branch);
    const volunteer = `/api/volunteers/${person}`;
    await life.does(`${volunteer}/membership-end`, {
      ceasedOn: '2026-06-10',
      measure: 'SUSPENDED',
      reason: '示例的受限原因',
    });
    expect([
      ids(await life.roster(branch, '2026-06-09')).includes(person),
      ids(await life.roster(branch, '2026-06-10')).includes(person),
    ]).toEqual([true, false]);
    await life.does(`${volunteer}/membership-restoration`, { restoredOn: '2026-06-20', reason: '示例' });
    expect([
      ids(await life.roster(branch, '2026-06-19')).includes(person),
      ids(await life.roster(branch, '2026-06-20')).includes(person),
    ]).toEqual([false, true]);
    const leader = await api.person([{ role: 'TEAM_LEADER', organizationId: branch as never }]);
    const history = await life.sees<{ items: { type: string }[] }>(`${volunteer}/history`, leader);
    expect(history.items.map(({ type }) => type)).toContain('MembershipCeased');
    expect(JSON.stringify(history)).not.toMatch(/示例的受限原因|SUSPENDED/);
  });

  it('F-20: withdrawal at once and without a reason; the past stays', async () => {
    const person = await life.member(branch);
    const team = await life.team(branch, '示例第三队', [person]);
    await life.serves(branch, person, ['14:00', 60], team);
    await life.does(`/api/volunteers/${person}/withdrawal`, { withdrawnOn: '2026-06-30' });
    expect(ids(await life.roster(branch, '2026-06-30'))).not.toContain(person);
    const register = await life.sees<{ items: { volunteerCount: number; name: string }[] }>(
      `/api/organizations/${branch}/team-register/teams?on=2026-06-30`,
    );
    expect(register.items.find(({ name }) => name === '示例第三队')).toMatchObject({ volunteerCount: 0 });
    expect(await life.sees(`/api/volunteers/${person}/years/2026`)).toMatchObject({ serviceMinutes: 60 });
  });
});
