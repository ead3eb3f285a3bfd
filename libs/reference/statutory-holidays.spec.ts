import { expect, it } from '@jest/globals';
import { addDays } from './dates.js';
import { isStatutoryHoliday } from './statutory-holidays.js';

function statutoryHolidaysOf(year: number): string[] {
  return Array.from({ length: 365 }, (_, index) => addDays(`${year}-01-01`, index)).filter(isStatutoryHoliday);
}

it.each([
  [
    2025,
    [
      '01-01',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-04',
      '05-01',
      '05-02',
      '05-31',
      '10-01',
      '10-02',
      '10-03',
      '10-06',
    ],
  ],
  [
    2027,
    [
      '01-01',
      '02-05',
      '02-06',
      '02-07',
      '02-08',
      '04-05',
      '05-01',
      '05-02',
      '06-09',
      '09-15',
      '10-01',
      '10-02',
      '10-03',
    ],
  ],
  [2028, ['01-01', '01-25', '01-26', '01-27', '01-28', '04-04', '05-01', '05-02', '05-28', '10-01', '10-02', '10-03']],
])('%d has its thirteen days, fewer when two of them meet', (year, days) => {
  expect(statutoryHolidaysOf(year)).toEqual(days.map((day) => `${year}-${day}`));
});

it('the moon festivals after a leap month come a month later', () => {
  expect(isStatutoryHoliday('2023-06-22')).toBe(true);
  expect(isStatutoryHoliday('2023-09-29')).toBe(true);
  expect(isStatutoryHoliday('2025-09-07')).toBe(false);
});
