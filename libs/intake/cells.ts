import { cleanName, cleanText } from '#libs/reference/text';

import type { FaultList } from './fault.js';
import type { TableRow } from './table.js';

/** One row being checked, and where its faults go. */
export interface Reading<Key extends string> {
  readonly row: TableRow<Key>;
  readonly faults: FaultList;
  /** The printed header of a key. */
  readonly label: (key: Key) => string;
}

export function fault<Key extends string>({ row, faults, label }: Reading<Key>, key: Key, code: string, message: string): void {
  faults.fault(row.row, label(key), code, message);
}

export function warn<Key extends string>({ row, faults, label }: Reading<Key>, key: Key, code: string, message: string): void {
  faults.warn(row.row, label(key), code, message);
}

const nameFaults = {
  text_must_not_be_empty: '没有填写，请补填。',
  text_must_not_hide_characters: '含有看不见的字符或换行，请重新录入。',
  text_must_not_be_too_long: '超过 50 个字，请核对是否串了列。',
} as const;

/** A person's name as stored, `丁　宜` joined; empty text after a fault. */
export function nameOf<Key extends string>(reading: Reading<Key>, key: Key): string {
  const text = reading.row.text(key);
  const cleaned = cleanName(text);
  if (!cleaned.ok) return faultyText(reading, key, cleaned.fault);
  if (/^[\d\s.\-#]+$|^#/u.test(cleaned.text)) {
    fault(reading, key, 'name_must_be_a_name', `“${reading.label(key)}”不是姓名，请核对是否串了列。`);
    return '';
  }
  return cleaned.text;
}

/** A free text as stored; a fault if it is needed and empty. */
export function textOf<Key extends string>(reading: Reading<Key>, key: Key, demand: 'needed' | 'optional', lengthMax = 200): string {
  const cleaned = cleanText(reading.row.text(key), lengthMax);
  if (cleaned.ok) return cleaned.text;
  if (cleaned.fault === 'text_must_not_be_empty' && demand === 'optional') return '';
  if (cleaned.fault === 'text_must_not_be_too_long') {
    fault(reading, key, cleaned.fault, `“${reading.label(key)}”超过 ${lengthMax} 个字，请精简。`);
    return '';
  }
  return faultyText(reading, key, cleaned.fault);
}

function faultyText<Key extends string>(reading: Reading<Key>, key: Key, code: keyof typeof nameFaults): '' {
  fault(reading, key, code, `“${reading.label(key)}”${nameFaults[code]}`);
  return '';
}

/** A whole number that may carry a unit (`7人`, `31 岁`) and full-width digits; null if it is none. */
export function wholeNumberIn(text: string): number | null {
  const digits = /^(\d{1,6})(?:\.0+)?[人名支岁个]?$/u.exec(text.normalize('NFKC').replace(/\s/gu, ''))?.[1];
  return digits === undefined ? null : Number(digits);
}

/** `第 5、9 行`. */
export const rowList = (rows: readonly number[]): string => `第 ${rows.join('、')} 行`;

/** Calls `tell` for each item that shares its key with others, naming their rows; an empty key is shared with nobody. */
export function tellSharing<T extends { readonly row: number }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  tell: (item: T, otherRows: string, group: readonly T[]) => void,
): void {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  groups.delete('');
  for (const group of groups.values())
    if (group.length > 1)
      for (const item of group) tell(item, rowList(group.map(({ row }) => row).filter((row) => row !== item.row)), group);
}
