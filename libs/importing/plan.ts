import { v5 as uuidv5 } from 'uuid';
import type { AnyCommand } from '#libs/counter/counter';
import type { RowFault } from '#libs/intake/fault';
import type { ActivityId, BatchId, CommandId, Id, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

export interface PlannedStep {
  /** With the row's key it makes the command id, so within a row it is unique and stays what it is. */
  readonly name: string;
  readonly command: AnyCommand;
  /** The sheet rows this step writes, where it is not all of its row's. */
  readonly rows?: readonly number[];
  /** The same act line by line, if it is refused as a whole: one bad line keeps nobody else out. */
  readonly apart?: readonly PlannedStep[];
}

export type Subject = 'ORGANIZATION' | 'UNIT' | 'TEAM' | 'VOLUNTEER' | 'LEADER' | 'ATTENDANCE';

/** What is written one after the other; a refused step ends it. */
export interface PlannedRow {
  readonly key: string;
  readonly subject: Subject;
  /** Sheet rows it stands for, as the user sees them in Excel; none for the heading. */
  readonly rows: readonly number[];
  readonly steps: readonly PlannedStep[];
  readonly volunteerId?: VolunteerId;
}

export interface PlannedSession {
  readonly activityId: ActivityId;
  readonly sessionId: SessionId;
  /** How many are recorded for it. */
  readonly attendances: number;
}

/** What an import would write, and everything a person must know before saying yes. Nothing here has happened. */
export interface Plan {
  /** A stage begins when the one before it is done; rows of a stage do not wait for each other. */
  readonly stages: readonly (readonly PlannedRow[])[];
  /** Beside the faults of the sheet itself: what the ledger says against a row. */
  readonly faults: readonly RowFault[];
  /** While there is one, nothing can be written. */
  readonly obstacles: readonly string[];
  /** What stands in the heading and follows from it, in sentences. */
  readonly remarks: readonly string[];
  /** What the one who says yes declares by it. */
  readonly declarations: readonly string[];
  /** Numbers are given in the order of the sheet. */
  readonly numbering?: { readonly volunteerIds: readonly VolunteerId[]; readonly year: number };
  readonly sessions?: readonly PlannedSession[];
  readonly fileMinutes?: number;
}

/** An id of the batch: random because the batch's is, and the same whenever the same sheet is planned again. */
export const idOf = <T extends Id<string>>(batchId: BatchId, what: string): T => uuidv5(what, batchId) as T;

/** Meets its own receipt when the import is repeated. */
export const commandIdOf = (batchId: BatchId, rowKey: string, stepName: string): CommandId =>
  idOf(batchId, `${rowKey}/${stepName}`);

export const faultAt = (row: number, column: string, code: string, message: string): RowFault => ({
  row,
  column,
  code,
  severity: 'fault',
  message,
});

export const warningAt = (row: number, column: string, code: string, message: string): RowFault => ({
  ...faultAt(row, column, code, message),
  severity: 'warning',
});

export const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
