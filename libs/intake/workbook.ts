import type { SheetFilterInfo } from 'hucre';
import { streamCsvRows } from 'hucre/csv';
import { readXlsx, streamXlsxRows, type CellValue, type MergeRange, type Sheet } from 'hucre/xlsx';

import { archiveLimits, checkArchive } from './archive.js';
import { SheetRejected } from './sheet-rejected.js';

export type Cell = CellValue;

export interface SheetRow {
  /** Number of the row as the user sees it in Excel, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export const sheetLimits = { formRowsMax: 5_000, streamedRowsMax: 100_000, columnsMax: 100, sheetsMax: 10 } as const;

const saveAs = '请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（*.xlsx）”后再上传。';
const split = '请把表拆成几份，分别上传。';

type FileKind = 'xlsx' | 'csv';

/** Tells by content, not by name, what the file is; refuses everything but .xlsx and text. */
function kindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new SheetRejected('file_empty', '文件是空的。', '请重新选择文件。');
  if (bytes.length > archiveLimits.fileBytesMax)
    throw new SheetRejected('file_too_large', '文件超过 20 MB。', '请删去图片和多余的工作表，或者拆成几份，分别上传。');
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new SheetRejected('old_workbook_or_encrypted', '文件是旧版 .xls，或者设了打开密码。', `请先去掉打开密码。${saveAs}`);
  if (bytes.includes(0) && !starts(0xff, 0xfe))
    throw new SheetRejected('not_a_workbook', '文件不是 Excel 工作簿（.xlsx），也不是文本表（.csv）。', saveAs);
  return 'csv';
}

/** All visible sheets of a small form; a merged area repeats its top-left value in each of its rows and columns. Throws SheetRejected. */
export async function readFormSheets(bytes: Uint8Array): Promise<SheetRow[][]> {
  if (kindOf(bytes) === 'csv') return [csvRows(bytes, sheetLimits.formRowsMax)];
  checkArchive(bytes);
  // A range bounds the dense rectangle: two cells at opposite corners of a sheet would fill the memory.
  const range = `A1:${columnLetters(sheetLimits.columnsMax)}${sheetLimits.formRowsMax + 1}`;
  const { sheets } = await readable(() =>
    readXlsx(bytes, { range, sheets: ({ hidden, veryHidden }, index) => !hidden && !veryHidden && index < sheetLimits.sheetsMax }),
  );
  return sheets.map(rowsOf);
}

/** Places of the visible sheets, from 0: what a unit has hidden is not handed in. Throws SheetRejected. */
export async function visibleSheets(bytes: Uint8Array): Promise<number[]> {
  if (kindOf(bytes) === 'csv') return [0];
  checkArchive(bytes);
  const visible: number[] = [];
  // The answer `false` keeps every sheet's body unread.
  const look = ({ hidden, veryHidden, index }: SheetFilterInfo): boolean => {
    if (!hidden && !veryHidden) visible.push(index);
    return false;
  };
  await readable(() => readXlsx(bytes, { sheets: look }));
  return visible.slice(0, sheetLimits.sheetsMax);
}

/** The rows of the sheet that stands at `sheetIndex`, one at a time and without resolving merges. Throws SheetRejected. */
export async function* streamSheetRows(bytes: Uint8Array, sheetIndex: number): AsyncGenerator<SheetRow> {
  if (kindOf(bytes) === 'csv') {
    if (sheetIndex === 0) yield* csvRows(bytes, sheetLimits.streamedRowsMax);
    return;
  }
  checkArchive(bytes);
  const rows = streamXlsxRows(bytes, { sheet: sheetIndex });
  for (;;) {
    const next = await readable(() => rows.next());
    if (next.done) return;
    yield bounded({ row: next.value.index + 1, cells: next.value.values }, sheetLimits.streamedRowsMax);
  }
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const rejected = new SheetRejected('not_a_workbook', '文件已损坏，无法读取。', saveAs);
    throw Object.assign(rejected, { cause });
  }
}

function rowsOf({ rows, merges }: Sheet): SheetRow[] {
  for (const area of merges ?? []) fillDown(rows, area);
  return rows.map((cells, index) => bounded({ row: index + 1, cells }, sheetLimits.formRowsMax));
}

function fillDown(rows: CellValue[][], area: MergeRange): void {
  const value = rows[area.startRow]?.[area.startCol] ?? null;
  for (const cells of rows.slice(area.startRow, area.endRow + 1))
    for (let column = area.startCol; column <= Math.min(area.endCol, sheetLimits.columnsMax - 1); column++) cells[column] = value;
}

const isFilled = (cell: Cell): boolean => cell !== null && cell !== '';

function bounded(row: SheetRow, rowsMax: number): SheetRow {
  if (row.row > rowsMax && row.cells.some(isFilled)) throw new SheetRejected('too_many_rows', `表超过 ${rowsMax} 行。`, split);
  if (row.cells.length <= sheetLimits.columnsMax) return row;
  // Formatting dragged to the far right leaves empty cells behind; they are no reason to refuse.
  if (row.cells.slice(sheetLimits.columnsMax).some(isFilled))
    throw new SheetRejected('too_many_columns', `表超过 ${sheetLimits.columnsMax} 列。`, '请删去表格右侧多余的列。');
  return { row: row.row, cells: row.cells.slice(0, sheetLimits.columnsMax) };
}

function csvRows(bytes: Uint8Array, rowsMax: number): SheetRow[] {
  const rows: SheetRow[] = [];
  for (const cells of streamCsvRows(textOf(bytes))) rows.push(bounded({ row: rows.length + 1, cells }, rowsMax));
  return rows;
}

/** Excel in China writes .csv in GB 18030; WPS and exports write UTF-8; “Unicode text” is UTF-16. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded(bytes, 'gb18030');
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new SheetRejected('not_a_workbook', '文件不是 Excel 工作簿（.xlsx），也不是文本表（.csv）。', saveAs);
  }
}

function columnLetters(count: number): string {
  const first = Math.floor((count - 1) / 26);
  const letter = (index: number): string => String.fromCharCode(65 + index);
  return first === 0 ? letter(count - 1) : letter(first - 1) + letter((count - 1) % 26);
}
