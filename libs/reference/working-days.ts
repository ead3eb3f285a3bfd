import chineseDays from 'chinese-days';
import { addDays, weekdayOf, yearOf, type DateText } from './dates.js';
import { isStatutoryHoliday } from './statutory-holidays.js';

export interface WorkingDay {
  date: DateText;
  /** True when a day on the way lies in a year whose State Council notice is not known here: show it as 暂定. */
  provisional: boolean;
}

/** A year's holidays and make-up working days as an operator copies them from the State Council's notice. */
export interface DeclaredYear {
  year: number;
  holidays: readonly DateText[];
  makeUpDays: readonly DateText[];
}

/** The n-th working day after the date, not counting the date itself; n ≥ 1, else RangeError. */
export function nthWorkingDayAfter(date: DateText, n: number, declared: readonly DeclaredYear[] = []): WorkingDay {
  if (!Number.isInteger(n) || n < 1) throw new RangeError('n must be a whole number from 1');
  let day = date;
  let provisional = false;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    const verdict = judge(day, declared);
    provisional ||= verdict.provisional;
    if (verdict.works) left -= 1;
  }
  return { date: day, provisional };
}

/** The day by which a service must be recorded: within 10 working days after it ended (Order 67 art. 11). */
export function tenthWorkingDayAfter(date: DateText, declared: readonly DeclaredYear[] = []): WorkingDay {
  return nthWorkingDayAfter(date, 10, declared);
}

/** Whether people work on the day, and whether that answer still waits for the year's notice. */
export function judge(day: DateText, declared: readonly DeclaredYear[] = []): { works: boolean; provisional: boolean } {
  const table = declared.find((entry) => entry.year === yearOf(day));
  if (table !== undefined) {
    const works = table.makeUpDays.includes(day) || (isWeekday(day) && !table.holidays.includes(day));
    return { works, provisional: false };
  }
  // Outside its tables chinese-days calls every weekday a working day, 1 January 2027 too.
  if (!hasNotice(yearOf(day))) return { works: isWeekday(day) && !isStatutoryHoliday(day), provisional: true };
  return { works: noticeVerdict(day) ?? isWeekday(day), provisional: awaitsNextNotice(day, declared) };
}

// Trap: chinese-days reads a date as UTC and takes its weekday in local time, so west of Greenwich isWorkday() takes
// a Saturday for a Friday. Whether a day stands in its tables is right everywhere: only then the name is no weekday
// but `National Day,国庆节,3`.
function noticeVerdict(day: DateText): boolean | null {
  const { name, work } = chineseDays.getDayDetail(day);
  return name.includes(',') ? work : null;
}

// Asked of the tables themselves, so that a newer chinese-days extends the coverage: every notice names 国庆.
function hasNotice(year: number): boolean {
  return noticeVerdict(`${year}-10-01`) === false;
}

// The notice for a year has moved days as early as 29 December of the year before (2018-12-29, for 元旦 2019).
function awaitsNextNotice(day: DateText, declared: readonly DeclaredYear[]): boolean {
  const year = yearOf(day);
  if (day < `${year}-12-29` || hasNotice(year + 1)) return false;
  return !declared.some((entry) => entry.year === year + 1);
}

function isWeekday(day: DateText): boolean {
  return weekdayOf(day) <= 5;
}
