import { describe, expect, it } from '@jest/globals';
import { judge, nthWorkingDayAfter, tenthWorkingDayAfter } from './working-days.js';

describe('the day by which a service must be recorded', () => {
  it('of an activity that ended on 1 July 2026 is 15 July', () => {
    expect(nthWorkingDayAfter('2026-07-01', 9).date).toBe('2026-07-14');
    expect(tenthWorkingDayAfter('2026-07-01')).toEqual({ date: '2026-07-15', provisional: false });
    expect(nthWorkingDayAfter('2026-07-01', 11).date).toBe('2026-07-16');
  });

  it('is the same for a Friday, a Saturday and a Sunday end', () => {
    expect(tenthWorkingDayAfter('2026-07-03').date).toBe('2026-07-17');
    expect(tenthWorkingDayAfter('2026-07-04').date).toBe('2026-07-17');
    expect(tenthWorkingDayAfter('2026-07-05').date).toBe('2026-07-17');
  });

  it('leaps the holiday week and counts make-up days, even on a Sunday', () => {
    expect(nthWorkingDayAfter('2026-09-30', 1)).toEqual({ date: '2026-10-08', provisional: false });
    expect(judge('2026-01-04')).toEqual({ works: true, provisional: false });
    expect(judge('2026-02-17')).toEqual({ works: false, provisional: false });
  });

  it('n is a whole number from 1', () => {
    expect(() => nthWorkingDayAfter('2026-07-01', 0)).toThrow(RangeError);
    expect(() => nthWorkingDayAfter('2026-07-01', 1.5)).toThrow(RangeError);
    expect(nthWorkingDayAfter('2026-07-01', 1).date).toBe('2026-07-02');
  });
});

describe('a year without a known notice', () => {
  it('begins with a holiday although the tables say otherwise, and is marked provisional', () => {
    expect(judge('2027-01-01')).toEqual({ works: false, provisional: true });
    expect(nthWorkingDayAfter('2026-12-28', 1)).toEqual({ date: '2026-12-29', provisional: true });
    expect(nthWorkingDayAfter('2026-12-25', 1)).toEqual({ date: '2026-12-28', provisional: false });
    expect(nthWorkingDayAfter('2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: true });
  });

  it.each([
    ['2027-02-05', '除夕'],
    ['2027-02-08', '初三'],
    ['2027-04-05', '清明'],
    ['2028-05-01', '劳动节'],
    ['2028-05-02', '劳动节次日'],
    ['2027-06-09', '端午'],
    ['2027-09-15', '中秋'],
    ['2027-10-01', '国庆'],
  ])('rests on %s (%s)', (day) => {
    expect(judge(day)).toEqual({ works: false, provisional: true });
  });

  it.each(['2027-02-04', '2027-02-09', '2027-09-30', '2027-10-04', '2027-05-04'])('works on %s', (day) => {
    expect(judge(day)).toEqual({ works: true, provisional: true });
  });

  it('is settled by the table an operator enters', () => {
    const declared = [{ year: 2027, holidays: ['2027-01-01', '2027-01-04'], makeUpDays: ['2027-01-09'] }];
    expect(nthWorkingDayAfter('2026-12-31', 1, declared)).toEqual({ date: '2027-01-05', provisional: false });
    expect(judge('2027-01-09', declared)).toEqual({ works: true, provisional: false });
    expect(judge('2026-12-31', declared)).toEqual({ works: true, provisional: false });
  });

  it('lies before 2004 too', () => {
    expect(judge('2003-10-01')).toEqual({ works: false, provisional: true });
    expect(judge('2004-10-01')).toEqual({ works: false, provisional: false });
  });
});
