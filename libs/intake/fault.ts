/** A `fault` keeps its row out; a `warning` is shown and the row can be taken in. */
export type Severity = 'fault' | 'warning';

export interface RowFault {
  /** Number of the row as the user sees it in Excel, from 1. */
  readonly row: number;
  /** The header as it is printed on the form. */
  readonly column: string;
  readonly code: string;
  readonly severity: Severity;
  /** Chinese: what is wrong and what to do. Never a whole ID number or telephone number. */
  readonly message: string;
}

/** What was read from a sheet. `rows` holds the rows without a fault only; `faults` holds every fault of every row, by row. */
export interface SheetReading<Header, Row> {
  readonly header: Header;
  readonly rows: readonly Row[];
  /** Rows of people or teams that stand in the sheet, faulty ones included. */
  readonly rowsRead: number;
  readonly faults: readonly RowFault[];
  /** Notes under the table and remarks about the sheet as a whole (unknown columns). */
  readonly notes: readonly string[];
  /** What stands in a row of the sheet, by header; undefined for a row that is none of the table. */
  readonly sourceOf: (row: number) => Readonly<Record<string, string>> | undefined;
}

/** Collects the faults of one sheet, so that a row is checked to its end and not to its first fault. */
export class FaultList {
  private readonly found: RowFault[] = [];

  fault(row: number, column: string, code: string, message: string): void {
    this.found.push({ row, column, code, severity: 'fault', message });
  }

  warn(row: number, column: string, code: string, message: string): void {
    this.found.push({ row, column, code, severity: 'warning', message });
  }

  /** By row, then in the order found. */
  all(): RowFault[] {
    return this.found.toSorted((a, b) => a.row - b.row);
  }

  faultyRows(): ReadonlySet<number> {
    return new Set(this.found.filter(({ severity }) => severity === 'fault').map(({ row }) => row));
  }
}

interface Sheet {
  readonly notes: readonly string[];
  readonly entries: readonly { readonly row: number; readonly source: Readonly<Record<string, string>> }[];
}

/** The rows without a fault, and every fault found. */
export const readingOf = <Header, Row extends { readonly row: number }>(
  sheet: Sheet,
  header: Header,
  read: readonly Row[],
  faults: FaultList,
): SheetReading<Header, Row> => {
  const faulty = faults.faultyRows();
  const entries = new Map(sheet.entries.map((entry) => [entry.row, entry]));
  return {
    header,
    rows: read.filter(({ row }) => !faulty.has(row)),
    rowsRead: read.length,
    faults: faults.all(),
    notes: sheet.notes,
    sourceOf: (row) => entries.get(row)?.source,
  };
};

/** Shows at most the first three and the last two characters: `340***18`. */
export function masked(value: string): string {
  const characters = [...value.trim()];
  if (characters.length < 7) return '***';
  return `${characters.slice(0, 3).join('')}***${characters.slice(-2).join('')}`;
}

/** A cell's words for a message: at most 20 characters, digits hidden where they could be an ID number or a telephone. */
export function shown(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ').trim()];
  const short = characters.length > 20 ? `${characters.slice(0, 20).join('')}…` : characters.join('');
  return (short.normalize('NFKC').match(/\d/gu) ?? []).length < 7 ? short : masked(short);
}
