/**
 * Calendar arithmetic on plain `YYYY-MM-DD` strings by whole-number day counts, so that no answer depends on
 * the server's time zone and no impossible day is accepted (`new Date('2027-02-29')` silently becomes 1 March).
 */
export type DateText = string;

type Civil = { year: number; month: number; day: number };

const DAYS_PER_ERA = 146_097;
const DAYS_FROM_ERA_START_TO_1970 = 719_468;
const SHANGHAI_OFFSET_MINUTES = 480;
const MINUTES_PER_DAY = 1_440;

// GB 11643's own example of an ID number is of somebody born in 1880; a date written today is never that old.
const EARLIEST_YEAR = 1800;
const EARLIEST_WRITTEN_DATE = '1900-01-01';

const DATE_TEXT =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
const INSTANT_TEXT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The day a person wrote (2026-07-01, 2026.7.1, 2026/7/1, 2026年7月1日, full-width too), or null if no such day exists. */
export function parseLocalDate(text: string): DateText | null {
  const match = DATE_TEXT.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (match === null) return null;
  const [year, month, day] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = dateOf(year, month, day);
  return date !== null && date >= EARLIEST_WRITTEN_DATE ? date : null;
}

/** The date text of a year, a month 1–12 and a day, or null if the calendar has no such day. */
export function dateOf(year: number, month: number, day: number): DateText | null {
  const isReal = year >= EARLIEST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isReal ? textOf({ year, month, day }) : null;
}

/** The day `days` after (or, when negative, before) the date. Throws RangeError on a text that is no date. */
export function addDays(date: DateText, days: number): DateText {
  return textOf(civilOfDayNumber(dayNumber(date) + days));
}

/** Whole days from the first date to the second; negative when the second lies earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return dayNumber(to) - dayNumber(from);
}

/** -1, 0 or 1 as the first date lies before, on or after the second. */
export function compareDates(left: DateText, right: DateText): -1 | 0 | 1 {
  const days = daysBetween(right, left);
  if (days === 0) return 0;
  return days < 0 ? -1 : 1;
}

/** 1 Monday … 7 Sunday, as in GB/T 7408. */
export function weekdayOf(date: DateText): number {
  const mondayBased = (dayNumber(date) + 3) % 7;
  return ((mondayBased + 7) % 7) + 1;
}

/** The calendar year of a day. */
export function yearOf(date: DateText): number {
  return civilOf(date).year;
}

/**
 * The day in China of an instant `…Z` or `…+08:00`. Throws RangeError on other texts and on instants before
 * 1992, because China kept summer time in 1986–1991 and a fixed UTC+8 would name the wrong day.
 */
export const dayOfInstant = (instant: string): DateText => shanghaiOf(instant).day;

/** The minute in China of an instant, `YYYY-MM-DD HH:MM`. Throws RangeError as `dayOfInstant` does. */
export function minuteOfInstant(instant: string): string {
  const { day, minuteOfDay } = shanghaiOf(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day} ${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

function shanghaiOf(instant: string): { readonly day: DateText; readonly minuteOfDay: number } {
  const match = INSTANT_TEXT.exec(instant);
  const [, date, hours, minutes, zone] = match ?? [];
  if (date === undefined || zone === undefined) throw new RangeError('not an instant with a zone');
  const minuteOfDay = Number(hours) * 60 + Number(minutes) - offsetMinutes(zone) + SHANGHAI_OFFSET_MINUTES;
  const day = addDays(date, Math.floor(minuteOfDay / MINUTES_PER_DAY));
  if (yearOf(day) < 1992) throw new RangeError('instants before 1992 have no fixed offset in China');
  return { day, minuteOfDay: ((minuteOfDay % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY };
}

/**
 * Completed years (周岁) on a day; a birth given as `YYYY-MM` counts from the first of its month. Throws
 * RangeError when the birth lies after the day. Someone born on 29 February completes a year on 1 March of a
 * common year: by the Civil Code arts. 201–202 the year ends with the last day of February (no corresponding
 * day), so before 1 March it is not yet full.
 */
export function completedYears(birth: DateText, on: DateText): number {
  const born = civilOf(birth.length === 7 ? `${birth}-01` : birth);
  const today = civilOf(on);
  const birthdayStillToCome = today.month < born.month || (today.month === born.month && today.day < born.day);
  const years = today.year - born.year - (birthdayStillToCome ? 1 : 0);
  if (years < 0) throw new RangeError('birth lies after the day');
  return years;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function civilOf(date: DateText): Civil {
  const civil = { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
  if (dateOf(civil.year, civil.month, civil.day) !== date) throw new RangeError('not a date YYYY-MM-DD');
  return civil;
}

function textOf({ year, month, day }: Civil): DateText {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}

// Years are counted from 1 March so that the leap day is the last of its year; the eras are 400 years long
// (the "days from civil" method of H. Hinnant). Day 0 is 1970-01-01.
function dayNumber(date: DateText): number {
  const { year, month, day } = civilOf(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_FROM_ERA_START_TO_1970;
}

function civilOfDayNumber(days: number): Civil {
  const shifted = days + DAYS_FROM_ERA_START_TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
