import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access/actor';
import { entryOf } from '#libs/event-store/codec';
import type { Receipt } from '#libs/event-store/ledger';
import type { House } from '#libs/house/house';
import type { RowFault } from '#libs/intake/fault';
import type { BatchId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { dayOfInstant } from '#libs/reference/dates';
import { assertSameImport, ImportBatches, sha256Of, type BatchKey, type ImportBatch } from './batch.js';
import { permissionObstacles, withoutMisshapen } from './check.js';
import { optionValuesOf, organizationOf, plannerOf, type ImportAsked, type Planner } from './kinds.js';
import type { Plan } from './plan.js';
import type { ImportResult } from './result.js';
import { runPlan, type RunParts } from './run.js';
import { settled } from './settled.js';
import { windowsFor } from './windows.js';

export type ImportHouse = Pick<
  House,
  'counter' | 'engine' | 'store' | 'tree' | 'read' | 'mainPool' | 'blindIndex' | 'numbers' | 'evidenceFiles'
>;

/** Everything a person should see before saying yes; nothing has been written. */
export interface Preview {
  readonly rowsRead: number;
  /** Sheet rows that will be written. */
  readonly rowsToWrite: number;
  /** Every fault and warning of every row, by row. */
  readonly faults: readonly RowFault[];
  readonly notes: readonly string[];
  readonly plan: Plan;
  /** What stands in a row of the sheet, by header. */
  readonly sourceOf: (row: number) => Readonly<Record<string, string>> | undefined;
  /** The batch that was begun before and goes on; finished if `finishedAt` is set. */
  readonly batch: ImportBatch | undefined;
}

export interface PreparedImport {
  readonly preview: Preview;
  /**
   * Writes what the preview showed, or goes on with it; a finished import only answers its result. Throws
   * ImportInterrupted, ImportStopped and BatchDiffers, and RangeError while the preview has obstacles.
   */
  write(options?: Partial<Pick<RunParts, 'onProgress' | 'pauses' | 'stop'>>): Promise<ImportResult>;
}

export interface SheetHandedIn {
  readonly asked: ImportAsked;
  /** .xlsx or .csv. */
  readonly bytes: Uint8Array;
  readonly now?: () => number;
}

/** Reads a sheet and says what would be written. Throws SheetRejected and BatchDiffers. */
export async function prepareImport(
  house: ImportHouse,
  actor: Actor,
  { asked, bytes, now = Date.now }: SheetHandedIn,
): Promise<PreparedImport> {
  const batches = new ImportBatches(house.mainPool);
  const key: BatchKey = { kind: asked.kind, organizationId: organizationOf(asked), fileSha256: sha256Of(bytes) };
  const options = optionValuesOf(asked);
  const batch = await batches.find(key);
  if (batch) assertSameImport(batch, options, actor.accountId);
  const isUpToDate = await settled(house);
  const today = dayOfInstant(new Date(now()).toISOString()) as LocalDate;
  const planner = await plannerOf(asked, bytes, await windowsFor(house, actor, today));
  // A preview of what was not begun yet plans with ids that nobody will see again.
  const checked = withoutMisshapen(planner.planFor(batch?.batchId ?? (randomUUID() as BatchId)));
  const barred = permissionObstacles(checked, actor, await house.tree.reportingLine(key.organizationId));
  const behind = isUpToDate ? [] : ['台账的查询数据还没有跟上，请稍后再执行。'];
  const plan = { ...checked, obstacles: [...checked.obstacles, ...barred, ...behind] };
  return {
    preview: previewOf(planner, plan, batch),
    write: async (told = {}) => {
      if (batch?.finishedAt && batch.result) return batch.result;
      if (plan.obstacles.length > 0)
        throw new RangeError(`an import with obstacles is not written: ${plan.obstacles.join(' ')}`);
      const begun = await batches.begin(key, options, actor.accountId);
      if (begun.finishedAt && begun.result) return begun.result;
      // The files first: evidence names what is there already (F-06).
      if (asked.kind === 'sign-in')
        for (const { content } of asked.grounds.papers) await house.evidenceFiles.keep(content);
      const result = await writeBatch(
        house,
        { actor, batchId: begun.batchId, plan: withoutMisshapen(planner.planFor(begun.batchId)) },
        told,
      );
      await batches.note(begun.batchId, result, isFinished(plan, result));
      await settled(house);
      return result;
    },
  };
}

function previewOf(
  { rowsRead, sheetFaults, notes, sourceOf }: Planner,
  plan: Plan,
  batch: ImportBatch | undefined,
): Preview {
  const rows = new Set(plan.stages.flat().flatMap((row) => row.rows));
  const faults = [...sheetFaults, ...plan.faults].toSorted((a, b) => a.row - b.row);
  return { rowsRead, rowsToWrite: rows.size, faults, notes, plan, sourceOf, batch };
}

/** What the ledger said against a row may be put right there, and then the same sheet has more to give. */
const isFinished = (plan: Plan, { rows }: ImportResult): boolean =>
  rows.every(({ outcome }) => outcome !== 'REFUSED') && plan.faults.every(({ severity }) => severity === 'warning');

interface Writing {
  readonly actor: Actor;
  readonly batchId: BatchId;
  readonly plan: Plan;
}

async function writeBatch(
  house: ImportHouse,
  { actor, batchId, plan }: Writing,
  { onProgress = () => undefined, pauses, stop }: Partial<RunParts>,
): Promise<ImportResult> {
  const { numbering, sessions, fileMinutes } = plan;
  // In the order of the sheet, before anybody is enrolled: the numbers do not depend on which row is done first.
  const numbers = numbering
    ? await house.numbers.take(numbering.volunteerIds, numbering.year)
    : new Map<string, string>();
  const rows = await runPlan(plan, batchId, {
    submit: (command, commandId) => house.counter.submit(actor, command, { commandId, batch: batchId }),
    isOwn: (receipt) => isOfBatch(house.store, receipt, batchId),
    numberOf: (volunteerId) => numbers.get(volunteerId),
    onProgress,
    ...(pauses ? { pauses } : {}),
    ...(stop ? { stop } : {}),
  });
  return { batchId, rows, ...(sessions ? { sessions } : {}), ...(fileMinutes === undefined ? {} : { fileMinutes }) };
}

/** A command with nothing new to say answers with somebody else's entry. */
export async function isOfBatch(
  store: ImportHouse['store'],
  { stream, revision }: Receipt,
  batchId: BatchId,
): Promise<boolean> {
  for await (const stored of store.readStream(stream, { from: revision, limit: 1 }))
    return entryOf(stored).data['batch'] === batchId;
  return false;
}
