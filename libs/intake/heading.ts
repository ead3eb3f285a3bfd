import { parseLocalDate } from '#libs/reference/dates';
import { parseYearMonth } from '#libs/reference/year-month';

import { textOfCell } from './table.js';
import type { SheetRow } from './workbook.js';

/** 填表日期 as it was given: to the day, or to the month only (`2026.7`). */
export interface FilledOn {
  readonly date: string;
  readonly precision: 'day' | 'month';
  /** The row it stands in, from 1. */
  readonly row: number;
}

/** What stands in the line over the table; null where the line is empty or not there. */
export interface Heading {
  readonly unitName: string | null;
  readonly filledOn: FilledOn | null;
  /** 填表日期 that could not be read, as written. */
  readonly unreadDate: { readonly text: string; readonly row: number } | null;
}

const labels = {
  unitName: /(?:填报)?单位(?:名称)?\s*(?:[（(]\s*盖\s*章\s*[)）]|盖\s*章)?\s*[:：]/u,
  filledOn: /填[表报](?:日期|时间)\s*[:：]/u,
  staffHeadcount: /单位人数\s*[:：]/u,
} as const;

/** Value after a label of the line over the table, in the label's cell or in the next filled one. */
export function headingValue(rows: readonly SheetRow[], label: keyof typeof labels): { text: string; row: number } | null {
  for (const { row, cells } of rows) {
    const line = [...new Set(cells.map(textOfCell))].join('\u0001');
    const found = labels[label].exec(line);
    if (!found) continue;
    const rest = line.slice(found.index + found[0].length);
    const text = rest.slice(0, nextLabel(rest)).split('\u0001').map((part) => part.trim()).find((part) => part !== '') ?? '';
    return text === '' ? null : { text, row };
  }
  return null;
}

function nextLabel(rest: string): number {
  const starts = Object.values(labels).map((label) => rest.search(label)).filter((at) => at >= 0);
  return Math.min(rest.length, ...starts);
}

export function headingOf(above: readonly SheetRow[]): Heading {
  const date = headingValue(above, 'filledOn');
  const filledOn = date && filledOnOf(date.text, date.row);
  return {
    unitName: headingValue(above, 'unitName')?.text ?? null,
    filledOn,
    unreadDate: date && !filledOn ? date : null,
  };
}

function filledOnOf(text: string, row: number): FilledOn | null {
  const day = parseLocalDate(text);
  if (day) return { date: day, precision: 'day', row };
  const month = parseYearMonth(text);
  return month.ok ? { date: month.yearMonth, precision: 'month', row } : null;
}
