import { SheetRejected } from './sheet-rejected.js';
import { readFormSheets, streamSheetRows, visibleSheets, type Cell, type SheetRow } from './workbook.js';

export interface Column {
  /** The header as it is printed on the form. */
  readonly label: string;
  /** Other headers met in real sheets. */
  readonly aliases?: readonly string[];
  readonly optional?: boolean;
  /** The bracket is a unit: another bracket is another column. */
  readonly unitInBrackets?: boolean;
}

export type Columns<Key extends string> = Readonly<Record<Key, Column>>;

interface Header<Key extends string> {
  readonly row: number;
  readonly labels: readonly string[];
  readonly indexOf: ReadonlyMap<Key, number>;
  readonly unknownLabels: readonly string[];
}

/** One row of the table: the cells by key, and everything the row said, by header. */
export interface TableRow<Key extends string> {
  readonly row: number;
  cell(key: Key): Cell;
  text(key: Key): string;
  readonly source: Readonly<Record<string, string>>;
}

const headerRowsMax = 40;

/** The text of a cell without blanks around it; a date cell gives `YYYY-MM-DD`. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '');
}

/** Line breaks, blanks, quotation marks and the width of brackets differ from sheet to sheet; the words do not. */
const plain = (label: string): string => label.normalize('NFKC').replace(/[\s\u3000“”"'‘’*:]/gu, '');
const withoutBrackets = (label: string): string => plain(label).replace(/\([^)]*\)/gu, '');

/** Column order is free and columns of the unit's own are allowed; undefined while the row is not the header. */
function headerAt<Key extends string>({ row, cells }: SheetRow, columns: Columns<Key>): Header<Key> | undefined {
  const labels = cells.map(textOfCell);
  const indexOf = new Map<Key, number>();
  const taken = new Set<number>();
  const keys = Object.keys(columns) as Key[];
  // Exact words first: 服务时间（分钟） must not be taken for 服务时间（小时）.
  for (const form of [plain, withoutBrackets])
    for (const key of keys) {
      if (indexOf.has(key)) continue;
      const names = [columns[key].label, ...(columns[key].aliases ?? [])].map(form);
      const formOfLabel = columns[key].unitInBrackets ? plain : form;
      const index = labels.findIndex((label, at) => label !== '' && !taken.has(at) && names.includes(formOfLabel(label)));
      if (index < 0) continue;
      indexOf.set(key, index);
      taken.add(index);
    }
  if (!isHeader(keys, columns, indexOf)) return undefined;
  const unknownLabels = labels.filter((label, at) => label !== '' && !taken.has(at) && !isSerialNumber(label));
  return { row, labels, indexOf, unknownLabels };
}

const isSerialNumber = (label: string): boolean => ['序号', '编号', 'NO', 'No'].includes(plain(label).replace('.', ''));

/** A row that carries at least half of the words is the header; what it lacks is then told by name. */
function isHeader<Key extends string>(keys: readonly Key[], columns: Columns<Key>, found: ReadonlyMap<Key, number>): boolean {
  const needed = keys.filter((key) => !columns[key].optional);
  const met = needed.filter((key) => found.has(key)).length;
  return met >= 2 && met * 2 >= needed.length;
}

function rejectMissingColumns<Key extends string>(header: Header<Key>, columns: Columns<Key>): void {
  const missing = (Object.keys(columns) as Key[]).filter((key) => !columns[key].optional && !header.indexOf.has(key));
  if (missing.length > 0) {
    const labels = missing.map((key) => `“${plain(columns[key].label)}”`).join('、');
    throw new SheetRejected('column_missing', `第 ${header.row} 行的表头缺少 ${labels} 列。`, '请按表样补上这些列的表头后再上传，列的先后不限。');
  }
  for (const [key, index] of header.indexOf) rejectTwice(columns[key], header.labels, index);
}

function rejectTwice(column: Column, labels: readonly string[], index: number): void {
  const again = labels.findIndex((label, at) => at !== index && label !== '' && plain(label) === plain(labels[index] ?? ''));
  if (again >= 0)
    throw new SheetRejected('column_twice', `表头中“${plain(column.label)}”出现了两次，无法判断以哪一列为准。`, '请只保留一列后再上传。');
}

const headerNotFound = (formTitle: string, columns: Columns<string>): SheetRejected =>
  new SheetRejected(
    'header_not_found',
    `没有找到《${formTitle}》的表头。`,
    `请使用该表的表样，表头应含：${Object.values(columns)
      .filter(({ optional }) => !optional)
      .map(({ label }) => plain(label))
      .join('、')}。`,
  );

function tableRow<Key extends string>({ row, cells }: SheetRow, header: Header<Key>): TableRow<Key> {
  const cell = (key: Key): Cell => cells[header.indexOf.get(key) ?? -1] ?? null;
  return {
    row,
    cell,
    text: (key) => textOfCell(cell(key)),
    get source() {
      const named = header.labels.map((label, index): [string, string] => [label.replace(/\s/gu, ''), originalText(cells[index])]);
      return Object.fromEntries(named.filter(([label]) => label !== ''));
    },
  };
}

const originalText = (cell: Cell | undefined): string => (cell instanceof Date ? textOfCell(cell) : String(cell ?? ''));

type RowKind = 'blank' | 'note' | 'total' | 'repeatedHeader' | 'entry';

/** Tells rows of the table from what stands between and under them. */
function kindOfRow<Key extends string>({ cells }: SheetRow, header: Header<Key>): RowKind {
  const texts = cells.map(textOfCell);
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'blank';
  if (/^(附?注|备注|说明|填表说明)\s*[:：]/u.test(filled[0] ?? '')) return 'note';
  if (texts.slice(0, 3).some((text) => /^(总\s*计|合\s*计|共\s*计|小\s*计)/u.test(text))) return 'total';
  const asHeader = [...header.indexOf.values()].every((index) => plain(texts[index] ?? '') === plain(header.labels[index] ?? ''));
  return asHeader ? 'repeatedHeader' : 'entry';
}

const hasEntry = <Key extends string>(row: TableRow<Key>, header: Header<Key>): boolean =>
  // A numbered line of an empty form has a serial number and nothing else.
  [...header.indexOf.keys()].some((key) => row.text(key) !== '');

export interface Table<Key extends string> {
  /** Rows over the header: title, unit, date. */
  readonly above: readonly SheetRow[];
  readonly header: Header<Key>;
  readonly entries: readonly TableRow<Key>[];
  readonly totals: readonly TableRow<Key>[];
  readonly notes: readonly string[];
}

/** Sorts the rows of one sheet into what stands over, in and under its table; undefined if the sheet has no such header. */
export async function tableOf<Key extends string>(
  rows: Iterable<SheetRow> | AsyncIterable<SheetRow>,
  columns: Columns<Key>,
): Promise<Table<Key> | undefined> {
  const above: SheetRow[] = [];
  const parts = { note: [] as string[], total: [] as TableRow<Key>[], entry: [] as TableRow<Key>[] };
  let header: Header<Key> | undefined;
  for await (const row of rows) {
    if (header) sortInto(parts, row, header);
    else if (above.length >= headerRowsMax) return undefined;
    else if (!(header = headerAt(row, columns))) above.push(row);
  }
  if (!header) return undefined;
  rejectMissingColumns(header, columns);
  return { above, header, entries: parts.entry, totals: parts.total, notes: [...parts.note, ...ignoredColumns(header)] };
}

/** The first visible sheet that holds the form; throws SheetRejected if none does. */
export async function readFormTable<Key extends string>(bytes: Uint8Array, formTitle: string, columns: Columns<Key>): Promise<Table<Key>> {
  for (const rows of await readFormSheets(bytes)) {
    const table = await tableOf(rows, columns);
    if (table) return table;
  }
  throw headerNotFound(formTitle, columns);
}

/** As readFormTable, for long sheets: the rows pass one at a time and merges are not resolved. */
export async function streamTable<Key extends string>(bytes: Uint8Array, formTitle: string, columns: Columns<Key>): Promise<Table<Key>> {
  for (const sheetIndex of await visibleSheets(bytes)) {
    const table = await tableOf(streamSheetRows(bytes, sheetIndex), columns);
    if (table) return table;
  }
  throw headerNotFound(formTitle, columns);
}

function sortInto<Key extends string>(
  parts: { note: string[]; total: TableRow<Key>[]; entry: TableRow<Key>[] },
  row: SheetRow,
  header: Header<Key>,
): void {
  const kind = kindOfRow(row, header);
  if (kind === 'note') parts.note.push(row.cells.map(textOfCell).find((text) => text !== '') ?? '');
  if (kind !== 'total' && kind !== 'entry') return;
  const read = tableRow(row, header);
  if (kind === 'total' || hasEntry(read, header)) parts[kind].push(read);
}

const ignoredColumns = <Key extends string>({ unknownLabels }: Header<Key>): string[] =>
  unknownLabels.length === 0 ? [] : [`未读取的列：${unknownLabels.map((label) => label.replace(/\s/gu, '')).join('、')}（不在表样之内）。`];
