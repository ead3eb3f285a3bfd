import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  compareDates,
  completedYears,
  dateOf,
  dayOfInstant,
  minuteOfInstant,
  daysBetween,
  parseLocalDate,
  weekdayOf,
  yearOf,
} from './dates.js';

describe('a written date', () => {
  it.each([
    '2026-07-01',
    '2026-7-1',
    '2026.7.1',
    '2026.07.01',
    '2026/7/1',
    '2026年7月1日',
    ' 2026年 7月 1日 ',
    '２０２６．７．１',
    '２０２６年７月１日',
  ])('%s is read as 1 July 2026', (text) => {
    expect(parseLocalDate(text)).toBe('2026-07-01');
  });

  it.each([
    '2027-02-29',
    '2027-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-07-00',
    '2026-07-32',
    '1900-02-29',
    '2026-07',
    '26-07-01',
    '2026-07/01',
    '2026年7月1',
    '20260701',
    '2026-07-01T00:00',
    '1899-12-31',
    '',
    '今天',
  ])('%s is no date', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });

  it('29 February exists in leap years, among them 2000 and 2028', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
    expect(parseLocalDate('2000-02-29')).toBe('2000-02-29');
    expect(dateOf(2100, 2, 29)).toBeNull();
  });
});

describe('counting days', () => {
  it('passes month ends, year ends and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2000-02-29', 36_525)).toBe('2100-03-01');
  });

  it('agrees with the JavaScript calendar on every day from 1900 to 2100', () => {
    const wrong: string[] = [];
    for (let day = 0; day < 73_414; day += 1) {
      const theirs = new Date(Date.UTC(1900, 0, 1 + day));
      const expected = theirs.toISOString().slice(0, 10);
      const ours = addDays('1900-01-01', day);
      if (ours !== expected || daysBetween('1900-01-01', ours) !== day) wrong.push(expected);
      if (weekdayOf(ours) !== (theirs.getUTCDay() || 7)) wrong.push(expected);
    }
    expect(wrong).toEqual([]);
  });

  it('is negative backwards', () => {
    expect(daysBetween('2026-07-15', '2026-07-01')).toBe(-14);
    expect(daysBetween('2026-07-01', '2026-07-01')).toBe(0);
  });

  it('orders dates', () => {
    expect(compareDates('2026-06-30', '2026-07-01')).toBe(-1);
    expect(compareDates('2026-07-01', '2026-07-01')).toBe(0);
    expect(compareDates('2026-07-02', '2026-07-01')).toBe(1);
  });

  it('refuses what is no date', () => {
    expect(() => addDays('2027-02-29', 1)).toThrow(RangeError);
    expect(() => yearOf('2027')).toThrow(RangeError);
    expect(() => daysBetween('2026-7-1', '2026-07-02')).toThrow(RangeError);
  });

  it('names the year', () => {
    expect(yearOf('2026-12-31')).toBe(2026);
  });
});

describe('the day of an instant', () => {
  it('turns at midnight in China, whatever the zone of the text', () => {
    expect(dayOfInstant('2026-07-01T15:59:59.999Z')).toBe('2026-07-01');
    expect(dayOfInstant('2026-07-01T16:00:00Z')).toBe('2026-07-02');
    expect(dayOfInstant('2026-07-01T23:59:59+08:00')).toBe('2026-07-01');
    expect(dayOfInstant('2026-07-02T00:00+08:00')).toBe('2026-07-02');
    expect(dayOfInstant('2026-07-01T23:00:00-05:00')).toBe('2026-07-02');
    expect(dayOfInstant('2026-12-31T16:00:00Z')).toBe('2027-01-01');
  });

  it('needs a zone and a day that exists', () => {
    expect(() => dayOfInstant('2026-07-01T16:00:00')).toThrow(RangeError);
    expect(() => dayOfInstant('2027-02-29T16:00:00Z')).toThrow(RangeError);
    expect(() => dayOfInstant('2026-07-01')).toThrow(RangeError);
  });

  it('is refused before 1992, when China kept summer time', () => {
    expect(() => dayOfInstant('1991-07-01T16:00:00Z')).toThrow(RangeError);
    expect(dayOfInstant('1991-12-31T16:00:00Z')).toBe('1992-01-01');
  });
});

describe('completed years', () => {
  it('turn on the birthday', () => {
    expect(completedYears('1983-07-15', '2013-07-14')).toBe(29);
    expect(completedYears('1983-07-15', '2013-07-15')).toBe(30);
    expect(completedYears('1983-07-15', '2013-07-16')).toBe(30);
    expect(completedYears('1983-07-15', '1983-07-15')).toBe(0);
  });

  it('count a birth of month precision from the first of the month', () => {
    expect(completedYears('1983-07', '2013-06-30')).toBe(29);
    expect(completedYears('1983-07', '2013-07-01')).toBe(30);
  });

  it('of a leap-day child are full on 1 March of a common year and on 29 February of a leap year', () => {
    expect(completedYears('2000-02-29', '2026-02-28')).toBe(25);
    expect(completedYears('2000-02-29', '2026-03-01')).toBe(26);
    expect(completedYears('2000-02-29', '2028-02-28')).toBe(27);
    expect(completedYears('2000-02-29', '2028-02-29')).toBe(28);
  });

  it('cannot be counted before birth', () => {
    expect(() => completedYears('2026-07-02', '2026-07-01')).toThrow(RangeError);
  });
});

describe('the minute in China of an instant', () => {
  it.each([
    ['2026-06-30T15:59:59.999Z', '2026-06-30 23:59'],
    ['2026-06-30T16:00:00.000Z', '2026-07-01 00:00'],
    ['2026-12-31T18:05:00.000Z', '2027-01-01 02:05'],
    ['2026-07-01T00:30:00+08:00', '2026-07-01 00:30'],
  ])('%s is %s', (instant, minute) => {
    expect(minuteOfInstant(instant)).toBe(minute);
  });
});
