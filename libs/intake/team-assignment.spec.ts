import { readFile } from 'node:fs/promises';

import { describe, expect, it } from '@jest/globals';

import { readRosterSheet } from './roster-sheet.js';
import { proposeAssignment, type StatedTeam } from './team-assignment.js';
import { readTeamRegisterSheet } from './team-register-sheet.js';

const teams: StatedTeam[] = [
  { name: '一队', statedSize: 2, statedLeader: '朱言' },
  { name: '二队', statedSize: 3, statedLeader: '于起' },
];

describe('The teams of a roster without a team column', () => {
  it('of the sample unit are 7, 7, 8 and 4 people in the order of the sheet', async () => {
    const register = await readTeamRegisterSheet(await readFile('test/samples/annex-3-team-register.xlsx'));
    const roster = await readRosterSheet(await readFile('test/samples/annex-2-roster.xlsx'));
    const proposal = proposeAssignment(
      register.rows.map(({ teamName, volunteerCount, leaderName }) => ({ name: teamName, statedSize: volunteerCount, statedLeader: leaderName })),
      roster.rows.map(({ name }) => name),
    );
    expect(proposal.certain).toBe(true);
    expect(proposal.teams.map(({ from, to, volunteerNames }) => [from, to, volunteerNames[0], volunteerNames.length])).toEqual([
      [0, 7, '朱言', 7],
      [7, 14, '万宜可', 7],
      [14, 22, '方川云', 8],
      [22, 26, '田衡青', 4],
    ]);
  });

  it('are proposed when a leader stands anywhere in the own block', () => {
    expect(proposeAssignment(teams, ['甲', '朱言', '乙', '丙', '于起']).teams.map(({ volunteerNames }) => volunteerNames)).toEqual([
      ['甲', '朱言'],
      ['乙', '丙', '于起'],
    ]);
  });

  it.each<[string, string[], string]>([
    ['one person is missing', ['朱言', '甲', '于起', '乙'], '登记表各队共 5 人，花名册有 4 人，人数不符，无法按顺序分队。请逐人指定队伍。'],
    ['one person is too many', ['朱言', '甲', '于起', '乙', '丙', '丁'], '登记表各队共 5 人，花名册有 6 人，人数不符，无法按顺序分队。请逐人指定队伍。'],
    ['a leader is not on the roster', ['朱言', '甲', '乙', '丙', '丁'], '“二队”的负责人不在花名册中，请逐人指定队伍。'],
    ['a leader stands in another block', ['朱言', '于起', '甲', '乙', '丙'], '“二队”的负责人在花名册第 2 位，不在按人数推算的本队（第 3—5 位）之内，请逐人指定队伍。'],
    ['two people carry the name of a leader', ['朱言', '甲', '于起', '乙', '朱言'], '花名册中有 2 人与“一队”的负责人同名，请逐人指定队伍。'],
  ])('are not proposed when %s', (_case, roster, reason) => {
    expect(proposeAssignment(teams, roster)).toEqual({ certain: false, reason, teams: [] });
  });

  it('are not proposed without a register', () => {
    expect(proposeAssignment([], []).certain).toBe(false);
  });
});
