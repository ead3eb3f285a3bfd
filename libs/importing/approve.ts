import type { Actor } from '#libs/access/actor';
import type { LateReason } from '#libs/kernel/late-reasons';
import type { BatchId, HoursEntryId } from '#libs/kernel/ids';
import { heldInSessions, type HeldEntry } from '#projections/volunteer-year/hours-watch.query';
import { compareMinutes } from './attest.js';
import {
  batchRowOf,
  countedRefusals,
  decidingParts,
  sheetRows,
  type BatchRow,
  type RefusalCount,
  type Told,
} from './batch-row.js';
import type { ImportHouse } from './import.js';
import type { PlannedRow } from './plan.js';
import { recordedBatch } from './recorded-batch.js';
import type { ImportResult, MinutesCompared } from './result.js';
import { runPlan } from './run.js';
import { settled } from './settled.js';

/** One word for the whole batch: the reason stands where the sheet gave none. */
export interface ApprovalAsked {
  readonly lateReasonCode?: LateReason | undefined;
  readonly note?: string | undefined;
}

export interface ApprovedPart {
  readonly approved: number;
  /** What a rule refused, by the sentence that says why, and for how many entries. */
  readonly refusals: readonly RefusalCount[];
  /** Every entry of the part, in the order of the entry ids. */
  readonly rows: readonly BatchRow[];
  /** Held because their day is too long: somebody looks at each of these by itself (F-04). */
  readonly longDays: number;
  /** How many more wait, and behind which entry they begin. */
  readonly left: number;
  readonly next?: HoursEntryId;
}

/**
 * A third person approves what came late in an import (F-05), all of it in one act; who recorded or attested an entry, or
 * served it, is refused for it. Repeatable. Throws BatchActImpossible, ImportInterrupted and
 * ImportStopped.
 */
export async function approveBatch(
  house: ImportHouse,
  actor: Actor,
  batchId: BatchId,
  asked: ApprovalAsked & { readonly told?: Told } = {},
): Promise<ApprovedPart & { readonly minutes: MinutesCompared }> {
  await settled(house);
  const part = await approvePart(house, actor, batchId, asked);
  await settled(house);
  const { result } = await recordedBatch(house, actor, batchId, 'ApproveServiceHours');
  return { ...part, minutes: await compareMinutes(house, result) };
}

/** So many entries of the batch, from the one after `after` on; `left` and `next` say how to go on. Waits for no window. */
export async function approvePart(
  house: ImportHouse,
  actor: Actor,
  batchId: BatchId,
  asked: ApprovalAsked & { readonly told?: Told; readonly after?: HoursEntryId | undefined; readonly limit?: number },
): Promise<ApprovedPart> {
  const { result } = await recordedBatch(house, actor, batchId, 'ApproveServiceHours');
  const held = await heldOf(house, result, asked.after);
  const late = held.filter(isOnlyLate);
  const now = late.slice(0, asked.limit ?? late.length);
  const outcomes = await runPlan(
    { stages: [now.map((entry) => approval(entry, actor, asked))] },
    batchId,
    decidingParts(house, actor, batchId, asked.told),
  );
  const rows = now.map((entry, at) => batchRowOf(entry.row, entry, outcomes[at]!));
  const refused = rows.flatMap(({ refusal }) => refusal ?? []);
  const [left, last] = [late.length - now.length, now.at(-1)];
  return {
    ...{ approved: now.length - refused.length, refusals: countedRefusals(refused), rows },
    ...{ longDays: held.length - late.length, left },
    ...(left > 0 && last ? { next: last.entryId } : {}),
  };
}

/** Entries of the batch's own rows: what somebody added to its sessions by hand is approved by itself. */
async function heldOf(
  { read }: Pick<ImportHouse, 'read'>,
  result: ImportResult,
  after: HoursEntryId | undefined,
): Promise<(HeldEntry & { readonly row: number })[]> {
  const own = sheetRows(result);
  const sessionIds = (result.sessions ?? []).map(({ sessionId }) => sessionId);
  return (await heldInSessions(read, { sessionIds, after })).flatMap((entry) => {
    const row = own.get(entry.entryId);
    return row === undefined ? [] : [{ ...entry, row }];
  });
}

export const isOnlyLate = ({ holdReasons }: Pick<HeldEntry, 'holdReasons'>): boolean =>
  holdReasons?.every((reason) => reason === 'LATE') ?? false;

const approval = (
  { entryId, volunteerId, year }: HeldEntry,
  { accountId }: Actor,
  { lateReasonCode, note }: ApprovalAsked,
): PlannedRow => {
  const why = { ...(lateReasonCode ? { lateReasonCode } : {}), ...(note ? { note } : {}) };
  const command = { type: 'ApproveServiceHours', data: { volunteerId, year, entryId, ...why } } as const;
  return {
    key: `approve/${entryId}/${accountId}`,
    subject: 'ATTENDANCE',
    rows: [],
    steps: [{ name: 'approve', command }],
  };
};
