import { readFile } from 'node:fs/promises';

import type { CellValue } from 'hucre/xlsx';
import { describe, expect, it } from '@jest/globals';

import { madeSheet } from '../../test/support/made-sheet.js';
import { readTeamRegisterSheet } from './team-register-sheet.js';

const head = ['党组织名称', '“党员志愿服务队”名称', '志愿者人数', '主要志愿服务项目', '“党员志愿服务队”负责人姓名及联系方式（办公、手机）'];
const headLine = ['单位名称（盖章）：甲单位', '', '单位人数：90人', '', '填表日期：2026.7'];
const good: CellValue[] = ['甲党总支', '一队', 7, '帮扶', '朱言'];
const register = (...rows: CellValue[][]): Promise<Uint8Array> => madeSheet([['党员志愿服务队登记表'], headLine, head, ...rows]);

describe('The team register of the sample unit', () => {
  it('gives four teams of 7, 7, 8 and 4 under the merged Party organization, without a fault', async () => {
    const { rows, faults, notes } = await readTeamRegisterSheet(await readFile('test/samples/annex-3-team-register.xlsx'));
    expect(rows.map(({ teamName, volunteerCount, leaderName }) => [teamName, volunteerCount, leaderName])).toEqual([
      ['示例中心党员志愿服务队1队（检验队）', 7, '朱言'],
      ['示例中心党员志愿服务队2队（业务队）', 7, '万宜可'],
      ['示例中心党员志愿服务队3队（宣传队）', 8, '方川云'],
      ['示例中心党员志愿服务队4队（城郊队）', 4, '田衡青'],
    ]);
    expect(new Set(rows.map(({ partyOrganizationName }) => partyOrganizationName))).toEqual(new Set(['示例市示例中心党总支']));
    expect(rows[0]?.projects).toEqual(['为市民量血压', '帮扶', '社会服务']);
    expect([faults, notes]).toEqual([[], []]);
  });

  it('gives the head line: unit, headcount of the staff, a date to the month; and the stated totals', async () => {
    const { header } = await readTeamRegisterSheet(await readFile('test/samples/annex-3-team-register.xlsx'));
    expect(header).toEqual({
      unitName: '示例市示例中心',
      filledOn: { date: '2026-07', precision: 'month', row: 2 },
      unreadDate: null,
      staffHeadcount: 90,
      statedTotals: { teams: 4, volunteers: 26 },
    });
  });
});

describe('The totals of a team register', () => {
  const second: CellValue[] = ['甲党总支', '二队', 4, '帮扶', '于起'];

  it('agree with the rows', async () => {
    expect((await readTeamRegisterSheet(await register(good, second, ['', '总计　2　支', '总计 11人', '', '']))).faults).toEqual([]);
  });

  it('are told with both figures where they differ, and the teams can still be taken in', async () => {
    const { rows, faults } = await readTeamRegisterSheet(await register(good, second, ['', '总计　3　支', '总计 12人', '', '']));
    expect(rows).toHaveLength(2);
    expect(faults.map(({ row, code, message }) => [row, code, message])).toEqual([
      [6, 'team_total_differs', '总计写 3 支，表中有 2 支，请核对后改正。'],
      [6, 'volunteer_total_differs', '总计写 12 人，各队相加是 11 人，请核对后改正。'],
    ]);
  });

  it('may be missing', async () => {
    const { header, faults } = await readTeamRegisterSheet(await register(good));
    expect([header.statedTotals, faults]).toEqual([null, []]);
  });
});

describe('A row of a team register', () => {
  it('is told all its faults at once', async () => {
    const { rows, rowsRead, faults } = await readTeamRegisterSheet(await register(['', '', '若干', '', '89001333']));
    expect([rows.length, rowsRead]).toEqual([0, 1]);
    expect(faults.map(({ column, code }) => [column, code]).toSorted()).toEqual([
      ['“党员志愿服务队”名称', 'text_must_not_be_empty'],
      ['“党员志愿服务队”负责人姓名及联系方式（办公、手机）', 'leader_missing'],
      ['主要志愿服务项目', 'text_must_not_be_empty'],
      ['党组织名称', 'text_must_not_be_empty'],
      ['志愿者人数', 'volunteers_must_be_whole_number'],
    ].toSorted());
  });

  it('takes the Party organization from the row above where the cells were not merged, and says so', async () => {
    const { rows, faults } = await readTeamRegisterSheet(await register(good, ['', '二队', '4人', '帮扶', '于起']));
    expect(rows.map(({ partyOrganizationName, volunteerCount }) => [partyOrganizationName, volunteerCount])).toEqual([
      ['甲党总支', 7],
      ['甲党总支', 4],
    ]);
    expect(faults.map(({ row, code, severity }) => [row, code, severity])).toEqual([[5, 'party_organization_taken_from_above', 'warning']]);
  });

  it.each<[string, string, string[], string[]]>([
    ['朱言', '朱言', [], []],
    ['丁　宜　89001333、13100001002', '丁宜', ['89001333'], ['13100001002']],
    ['朱言\n0511-89001333', '朱言', ['0511-89001333'], []],
    ['朱言（13100001002）', '朱言', [], ['13100001002']],
    ['阿依古丽·买买提：89001333', '阿依古丽·买买提', ['89001333'], []],
  ])('parts the leader cell %j into name and telephones', async (leader, leaderName, leaderOfficePhones, leaderMobiles) => {
    const { rows } = await readTeamRegisterSheet(await register([...good.slice(0, 4), leader]));
    expect(rows[0]).toMatchObject({ leaderName, leaderOfficePhones, leaderMobiles });
  });

  it('is kept out when two teams carry one name, each naming the other', async () => {
    const { rows, faults } = await readTeamRegisterSheet(await register(good, good));
    expect(rows).toEqual([]);
    expect(faults.map(({ row, message }) => [row, message.slice(0, 8)])).toEqual([
      [4, '与第 5 行的队'],
      [5, '与第 4 行的队'],
    ]);
  });

  it('with no volunteer is remarked upon, and one volunteer is enough (Z-24)', async () => {
    const { rows, faults } = await readTeamRegisterSheet(await register([...good.slice(0, 2), 0, ...good.slice(3)], ['甲党总支', '二队', 1, '帮扶', '于起']));
    expect(rows).toHaveLength(2);
    expect(faults.map(({ row, code, severity }) => [row, code, severity])).toEqual([[4, 'team_without_volunteers', 'warning']]);
  });
});
