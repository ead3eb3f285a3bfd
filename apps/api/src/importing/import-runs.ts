import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { EvidenceRejected } from '#libs/counter/evidence-files';
import { evidenceDestroyed } from '#libs/forms/evidence-words.zh';
import { forForm } from '#libs/forms/import-options.zh';
import { compareMinutes } from '#libs/importing/attest';
import { BatchDiffers } from '#libs/importing/batch';
import type { PreparedImport } from '#libs/importing/import';
import {
  countOf,
  outcomeNames,
  subjectNames,
  type ImportResult,
  type MinutesCompared,
  type Outcome,
} from '#libs/importing/result';
import { ImportInterrupted, ImportStopped } from '#libs/importing/run';
import type { AccountId, BatchId } from '#libs/kernel/ids';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';

/** What became of one row of the sheet; no name and no telephone number. */
export interface ImportRunRow {
  /** As the user sees it in Excel; null for what stands in the heading. */
  readonly row: number | null;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly outcomeName: string;
  readonly volunteerNumber: string | null;
  readonly position: string | null;
  readonly refusal: string | null;
}

export interface ImportRun {
  readonly runId: string;
  /** STOPPED and INTERRUPTED go on where they ended when the same sheet is written again. */
  readonly state: 'RUNNING' | 'DONE' | 'STOPPED' | 'INTERRUPTED' | 'REFUSED' | 'FAILED';
  readonly done: number;
  readonly total: number;
  /** Chinese; why it is not DONE. */
  readonly message: string | null;
  readonly batchId: BatchId | null;
  readonly written: number;
  readonly existing: number;
  readonly refused: number;
  readonly rows: readonly ImportRunRow[];
  /** For sign-in sheets, minutes. */
  readonly minutes: MinutesCompared | null;
}

interface Kept {
  readonly accountId: AccountId;
  /** Organization, kind and sheet. */
  readonly sheet: string;
  readonly stop: AbortController;
  run: ImportRun;
  end: Promise<void>;
}

const endedKeptMax = 50;

/**
 * Imports that are being written. A run goes on though nobody asks for it any more: whoever lost the connection finds it
 * by its id, and whoever lost the page finds the batch by its sheet. It lives in this process; the batch in the registry
 * is what an interrupted one is resumed from.
 */
@Injectable()
export class ImportRuns implements OnModuleDestroy {
  private readonly kept = new Map<string, Kept>();

  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Of this account, or undefined. */
  find(accountId: AccountId, runId: string): ImportRun | undefined {
    const kept = this.kept.get(runId);
    return kept?.accountId === accountId ? kept.run : undefined;
  }

  /** The run of this sheet that is under way, if there is one. */
  underWay(accountId: AccountId, sheet: string): ImportRun | undefined {
    const found = [...this.kept.values()].find(
      (one) => one.accountId === accountId && one.sheet === sheet && one.run.state === 'RUNNING',
    );
    return found?.run;
  }

  start(
    { runId, accountId, sheet }: { runId: string; accountId: AccountId; sheet: string },
    prepared: PreparedImport,
  ): ImportRun {
    this.forgetOld();
    const total = prepared.preview.plan.stages.flat().length;
    const run: ImportRun = {
      ...{ runId, state: 'RUNNING', done: 0, total, message: null, batchId: null },
      ...{ written: 0, existing: 0, refused: 0, rows: [], minutes: null },
    };
    const kept: Kept = { accountId, sheet, stop: new AbortController(), run, end: Promise.resolve() };
    this.kept.set(runId, kept);
    kept.end = this.write(kept, prepared);
    return run;
  }

  /** Rows under way are finished, no other is begun. */
  stop(accountId: AccountId, runId: string): ImportRun | undefined {
    const kept = this.kept.get(runId);
    if (kept?.accountId !== accountId) return undefined;
    kept.stop.abort();
    return kept.run;
  }

  /** The house is closed after this: nothing may be written behind its back. */
  async onModuleDestroy(): Promise<void> {
    for (const { stop } of this.kept.values()) stop.abort();
    await Promise.all([...this.kept.values()].map(({ end }) => end));
  }

  private async write(kept: Kept, prepared: PreparedImport): Promise<void> {
    const change = (changes: Partial<ImportRun>): void => {
      kept.run = { ...kept.run, ...changes };
    };
    try {
      const result = await prepared.write({ onProgress: (done) => change({ done }), stop: kept.stop.signal });
      const minutes = result.sessions ? await compareMinutes(this.house, result) : null;
      change({ state: 'DONE', done: kept.run.total, ...shown(result), minutes });
    } catch (error) {
      change(this.ended(error));
    }
  }

  private ended(error: unknown): Pick<ImportRun, 'state' | 'message'> {
    if (error instanceof ImportStopped)
      return {
        state: 'STOPPED',
        message: `已停下：共 ${error.totalRows} 项，已办完 ${error.doneRows} 项，没有办到一半的。再次写入会接着进行，不会重复。`,
      };
    if (error instanceof ImportInterrupted)
      return {
        state: 'INTERRUPTED',
        message: `台账暂时不可用，在第 ${error.doneRows} 项、共 ${error.totalRows} 项处中断。已写入的不会丢失；稍后再次写入会接着进行，不会重复。`,
      };
    if (error instanceof BatchDiffers) return { state: 'REFUSED', message: forForm(error.message) };
    if (error instanceof EvidenceRejected)
      return {
        state: 'REFUSED',
        message:
          error.why === 'destroyed' ? evidenceDestroyed : '纸质签到表须为 JPEG、PNG 图片或 PDF，每份不超过 10 MB。',
      };
    // The message of an unknown error may hold personal text.
    this.options.log.error({ error: error instanceof Error ? error.name : typeof error }, '导入出错');
    return {
      state: 'FAILED',
      message: '导入没有做完，请再次写入；仍不成功的，请告知系统管理员。已写入的不会丢失或重复。',
    };
  }

  private forgetOld(): void {
    const ended = [...this.kept].filter(([, { run }]) => run.state !== 'RUNNING');
    for (const [runId] of ended.slice(0, Math.max(0, ended.length - endedKeptMax))) this.kept.delete(runId);
  }
}

const shown = (result: ImportResult): Pick<ImportRun, 'batchId' | 'rows' | 'written' | 'existing' | 'refused'> => ({
  batchId: result.batchId,
  written: countOf(result, 'WRITTEN'),
  existing: countOf(result, 'EXISTING'),
  refused: countOf(result, 'REFUSED'),
  rows: result.rows.map(({ row, subject, outcome, volunteerNumber = null, position = null, refusal = null }) => ({
    ...{ row, subject: subjectNames[subject], outcome, outcomeName: outcomeNames[outcome] },
    ...{ volunteerNumber, position, refusal },
  })),
});
