import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Position } from '#libs/event-store/port';
import { minutesByMonth, minutesByTeam, minutesByVolunteer } from '#projections/volunteer-year/hours-entry.query';
import { rosterEntries } from '#projections/roster/roster.query';
import { teamLines } from '#projections/team-register/team-register.query';
import type { LocalDate } from '#libs/kernel/time';
import {
  approver,
  attester,
  endState,
  importBench,
  importer,
  rosterAsked,
  rosterOptions,
  sample,
  signInAsked,
  teamsAsked,
  teamsOptions,
  top,
  type ImportBench,
} from '../../test/support/import-bench.js';
import { actorOf } from '../../test/support/open-test-house.js';
import { approveBatch } from './approve.js';
import { attestBatch } from './attest.js';
import { BatchDiffers } from './batch.js';
import type { Preview } from './import.js';
import type { ImportAsked } from './kinds.js';
import { countOf, type ImportResult } from './result.js';

const on = '2026-11-22' as LocalDate;
const faultsOf = ({ faults }: Preview): [number, string, string][] =>
  faults.map(({ row, severity, code }) => [row, severity, code]);

describe('a unit brings its register of teams, its roster and a year of sign-in sheets', () => {
  let bench: ImportBench;
  let previews: Record<'teams' | 'roster' | 'signIn', Preview>;
  let results: Record<'teams' | 'roster' | 'signIn', ImportResult>;

  beforeAll(async () => {
    bench = await importBench();
    const bring = async (asked: ImportAsked, name: 'teams' | 'roster' | 'signIn') => {
      const { preview, write } = await bench.prepare(asked, await sample(name));
      return { preview, result: await write() };
    };
    const teams = await bring(teamsAsked(top), 'teams');
    const { organizationId } = await bench.unit();
    const roster = await bring(rosterAsked(organizationId), 'roster');
    const signIn = await bring(signInAsked(organizationId), 'signIn');
    previews = { teams: teams.preview, roster: roster.preview, signIn: signIn.preview };
    results = { teams: teams.result, roster: roster.result, signIn: signIn.result };
    await attestBatch(bench.house, attester, signIn.result.batchId);
    await approveBatch(bench.house, approver, signIn.result.batchId);
  }, 120_000);

  afterAll(() => bench.close());

  it('shows the faults of every row before anything is written: two months that a spreadsheet lost, nothing else', () => {
    expect(faultsOf(previews.teams)).toEqual([]);
    expect(faultsOf(previews.roster)).toEqual([
      [10, 'warning', 'joined_ambiguous'],
      [20, 'warning', 'joined_ambiguous'],
    ]);
    expect(faultsOf(previews.signIn)).toEqual([]);
  });

  it('shows what follows from the heading, the team blocks and the sums', () => {
    expect(previews.teams.plan.remarks[0]).toBe(
      '将在“示例市委组织部”之下新登记党组织“示例市示例中心党总支”（党总支，单位：示例市示例中心，登记日期 2025-12-01）。',
    );
    expect(previews.roster.plan.remarks[1]).toMatch(/1队（检验队）：第 5—11 行，7 人（朱言、.*、万衡行）$/u);
    expect(previews.roster.plan.declarations[0]).toContain('第二十九条');
    expect(previews.signIn.plan.remarks[0]).toBe('12 次活动，26 人，228 人次，共 31860 分钟（531 小时）。');
    expect(previews.signIn.plan.remarks[1]).toMatch(/1队（检验队）：7 人，60 人次，8130 分钟（135.5 小时）$/u);
  });

  it('registers the unit with its headcounts', async () => {
    const { kind, parentId, unitName, headcount, memberCount } = await bench.unit();
    expect({ kind, parentId, unitName }).toEqual({ kind: 'GENERAL_BRANCH', parentId: top, unitName: '示例市示例中心' });
    expect(headcount?.staffHeadcount).toBe(90);
    expect(memberCount).toMatchObject({ fullMembers: 32, probationaryMembers: 2, on: '2026-07-01' });
  });

  it('has teams of 7, 7, 8 and 4, led by those whom the register states, so that register and ledger say the same', async () => {
    const { organizationId } = await bench.unit();
    const { items } = await teamLines(bench.house.read, { on, scope: undefined, organizationId });
    expect(items.map(({ volunteerCount }) => volunteerCount)).toEqual([7, 7, 8, 4]);
    expect(items.map(({ leaderName }) => leaderName)).toEqual(['朱言', '万宜可', '方川云', '田衡青']);
    expect(items.flatMap(({ mismatches }) => mismatches)).toEqual([]);
  });

  it('numbers the 26 people in the order of the sheet and keeps rare characters and doubts', async () => {
    const { organizationId } = await bench.unit();
    const { items } = await rosterEntries(bench.house.read, { on, scope: undefined, organizationId, pageSize: 200 });
    expect(items).toHaveLength(26);
    expect(items.map(({ volunteerNumber }) => volunteerNumber)).toEqual(
      Array.from({ length: 26 }, (_none, i) => String(2_026_000_001 + i)),
    );
    expect(
      results.roster.rows
        .filter(({ subject }) => subject === 'VOLUNTEER')
        .map(({ volunteerNumber }) => volunteerNumber),
    ).toEqual(items.map(({ volunteerNumber }) => volunteerNumber));
    expect(items[5]).toMatchObject({ name: '丁𠮷安', sex: '2' });
    expect(items[3]).toMatchObject({ name: '丁宜' });
    const { rows } = await bench.house.mainPool.query<{ doubts: string }>(
      `select distinct entry::jsonb->'data'->>'doubts' as doubts from ledger.entry where type = 'ApplicationSubmitted' order by 1`,
    );
    expect(rows.map(({ doubts }) => JSON.parse(doubts) as string[])).toEqual([
      ['AGE_WITHOUT_BIRTH_DATE', 'JOINED_PARTY_MONTH'],
      ['AGE_WITHOUT_BIRTH_DATE'],
    ]);
  });

  it('has the same sum by person, by team and by month', async () => {
    const slice = { year: 2026, scope: undefined, pageSize: 200 };
    const sum = (items: readonly { serviceMinutes: number }[]): number =>
      items.reduce((all, { serviceMinutes }) => all + serviceMinutes, 0);
    const byVolunteer = await minutesByVolunteer(bench.house.read, slice);
    const byTeam = await minutesByTeam(bench.house.read, slice);
    expect(byVolunteer.items).toHaveLength(26);
    expect(sum(byVolunteer.items)).toBe(31_860);
    expect(byTeam.items.map(({ serviceMinutes }) => serviceMinutes)).toEqual([10_260, 9_060, 8_130, 4_410]);
    expect(sum(await minutesByMonth(bench.house.read, slice))).toBe(31_860);
  });

  it('puts the batch on every event that it wrote or led to', async () => {
    const { rows } = await bench.house.mainPool.query<{ batch: string | null; type: string; n: number }>(
      `select entry::jsonb->'data'->>'batch' as batch, type, count(*)::int as n from ledger.entry
       where stream not like 'sys-%' and entry::jsonb->>'by' = any($1) group by 1, 2`,
      [[importer.accountId, attester.accountId, approver.accountId]],
    );
    expect(rows.filter(({ batch }) => batch === null)).toEqual([]);
    const of = (type: string) => rows.find((row) => row.type === type);
    expect(of('PrimaryTeamChosen')).toMatchObject({ batch: results.roster.batchId, n: 26 });
    expect(of('ServiceHoursCredited')).toMatchObject({ batch: results.signIn.batchId, n: 228 });
    expect(of('AttendanceRecorded')?.n).toBe(228);
  });

  it('has an outcome with its place in the ledger for every row of the sheet, and nobody refused', () => {
    expect(results.signIn.rows.map(({ row }) => row)).toEqual(Array.from({ length: 228 }, (_none, i) => i + 2));
    expect(results.teams.rows.map(({ row, subject }) => [row, subject])).toEqual([
      [null, 'UNIT'],
      [4, 'TEAM'],
      [5, 'TEAM'],
      [6, 'TEAM'],
      [7, 'TEAM'],
    ]);
    for (const result of Object.values(results)) expect(countOf(result, 'WRITTEN')).toBe(result.rows.length);
    for (const { stream, position } of results.roster.rows.filter(({ subject }) => subject === 'VOLUNTEER')) {
      expect(stream).toMatch(/^volunteer-/);
      expect(bench.house.store.compare(position as Position, '0' as Position)).toBeGreaterThan(0);
    }
  });

  it('changes nothing when the same commands are given again, in the same process and in another', async () => {
    const { organizationId } = await bench.unit();
    const state = await endState(bench);
    const head = await bench.house.store.head();
    await bench.restart();
    for (const [name, asked] of [
      ['teams', teamsAsked(top)],
      ['roster', rosterAsked(organizationId)],
      ['signIn', signInAsked(organizationId)],
    ] as const) {
      const again = await bench.prepare(asked, await sample(name));
      expect(again.preview.batch?.finishedAt).toBeInstanceOf(Date);
      expect(faultsOf(again.preview)).toEqual(faultsOf(previews[name]));
      expect(await again.write()).toEqual(results[name]);
    }
    await attestBatch(bench.house, attester, results.signIn.batchId);
    await approveBatch(bench.house, approver, results.signIn.batchId);
    expect(await bench.house.store.head()).toBe(head);
    expect(await endState(bench)).toEqual(state);
  }, 60_000);

  it('keeps a finished batch as it is even where its record of having finished is lost', async () => {
    const { organizationId } = await bench.unit();
    const head = await bench.house.store.head();
    await bench.house.mainPool.query('update registry.import_batch set finished_at = null, result = null');
    for (const [name, asked] of [
      ['teams', teamsAsked(top)],
      ['roster', rosterAsked(organizationId)],
      ['signIn', signInAsked(organizationId)],
    ] as const)
      expect(await bench.write(asked, await sample(name))).toEqual(results[name]);
    expect(await bench.house.store.head()).toBe(head);
  }, 60_000);

  it('refuses other options than the first time, and another account, naming the difference', async () => {
    const teams = await sample('teams');
    const with2 = (options: Partial<typeof teamsOptions> & object): ImportAsked => ({
      kind: 'teams',
      registerUnder: top,
      options: { ...teamsOptions, ...options },
    });
    await expect(bench.prepare(with2({ formDate: '2026-07-02' as LocalDate }), teams)).rejects.toThrow(
      '--form-date：第一次是 2026-07-01，这次是 2026-07-02',
    );
    await expect(bench.prepare(with2({ formationTitle: '另一份通知' as never }), teams)).rejects.toThrow(
      '--formation-title：内容与第一次不同',
    );
    await expect(bench.prepare(teamsAsked(top), teams, actorOf(top, ['COUNTY_OFFICE']))).rejects.toThrow(BatchDiffers);
  });

  it('knows the people again when the roster comes in another file, and lets nobody in twice', async () => {
    const { organizationId } = await bench.unit();
    const other = new TextEncoder().encode(
      '姓名,性别,年龄,学历,入党时间,民族,主要志愿服务项目,联系方式\n朱言,男,31,大专,2024.4,汉,帮扶,89001333\n朱言,女,40,大专,2010.4,汉,帮扶,89001333\n',
    );
    const asked = (acceptNamesake: number[]): ImportAsked => ({
      kind: 'roster',
      organizationId,
      options: { ...rosterOptions, formDate: on, acceptNamesake },
    });
    const { preview } = await bench.prepare(asked([]), other);
    expect(faultsOf(preview).filter(([, , code]) => code !== 'name_twice')).toEqual([
      [2, 'fault', 'possible_duplicate'],
      [3, 'warning', 'namesake_registered'],
    ]);
    expect(preview.rowsToWrite).toBe(1);
    expect((await bench.prepare(asked([2]), other)).preview.rowsToWrite).toBe(2);
  });

  it('knows the services again when the sign-in sheet comes in another file', async () => {
    const { organizationId } = await bench.unit();
    const line =
      '社区义诊,2026-01-17,08:30,,示例社区,社区义诊服务,示例市示例中心,朱言,示例中心党员志愿服务队1队（检验队）,朱言,2.5,\n';
    const sheet = new TextEncoder().encode(
      `活动名称,活动日期,开始时间,结束时间,地点,服务内容,组织单位,活动负责人,队伍,姓名,服务时间（小时）,备注\n${line}${line.replace('08:30', '13:30')}`,
    );
    const { preview } = await bench.prepare(signInAsked(organizationId), sheet);
    expect(faultsOf(preview)).toEqual([[2, 'fault', 'attendance_recorded_already']]);
    expect(preview.rowsToWrite).toBe(1);
  });

  it('says before the first row that an account may not do this', async () => {
    const { organizationId } = await bench.unit();
    const other = new TextEncoder().encode(
      '姓名,性别,年龄,学历,入党时间,民族,主要志愿服务项目,联系方式\n丁某某,男,31,大专,2024.4,汉,帮扶,89001333\n',
    );
    const asked: ImportAsked = { kind: 'roster', organizationId, options: { acceptNamesake: [], formDate: on } };
    const recorder = await bench.prepare(asked, other, actorOf(top, ['RECORDER']));
    expect(recorder.preview.plan.obstacles).toEqual([
      '当前账号的角色不能办理这次导入的全部事项，请由单位党办或上级组织部门的账号导入。',
    ]);
    await expect(recorder.write()).rejects.toThrow(RangeError);
  });
});
