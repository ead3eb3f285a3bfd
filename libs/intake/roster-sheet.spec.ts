import { readFile } from 'node:fs/promises';

import type { CellValue } from 'hucre/xlsx';
import { describe, expect, it } from '@jest/globals';

import { madeSheet } from '../../test/support/made-sheet.js';
import { readRosterSheet, type ParsedRosterRow } from './roster-sheet.js';

const sample = (): Promise<Uint8Array> => readFile('test/samples/annex-2-roster.xlsx');

const head = ['姓名', '性别', '年龄', '学历', '入党时间', '民族', '主要志愿服务项目', '联系方式（办公、手机）'];
const good = ['朱言', '男', 31, '大专', '2024.4', '汉', '科普宣传', '89001333'];

/** The faults of one row in which some cells are replaced, as `code severity`. */
async function faultsOf(over: Readonly<Record<string, CellValue>>, filledOn = '2026.7.1'): Promise<string[]> {
  const row = head.map((label, at) => (label in over ? over[label] : good[at]) ?? null);
  const { faults } = await readRosterSheet(await madeSheet([['单位名称（盖章）：甲', `填表日期：${filledOn}`], head, row]));
  return faults.map(({ code, severity }) => `${code} ${severity}`);
}

const byName = (rows: readonly ParsedRosterRow[], name: string): ParsedRosterRow | undefined => rows.find((row) => row.name === name);

describe('The roster of the sample unit', () => {
  it('gives 26 rows in the order of the sheet, all of which can be taken in', async () => {
    const { header, rows, rowsRead, notes } = await readRosterSheet(await sample());
    expect([rows.length, rowsRead]).toEqual([26, 26]);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 26 }, (_, at) => at + 5));
    expect(header).toEqual({ unitName: '示例市示例中心', filledOn: { date: '2026-07-01', precision: 'day', row: 3 }, unreadDate: null });
    expect(notes).toEqual(['注：此表由各基层党组织填写，辖市区委组织部汇总。']);
  });

  it('cleans names and keeps rare characters', async () => {
    const names = (await readRosterSheet(await sample())).rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['丁宜', '毛青', '丁𠮷安', '石䶮', '阿依古丽·买买提']));
    expect(names.some((name) => /[\s\u3000]/u.test(name))).toBe(false);
  });

  it('reads a row to its last cell and keeps what was written', async () => {
    const { rows } = await readRosterSheet(await sample());
    expect(byName(rows, '左行起')).toEqual({
      row: 14,
      name: '左行起',
      sexCode: '1',
      statedAge: 58,
      educationCode: '21',
      educationText: '本科',
      joinedPartyOn: '1993-08',
      joinedAmbiguous: false,
      ethnicityCode: '01',
      ethnicityText: '汉',
      mainProjects: '社会服务，帮扶',
      projects: ['社会服务', '帮扶'],
      officePhones: ['89001111'],
      mobiles: [],
      source: {
        姓名: '左行起',
        性别: '男',
        年龄: '58',
        学历: '本科',
        入党时间: '1993.8',
        民族: '汉',
        主要志愿服务项目: '社会服务，帮扶',
        '联系方式（办公、手机）': '89001111',
      },
    });
  });

  it('takes two telephones out of one cell, and an age written as text', async () => {
    const { rows } = await readRosterSheet(await sample());
    expect(byName(rows, '尹川远')).toMatchObject({ officePhones: ['89001259'], mobiles: ['13100001002'] });
    expect(byName(rows, '万宜可')?.statedAge).toBe(31);
  });

  it('warns of the two joining months that Excel made ambiguous, naming January and October, and of nothing else', async () => {
    const { rows, faults } = await readRosterSheet(await sample());
    expect(faults.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [10, '入党时间', 'joined_ambiguous', 'warning'],
      [20, '入党时间', 'joined_ambiguous', 'warning'],
    ]);
    expect(faults[1]?.message).toBe('单元格是数字 1995.1，可能是1995年1月，也可能是1995年10月，请核对党员档案后选定（暂按1月）。');
    expect(rows.filter(({ joinedAmbiguous }) => joinedAmbiguous).map(({ name }) => name)).toEqual(['丁𠮷安', '叶水']);
  });
});

describe('A row of a roster', () => {
  it('is told all its faults at once', async () => {
    const faults = await faultsOf({ 姓名: '', 性别: '先生', 年龄: '三十', 学历: '', 入党时间: '前年', 民族: '银河', 主要志愿服务项目: '', '联系方式（办公、手机）': '' });
    expect(faults.toSorted()).toEqual([
      'age_must_be_whole_years fault',
      'contact_missing warning',
      'education_missing warning',
      'ethnicity_not_listed warning',
      'joined_unread fault',
      'sex_unknown fault',
      'text_must_not_be_empty fault',
      'text_must_not_be_empty fault',
    ]);
  });

  it.each([
    [17, ['age_out_of_range fault']],
    [18, []],
    [110, []],
    [111, ['age_out_of_range fault']],
    ['３１岁', []],
    [30.5, ['age_must_be_whole_years fault']],
  ])('with age %s', async (age, faults) => {
    expect(await faultsOf({ 年龄: age })).toEqual(faults);
  });

  it.each<[CellValue, string[]]>([
    ['2026.7', []],
    ['2026.8', ['joined_after_filling fault']],
    ['', ['joined_missing fault']],
    ['1997.10', []],
    [1997.1, ['joined_ambiguous warning']],
    [1997.12, []],
    ['1997年10月', []],
    ['1997.10.3', []],
    [new Date(Date.UTC(1997, 9, 1)), []],
    ['1997.13', ['joined_unread fault']],
  ])('with joining time %s', async (joined, faults) => {
    expect(await faultsOf({ 入党时间: joined })).toEqual(faults);
  });

  it('keeps words that are in no list', async () => {
    const row = head.map((label, at) => (label === '学历' ? '党校研究生班' : good[at]) ?? null);
    const { rows, faults } = await readRosterSheet(await madeSheet([head, row]));
    expect(rows[0]).toMatchObject({ educationCode: null, educationText: '党校研究生班' });
    expect(faults[0]?.message).toBe('“党校研究生班”不在学历代码表中，已保留原文，请在导入后选定代码。');
  });

  it('never repeats a telephone or an ID number in a message', async () => {
    const row = head.map((label, at) => ({ '联系方式（办公、手机）': '1380013800', 学历: '340199196501185406' })[label] ?? good[at] ?? null);
    const { faults } = await readRosterSheet(await madeSheet([head, row]));
    expect(faults.map(({ message }) => message).join('')).not.toMatch(/\d{6}/);
    expect(faults.map(({ code }) => code)).toEqual(['education_not_listed', 'phone_unread']);
  });

  it('is remarked upon when a name stands twice, naming the other row', async () => {
    const { rows, faults } = await readRosterSheet(await madeSheet([head, good, good]));
    expect(rows).toHaveLength(2);
    expect(faults.map(({ row, severity, message }) => [row, severity, message.slice(0, 8)])).toEqual([
      [2, 'warning', '与第 3 行同名'],
      [3, 'warning', '与第 2 行同名'],
    ]);
  });
});
