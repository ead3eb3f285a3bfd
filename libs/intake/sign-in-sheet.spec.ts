import { readFile } from 'node:fs/promises';

import type { CellValue } from 'hucre/xlsx';
import { describe, expect, it } from '@jest/globals';

import { madeSheet } from '../../test/support/made-sheet.js';
import { readSignInSheet, type SignInReading } from './sign-in-sheet.js';

const head = ['活动名称', '活动日期', '开始时间', '结束时间', '地点', '服务内容', '组织单位', '活动负责人', '队伍', '姓名', '服务时间（小时）', '备注'];
const good: CellValue[] = ['社区义诊', '2026-01-17', '08:30', '', '示例社区', '量血压', '示例中心', '朱言', '一队', '于起', 2.5, ''];
const withCells = (over: Readonly<Record<string, CellValue>>): CellValue[] => head.map((label, at) => (label in over ? over[label] : good[at]) ?? null);
const read = async (...rows: CellValue[][]): Promise<SignInReading> => readSignInSheet(await madeSheet([head, ...rows]));
const told = ({ faults }: SignInReading): string[] => faults.map(({ row, code, severity }) => `${row} ${code} ${severity}`);

describe('A year of sign-in sheets of the sample unit', () => {
  it('holds 228 rows, 12 activities and 531 hours, without a fault', async () => {
    const reading = await readSignInSheet(await readFile('test/samples/sign-in-sheets-2026.xlsx'));
    expect([reading.rows.length, reading.rowsRead, reading.activityCount]).toEqual([228, 228, 12]);
    expect(reading.totalMinutes).toBe(531 * 60);
    expect([reading.faults, reading.notes]).toEqual([[], []]);
  });

  it('gives each row whole, with the end left open', async () => {
    const { rows } = await readSignInSheet(await readFile('test/samples/sign-in-sheets-2026.xlsx'));
    expect(rows[0]).toEqual({
      row: 2,
      activityTitle: '社区义诊',
      heldOn: '2026-01-17',
      startsAt: '08:30',
      endsAt: null,
      place: '示例社区',
      content: '社区义诊服务',
      organizerName: '示例市示例中心',
      leaderName: '朱言',
      teamName: '示例中心党员志愿服务队1队（检验队）',
      name: '朱言',
      minutes: 150,
      note: '',
    });
  });
});

describe('A sign-in row', () => {
  it('is told all its faults at once, and its minutes do not count', async () => {
    const reading = await read(good, head.map((label) => (label === '备注' ? '补' : null)));
    expect(reading.faults.map(({ row, column }) => [row, column])).toEqual(
      ['活动名称', '活动日期', '开始时间', '服务时间（小时）', '地点', '服务内容', '组织单位', '活动负责人', '队伍', '姓名'].map((column) => [3, column]),
    );
    expect([reading.rows.length, reading.rowsRead, reading.totalMinutes]).toEqual([1, 2, 150]);
  });

  it('may hold its day and times as Excel dates', async () => {
    const reading = await read(withCells({ 活动日期: new Date(Date.UTC(2026, 0, 17)), 开始时间: 8.5 / 24, 结束时间: '11：00' }));
    expect(told(reading)).toEqual([]);
    expect(reading.rows[0]).toMatchObject({ heldOn: '2026-01-17', startsAt: '08:30', endsAt: '11:00', minutes: 150 });
  });

  it.each<[CellValue, string[]]>([
    [-1, ['2 service_time_out_of_range fault']],
    [0, ['2 service_time_out_of_range fault']],
    [1 / 60, []],
    [15.5, []],
    [24.5, ['2 service_time_out_of_range fault']],
    [2.33, ['2 service_time_must_be_whole_minutes fault']],
    ['半天', ['2 service_time_unread fault']],
    ['', ['2 service_time_missing fault']],
  ])('with %s hours', async (hours, faults) => {
    expect(told(await read(withCells({ '服务时间（小时）': hours })))).toEqual(faults);
  });

  it('may last the whole day, and not a minute into the next (A-26)', async () => {
    expect(told(await read(withCells({ 开始时间: '00:00', '服务时间（小时）': 24 })))).toEqual([]);
    expect(told(await read(withCells({ 开始时间: '22:00', '服务时间（小时）': 2 })))).toEqual([]);
    expect(told(await read(withCells({ 开始时间: '22:01', '服务时间（小时）': 2 })))).toEqual(['2 service_must_end_on_its_day fault']);
  });

  it('counts no more than lies between start and end, and may count less', async () => {
    expect(told(await read(withCells({ 结束时间: '10:59' })))).toEqual(['2 service_time_exceeds_span fault']);
    expect(told(await read(withCells({ 结束时间: '11:00' })))).toEqual([]);
    expect(told(await read(withCells({ 结束时间: '12:00' })))).toEqual([]);
  });

  it('takes an empty time from start and end, and says so', async () => {
    const reading = await read(withCells({ 结束时间: '11:10', '服务时间（小时）': '' }));
    expect(told(reading)).toEqual(['2 service_time_taken_from_span warning']);
    expect(reading.totalMinutes).toBe(160);
  });

  it('does not end before it starts', async () => {
    expect(told(await read(withCells({ 结束时间: '08:30' })))).toEqual(['2 end_must_follow_start fault']);
    expect(told(await read(withCells({ 开始时间: '早上' })))).toEqual(['2 starts_at_unread fault']);
  });

  it('is in minutes under a header in minutes, and refused under a header without either', async () => {
    const under = (label: string, value: number): Promise<Uint8Array> =>
      madeSheet([head.map((name) => (name === '服务时间（小时）' ? label : name)), withCells({ '服务时间（小时）': value })]);
    expect((await readSignInSheet(await under('服务时长（分钟）', 90))).totalMinutes).toBe(90);
    await expect(readSignInSheet(await under('服务时长（天）', 1))).rejects.toMatchObject({ code: 'column_missing' });
  });
});

describe('The same name twice on one day', () => {
  it('in one team at overlapping times is a fault on both rows, naming the other', async () => {
    const reading = await read(good, withCells({ 活动名称: '河道清洁', 开始时间: '10:59' }));
    expect(told(reading)).toEqual(['2 service_times_overlap fault', '3 service_times_overlap fault']);
    expect(reading.faults[0]?.message).toContain('第 3 行');
    expect(reading.totalMinutes).toBe(0);
  });

  it('one after the other is in order', async () => {
    expect(told(await read(good, withCells({ 活动名称: '河道清洁', 开始时间: '11:00' })))).toEqual([]);
  });

  it('at the same activity is a repetition', async () => {
    expect(told(await read(good, good))).toEqual(['2 signed_in_twice fault', '3 signed_in_twice fault']);
  });

  it('in two teams may be two people', async () => {
    const reading = await read(good, withCells({ 队伍: '二队' }));
    expect(told(reading)).toEqual(['2 namesake_serves_at_same_time warning', '3 namesake_serves_at_same_time warning']);
    expect(reading.totalMinutes).toBe(300);
  });

  it('on two days is in order', async () => {
    expect(told(await read(good, withCells({ 活动日期: '2026-01-18' })))).toEqual([]);
  });
});

describe('A long sign-in sheet', () => {
  it('is read to 10,000 rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => withCells({ 姓名: `志愿者${'甲乙丙丁'[at % 4]}${String.fromCodePoint(0x4e00 + at)}` }));
    expect((await read(...rows)).totalMinutes).toBe(10_000 * 150);
  });
});
