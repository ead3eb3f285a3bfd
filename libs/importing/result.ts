import type { BatchId } from '#libs/kernel/ids';
import type { PlannedSession, Subject } from './plan.js';

export type Outcome = 'WRITTEN' | 'EXISTING' | 'REFUSED';

export const outcomeNames: Readonly<Record<Outcome, string>> = {
  WRITTEN: '已写入',
  EXISTING: '已存在',
  REFUSED: '被拒绝',
};

export const subjectNames: Readonly<Record<Subject, string>> = {
  ORGANIZATION: '党组织',
  UNIT: '单位',
  TEAM: '服务队',
  VOLUNTEER: '志愿者',
  LEADER: '队长',
  ATTENDANCE: '签到',
};

/** What became of one row of the sheet. No name, no telephone number. */
export interface RowOutcome {
  /** As the user sees it in Excel; null for what stands in the heading. */
  readonly row: number | null;
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly stream?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly volunteerNumber?: string;
  /** Chinese sentence of the refusal. */
  readonly refusal?: string;
}

/** Minutes of the rows taken in, against the minutes that the ledger counts for them now. */
export interface MinutesCompared {
  readonly fileMinutes: number;
  readonly creditedMinutes: number;
  /** Recorded late or on a day too long: kept, and not counted before a third person approves. */
  readonly heldMinutes: number;
  /** Kept in the ledger and not counted, because they lie on minutes counted already. */
  readonly conflictedMinutes: number;
}

export interface ImportResult {
  readonly batchId: BatchId;
  readonly rows: readonly RowOutcome[];
  readonly sessions?: readonly PlannedSession[];
  readonly fileMinutes?: number;
}

export const countOf = ({ rows }: Pick<ImportResult, 'rows'>, outcome: Outcome): number =>
  rows.filter((row) => row.outcome === outcome).length;
