import { describe, expect, it } from '@jest/globals';

import type { LocalDate } from '#libs/kernel/time';

import { annex3Form, annex3Html, type Annex3Document, type Annex3Team } from './annex-3.js';
import { goldenFile } from '../../test/support/golden-file.js';

const team = (name: string, volunteerCount: number, leaderName: string, leaderContacts: string[] = []): Annex3Team => ({
  name,
  volunteerCount,
  mainProjects: ['公益讲师团', '帮扶', '社会服务'],
  leaderName,
  leaderContacts,
});

const register: Annex3Document = {
  form: 'annex-3',
  unitName: '示例市示例中心',
  staffHeadcount: 90,
  filledOn: '2026-07-01' as LocalDate,
  ledgerPosition: 1842,
  partyOrganizations: [
    {
      name: '示例市示例中心党总支',
      teams: [
        team('示例中心党员志愿服务队1队（检验队）', 7, '朱言'),
        team('示例中心党员志愿服务队2队（业务队）', 7, '万宜可', ['89001333', '13100001003']),
        team('示例中心党员志愿服务队3队（宣传队）', 8, '方川云'),
        team('示例中心党员志愿服务队4队（城郊队）', 4, '田衡青'),
      ],
    },
  ],
};

describe('Annex 3, the team register', () => {
  it('carries the title, the head line, the five columns and the note word for word', () => {
    const form = annex3Form(register);
    expect([form.annexMark, form.title]).toEqual(['附件3', '党员志愿服务队登记表']);
    expect(form.headLine).toEqual(['单位名称（盖章）：示例市示例中心', '单位人数：90人', '填表日期：2026.7.1']);
    expect(form.columns.map(({ label }) => label).join(' | ')).toBe(
      '党组织名称 | “党员志愿服务队”名称 | 志愿者人数 | 主要志愿服务项目 | “党员志愿服务队”负责人姓名及联系方式（办公、手机）',
    );
    expect(form.note).toBe('注：此表由各基层党组织填写，辖市区委组织部汇总。');
    expect(form.columns.reduce((sum, { widthPercent }) => sum + widthPercent, 0)).toBe(100);
  });

  it('merges the Party organization over its teams', () => {
    const { rows } = annex3Form(register);
    expect(rows[0]?.[0]).toEqual({ text: '示例市示例中心党总支', rowSpan: 4 });
    expect(rows.map(({ length }) => length)).toEqual([5, 4, 4, 4, 5]);
  });

  it('closes with the totals of its own rows', () => {
    expect(annex3Form(register).rows.at(-1)?.map(({ text }) => text)).toEqual(['', '总计　4　支', '总计 26人', '', '']);
  });

  it('gives each Party organization of a unit its own merged cell', () => {
    const [first] = register.partyOrganizations;
    const two = annex3Form({ ...register, partyOrganizations: [first!, { name: '第二党支部', teams: [team('二支部服务队', 5, '叶水')] }] });
    expect(two.rows[4]?.[0]).toEqual({ text: '第二党支部', rowSpan: 1 });
    expect(two.rows.at(-1)?.[1]?.text).toBe('总计　5　支');
  });

  it('sets the telephones of a leader under the name, and nothing where the unit gives the name only', () => {
    const { rows } = annex3Form(register);
    expect([rows[0]?.[4]?.text, rows[1]?.[3]?.text]).toEqual(['朱言', '万宜可\n89001333、13100001003']);
  });

  it('leaves room for the headcount where nobody stated it', () => {
    expect(annex3Form({ ...register, staffHeadcount: null }).headLine[1]).toBe('单位人数：　　人');
  });

  it('prints as it was last looked at', () => {
    expect(annex3Html(register)).toBe(goldenFile('annex-3', annex3Html(register)));
  });
});
