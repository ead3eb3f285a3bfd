import { forForm } from '#libs/forms/import-options.zh';
import type { Preview } from '#libs/importing/import';
import type { BatchId } from '#libs/kernel/ids';

const rowsShownMax = 500;

export interface ImportFault {
  readonly column: string;
  readonly code: string;
  readonly severity: 'fault' | 'warning';
  readonly message: string;
}

/** A row of the sheet that is not as it should be, as it stands there, with everything that is to be said about it. */
export interface ImportFaultyRow {
  /** As the user sees it in Excel. */
  readonly row: number;
  readonly cells: readonly { readonly label: string; readonly text: string }[];
  readonly faults: readonly ImportFault[];
}

export interface ImportPreview {
  readonly rowsRead: number;
  readonly rowsToWrite: number;
  readonly faultCount: number;
  readonly warningCount: number;
  /** The first 500 with their cells; further ones without. */
  readonly faultyRows: readonly ImportFaultyRow[];
  readonly remarks: readonly string[];
  readonly notes: readonly string[];
  /** While there is one, nothing can be written. */
  readonly obstacles: readonly string[];
  readonly declarations: readonly string[];
  /** Begun before: writing goes on with it. */
  readonly batch: ImportBegun | null;
}

export interface ImportBegun {
  readonly batchId: BatchId;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

export function previewOf(preview: Preview): ImportPreview {
  const { rowsRead, rowsToWrite, faults, notes, plan, batch } = preview;
  const countOf = (severity: 'fault' | 'warning'): number => faults.filter((one) => one.severity === severity).length;
  return {
    ...{ rowsRead, rowsToWrite, faultCount: countOf('fault'), warningCount: countOf('warning') },
    faultyRows: faultyRowsOf(preview),
    remarks: plan.remarks.map(forForm),
    notes,
    obstacles: plan.obstacles.map(forForm),
    declarations: plan.declarations,
    batch: batch
      ? {
          batchId: batch.batchId,
          startedAt: batch.startedAt.toISOString(),
          finishedAt: batch.finishedAt?.toISOString() ?? null,
        }
      : null,
  };
}

function faultyRowsOf({ faults, sourceOf }: Preview): ImportFaultyRow[] {
  const byRow = new Map<number, ImportFault[]>();
  for (const { row, column, code, severity, message } of faults)
    byRow.set(row, [...(byRow.get(row) ?? []), { column, code, severity, message: forForm(message) }]);
  return [...byRow].map(([row, ofRow], index) => ({
    row,
    cells: index < rowsShownMax ? cellsOf(sourceOf(row)) : [],
    faults: ofRow,
  }));
}

const cellsOf = (source: Readonly<Record<string, string>> = {}): ImportFaultyRow['cells'] =>
  Object.entries(source).map(([label, text]) => ({ label, text }));
