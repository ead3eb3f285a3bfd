import { addDays, dateOf, parseLocalDate } from '#libs/reference/dates';

import { textOfCell } from './table.js';
import type { Cell } from './workbook.js';

export const minutesPerDay = 1_440;

const serialOf2000 = 36_526;
const serialOf2100 = 73_051;

/** The day in a cell, `YYYY-MM-DD`: text, a spreadsheet date, or its bare number; null if it names no day. */
export function dayIn(cell: Cell): string | null {
  if (typeof cell === 'number' && cell >= serialOf2000 && cell < serialOf2100) return addDays('2000-01-01', Math.floor(cell) - serialOf2000);
  const text = textOfCell(cell);
  const compact = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (compact) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return parseLocalDate(text.replace(/(?:T|\s+)00:00(?::00)?$|\s*[（(]?(?:星期|周)[一二三四五六日天][)）]?$/u, ''));
}

/** The time of day in a cell, `HH:MM`, 00:00 to 24:00; null if it is none. */
export function timeIn(cell: Cell): string | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : timeText(Math.round((cell.getTime() % 86_400_000) / 60_000));
  if (typeof cell === 'number') return cell >= 0 && cell <= 1 ? timeText(Math.round(cell * minutesPerDay)) : null;
  return writtenTime(textOfCell(cell).normalize('NFKC').replace(/\s/gu, ''));
}

/** 8:30, 8点30分, 8点半, 下午2:30. */
function writtenTime(text: string): string | null {
  const written = /^(上午|下午|晚上?)?(\d{1,2})[:.点时](\d{1,2}|半)?分?(?::\d{2}(?:\.\d+)?)?$/u.exec(text);
  if (!written) return null;
  const [, part = '上午', hours = '', minutes = '0'] = written;
  const hour = Number(hours) + (part !== '上午' && Number(hours) < 12 ? 12 : 0);
  const minute = minutes === '半' ? 30 : Number(minutes);
  return minute < 60 ? timeText(hour * 60 + minute) : null;
}

/** A spreadsheet keeps a time before 1900-01-01 as a negative instant. */
function timeText(minuteOfDay: number): string | null {
  const minute = minuteOfDay < 0 ? minuteOfDay + minutesPerDay : minuteOfDay;
  if (minute > minutesPerDay) return null;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

export type Duration = { readonly minutes: number } | { readonly unread: 'not_a_number' | 'not_whole_minutes' };

/** 2.5, `2.5小时`, `2小时30分`, `150分钟`; the bare number is in the unit of the header. */
export function durationIn(cell: Cell, unit: 'hours' | 'minutes'): Duration {
  if (cell instanceof Date || typeof cell === 'boolean') return { unread: 'not_a_number' };
  const text = textOfCell(cell).normalize('NFKC').replace(/\s/gu, '');
  const written = /^(-?\d+(?:\.\d+)?(?:e-?\d+)?)(小时|个小时|时|h|分钟|分|min)?(?:(\d{1,2})分钟?)?$/iu.exec(text);
  if (!written) return { unread: 'not_a_number' };
  const inMinutes = written[2] ? /^(分|min)/iu.test(written[2]) : unit === 'minutes';
  const minutes = Number(written[1]) * (inMinutes ? 1 : 60) + Number(written[3] ?? 0);
  // 1.7 × 60 and a cell holding =20/60 miss a whole number by the arithmetic alone.
  return Math.abs(minutes - Math.round(minutes)) < 1e-6 ? { minutes: Math.round(minutes) } : { unread: 'not_whole_minutes' };
}
