import type { CellValue } from 'hucre/xlsx';
import { describe, expect, it } from '@jest/globals';

import { dayIn, durationIn, timeIn } from './service-time.js';

describe('A day in a cell', () => {
  it.each<[CellValue, string | null]>([
    ['2026-01-17', '2026-01-17'],
    ['2026.1.17', '2026-01-17'],
    ['2026年1月17日（星期六）', '2026-01-17'],
    ['2026-01-17 00:00:00', '2026-01-17'],
    ['20260117', '2026-01-17'],
    [20260117, '2026-01-17'],
    [46039, '2026-01-17'],
    [new Date(Date.UTC(2026, 0, 17)), '2026-01-17'],
    ['2028-02-29', '2028-02-29'],
    ['2027-02-29', null],
    ['1月17日', null],
    [17, null],
    ['', null],
    [null, null],
  ])('%s is %s', (cell, day) => {
    expect(dayIn(cell)).toBe(day);
  });
});

describe('A time of day in a cell', () => {
  it.each<[CellValue, string | null]>([
    ['08:30', '08:30'],
    ['8：30', '08:30'],
    ['8:30:00', '08:30'],
    ['8点30分', '08:30'],
    ['8点', '08:00'],
    ['8点半', '08:30'],
    ['下午2:30', '14:30'],
    ['24:00', '24:00'],
    ['24:01', null],
    ['8:60', null],
    [0.354166667, '08:30'],
    [0, '00:00'],
    [8.5, null],
    [new Date(Date.UTC(1899, 11, 31, 8, 30)), '08:30'],
    [new Date(Date.UTC(2026, 0, 17, 8, 30)), '08:30'],
    ['上午', null],
  ])('%s is %s', (cell, time) => {
    expect(timeIn(cell)).toBe(time);
  });
});

describe('A duration in a cell', () => {
  it.each<[CellValue, number]>([
    [2.5, 150],
    ['2.5', 150],
    ['２．５小时', 150],
    ['2小时30分', 150],
    ['150分钟', 150],
    [0.1, 6],
    [1.7, 102],
    [20 / 60, 20],
  ])('%s is %i minutes', (cell, minutes) => {
    expect(durationIn(cell, 'hours')).toEqual({ minutes });
  });

  it('is in minutes under a header in minutes', () => {
    expect(durationIn(90, 'minutes')).toEqual({ minutes: 90 });
    expect(durationIn('1.5小时', 'minutes')).toEqual({ minutes: 90 });
  });

  it.each([[2.33], ['0.01'], ['1.999']])('%s hours is no whole number of minutes', (cell) => {
    expect(durationIn(cell, 'hours')).toEqual({ unread: 'not_whole_minutes' });
  });

  it.each<[CellValue]>([['半天'], ['#N/A'], [true], [new Date(0)], ['2;30']])('%s is no number', (cell) => {
    expect(durationIn(cell, 'hours')).toEqual({ unread: 'not_a_number' });
  });
});
