import { describe, expect, it } from '@jest/globals';

import type { LocalDate } from '#libs/kernel/time';

import { annex4Form, annex4Html, type Annex4Document, type Annex4Unit } from './annex-4.js';
import { goldenFile } from '../../test/support/golden-file.js';

const unit: Annex4Unit = { name: '示例市示例中心', memberCount: 34, teamCount: 4, volunteerCount: 26 };

const summary = (units: readonly Annex4Unit[]): Annex4Document => ({
  form: 'annex-4',
  compiledBy: '示例市卫生局',
  filledOn: '2026-07-20' as LocalDate,
  ledgerPosition: 1901,
  units,
});

describe('Annex 4, the formation summary', () => {
  it('carries the title, the head line, the five columns and the note word for word', () => {
    const form = annex4Form(summary([unit]));
    expect([form.annexMark, form.title]).toEqual(['附件4', '党员志愿服务队组队情况汇总表']);
    expect(form.headLine).toEqual(['辖市（区）、市各主管部门（盖章）：示例市卫生局', '填表日期：2026.7.20']);
    expect(form.columns.map(({ label }) => label).join(' | ')).toBe('序号 | 单　位　名　称 | 党员人数 | 党员志愿服务队数（支） | 党员志愿者人数');
    expect(form.note).toBe('注：此表由各辖市（区）组织部党管科和市各主管部门负责汇总填写。');
    expect(form.columns.reduce((sum, { widthPercent }) => sum + widthPercent, 0)).toBe(100);
  });

  it.each([
    [0, 5],
    [1, 5],
    [4, 5],
    [5, 5],
    [6, 6],
  ])('with %i units shows %i rows and no row for totals', (units, rows) => {
    const form = annex4Form(summary(Array.from({ length: units }, () => unit)));
    expect(form.rows).toHaveLength(rows);
    expect(form.rows.flat().some(({ text }) => text.includes('计'))).toBe(false);
  });

  it('numbers the units from 1 and leaves the rows beyond them empty', () => {
    const { rows } = annex4Form(summary([unit]));
    expect(rows[0]?.map(({ text }) => text)).toEqual(['1', '示例市示例中心', '34', '4', '26']);
    expect(rows[1]?.map(({ text }) => text)).toEqual(['', '', '', '', '']);
  });

  it('prints as it was last looked at', () => {
    expect(annex4Html(summary([unit]), 2)).toBe(goldenFile('annex-4', annex4Html(summary([unit]), 2)));
  });
});
