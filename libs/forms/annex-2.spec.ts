import { describe, expect, it } from '@jest/globals';

import type { LocalDate, YearMonth } from '#libs/kernel/time';

import { annex2Form, annex2Html, type Annex2Document, type Annex2Entry } from './annex-2.js';
import { goldenFile } from '../../test/support/golden-file.js';

const entry = (over: Partial<Annex2Entry> = {}): Annex2Entry => ({
  name: '于起',
  sexCode: '1',
  age: 57,
  educationCode: '21',
  joinedPartyOn: '2002-02' as YearMonth,
  ethnicityCode: '01',
  mainProjects: ['社会服务', '帮扶'],
  contacts: ['89001370', '13100001002'],
  ...over,
});

const roster = (entries: readonly Annex2Entry[]): Annex2Document => ({
  form: 'annex-2',
  unitName: '示例市示例中心',
  filledOn: '2026-07-01' as LocalDate,
  ledgerPosition: 1842,
  entries,
});

const names = ['朱言', '于起', '丁𠮷安', '石䶮', '阿依古丽·买买提', '丁宜', '龙宁'];
const wholeUnit = roster(
  Array.from({ length: 46 }, (_, index) =>
    entry({
      name: names[index % names.length] ?? '',
      sexCode: index % 3 === 0 ? '2' : '1',
      age: 30 + (index % 39),
      educationCode: (['14', '21', '31', '41'] as const)[index % 4] ?? '21',
      joinedPartyOn: `19${80 + (index % 20)}-${String(1 + (index % 12)).padStart(2, '0')}` as YearMonth,
      ethnicityCode: index % 7 === 4 ? '05' : '01',
      mainProjects: ['无偿献血宣传', '应急献血', '公益讲师团'].slice(index % 3),
    }),
  ),
);

describe('Annex 2, the roster', () => {
  it('carries the title, the head line, the eight columns and the note word for word', () => {
    const form = annex2Form(roster([entry()]));
    expect([form.annexMark, form.title]).toEqual(['附件2', '党员志愿服务队志愿者花名册']);
    expect(form.headLine).toEqual(['单位名称（盖章）：示例市示例中心', '填表日期：2026.7.1']);
    expect(form.columns.map(({ label }) => label).join(' | ')).toBe('姓名 | 性别 | 年龄 | 学历 | 入党时间 | 民族 | 主要志愿服务项目 | 联系方式（办公、手机）');
    expect(form.note).toBe('注：此表由各基层党组织填写，辖市区委组织部汇总。');
    expect(form.columns.reduce((sum, { widthPercent }) => sum + widthPercent, 0)).toBe(100);
  });

  it('prints the short words of the codes and the month without padding', () => {
    const [row] = annex2Form(roster([entry()])).rows;
    expect(row?.map(({ text }) => text)).toEqual(['于起', '男', '57', '本科', '2002.2', '汉', '社会服务、帮扶', '89001370、13100001002']);
  });

  it('prints October as 2002.10, not as 2002.1', () => {
    const [row] = annex2Form(roster([entry({ joinedPartyOn: '2002-10' as YearMonth })])).rows;
    expect(row?.[4]?.text).toBe('2002.10');
  });

  it('prints the words of an imported roster where no code was chosen', () => {
    const [row] = annex2Form(roster([entry({ educationCode: null, educationText: '党校研究生', ethnicityCode: null, ethnicityText: '穿青人' })])).rows;
    expect([row?.[3]?.text, row?.[5]?.text]).toEqual(['党校研究生', '穿青人']);
  });

  it('prints as it was last looked at', () => {
    expect(annex2Html(wholeUnit, 1)).toBe(goldenFile('annex-2', annex2Html(wholeUnit, 1)));
  });
});
