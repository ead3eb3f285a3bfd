import chineseDays from 'chinese-days';
import { addDays, yearOf, type DateText } from './dates.js';

const FIXED_DAYS: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
const LUNAR_EPOCH = { year: 1900, firstDay: '1900-01-31' };

/**
 * Whether the day itself is a holiday for everybody by 全国年节及纪念日放假办法 art. 2 (as revised 2024-11-10),
 * without the days that each year's notice moves around it. Years 1900–2099.
 */
export function isStatutoryHoliday(day: DateText): boolean {
  return FIXED_DAYS.includes(day.slice(5)) || movableHolidays(yearOf(day)).includes(day);
}

function movableHolidays(year: number): DateText[] {
  const springFestival = lunarDate(year, 1, 1);
  return [
    ...[-1, 0, 1, 2].map((days) => addDays(springFestival, days)),
    tombSweepingDay(year),
    lunarDate(year, 5, 5),
    lunarDate(year, 8, 15),
  ];
}

// Trap: chinese-days answers with dates through the server's time zone, one day early west of Greenwich. Only its
// counts of days in lunar months are used here.
function lunarDate(year: number, month: number, day: number): DateText {
  let days = day - 1;
  for (let past = LUNAR_EPOCH.year; past < year; past += 1) days += daysOfLunarMonths(past, 12);
  return addDays(LUNAR_EPOCH.firstDay, days + daysOfLunarMonths(year, month - 1));
}

// A leap month follows the month whose number it repeats, so it counts as soon as that month is over.
function daysOfLunarMonths(year: number, months: number): number {
  const leap = chineseDays.getYearLeapMonth(year);
  let days = leap.leapMonth !== undefined && leap.leapMonth <= months ? leap.days : 0;
  for (let month = 1; month <= months; month += 1) days += chineseDays.monthDays(year, month);
  return days;
}

// The usual day count of 清明 within a century; the sun's own date differs from it in no year of 2000–2099.
function tombSweepingDay(year: number): DateText {
  const ofCentury = year % 100;
  const day = Math.floor(ofCentury * 0.2422 + (year >= 2000 ? 4.81 : 5.59)) - Math.floor(ofCentury / 4);
  return `${year}-04-0${day}`;
}
