import type { Brand } from './brand.js';

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`; never a JavaScript Date, which turns 31 April into 1 May. */
export type LocalDate = Brand<string, 'LocalDate'>;
/** `YYYY-MM`: forms give joining and birth by month. */
export type YearMonth = Brand<string, 'YearMonth'>;
/** `HH:MM`, 00:00 to 24:00, local time of the day of service. */
export type TimeOfDay = Brand<string, 'TimeOfDay'>;
/** Whole minutes. Hours exist only on print. */
export type Minutes = Brand<number, 'Minutes'>;
/** UTC instant with milliseconds, `2026-11-22T00:26:31.123Z`. */
export type Instant = Brand<string, 'Instant'>;

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** True for a day that exists: 2028-02-29 is one, 2027-02-29 is not. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string') return false;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const length = (daysIn[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  return year >= 1900 && day >= 1 && day <= length;
}

export const isYearMonth = (value: unknown): value is YearMonth =>
  typeof value === 'string' && /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(value);

export const isTimeOfDay = (value: unknown): value is TimeOfDay =>
  typeof value === 'string' && (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) || value === '24:00');

export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value) && isLocalDate(value.slice(0, 10));

/** Minutes since midnight, 0 to 1,440. */
export const minuteOfDay = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

export const plusMinutes = (a: Minutes, b: Minutes): Minutes => (a + b) as Minutes;
