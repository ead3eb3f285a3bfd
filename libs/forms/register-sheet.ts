export type Line = Readonly<Record<string, unknown>>;
export type Cell = (line: Line, key: string) => string;

export const plain: Cell = (line, key) => {
  const value = line[key];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

/** A spreadsheet takes a cell that begins so for a formula. */
const quoted = (text: string): string => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const text = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');

/** A register as a CSV file, made piece by piece: its heads, then as many lines at a time as one likes. */
export interface Sheet {
  /** Names of the columns that may leave the house in a file. */
  readonly columns: readonly string[];
  /** With the byte order mark that Excel wants. Throws RangeError for a column that is none. */
  head(chosen: readonly string[]): string;
  lines(chosen: readonly string[], lines: readonly Line[]): string;
}

export function sheetOf(columns: Readonly<Record<string, readonly [title: string, cell: Cell]>>): Sheet {
  const used = (chosen: readonly string[]) =>
    chosen.map((key) => {
      const column = columns[key];
      if (column === undefined) throw new RangeError(`no column ${key}`);
      return [key, ...column] as const;
    });
  return {
    columns: Object.keys(columns),
    head: (chosen) => `\uFEFF${text([used(chosen).map(([, title]) => title)])}`,
    lines: (chosen, lines) => {
      const all = used(chosen);
      return text(lines.map((line) => all.map(([key, , cell]) => cell(line, key))));
    },
  };
}
