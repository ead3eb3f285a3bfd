import type { Actor } from '#libs/access/actor';
import type { Receipt } from '#libs/event-store/ledger';
import { entryOf } from '#libs/event-store/codec';
import type { BatchId, CommandId, HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import type { ImportHouse } from './import.js';
import { idOf } from './plan.js';
import type { ImportResult, Outcome, RowOutcome } from './result.js';
import type { RunParts } from './run.js';

/** What a decision about a whole batch made of one row of its sheet. No name: that is in the paper, and behind the id. */
export interface BatchRow {
  /** As the user sees it in Excel. */
  readonly row: number;
  readonly entryId: HoursEntryId;
  readonly volunteerId: VolunteerId;
  /** EXISTING: decided before. */
  readonly outcome: Outcome;
  readonly position?: string;
  /** Chinese sentence of the rule that stood against it. */
  readonly refusal?: string;
}

/** Which row of the sheet an entry came from: what somebody added to its sessions by hand is on none of them. */
export const sheetRows = ({
  batchId,
  rows,
}: Pick<ImportResult, 'batchId' | 'rows'>): ReadonlyMap<HoursEntryId, number> =>
  new Map(rows.flatMap(({ row }) => (row === null ? [] : [[idOf<HoursEntryId>(batchId, `entry/${row}`), row]])));

export const batchRowOf = (
  row: number,
  { entryId, volunteerId }: Pick<BatchRow, 'entryId' | 'volunteerId'>,
  said: Pick<RowOutcome, 'outcome' | 'position' | 'refusal'>,
): BatchRow => ({
  ...{ row, entryId, volunteerId, outcome: said.outcome },
  ...(said.position === undefined ? {} : { position: said.position }),
  ...(said.refusal === undefined ? {} : { refusal: said.refusal }),
});

export interface RefusalCount {
  readonly refusal: string;
  readonly entries: number;
}

export function countedRefusals(refused: readonly string[]): RefusalCount[] {
  const entries = new Map<string, number>();
  for (const refusal of refused) entries.set(refusal, (entries.get(refusal) ?? 0) + 1);
  return [...entries].map(([refusal, n]) => ({ refusal, entries: n }));
}

export type Told = Partial<Pick<RunParts, 'onProgress' | 'pauses' | 'stop'>>;

/**
 * Commands of a batch, given by somebody who decides about it. What a command wrote itself is told from what it found decided
 * already by the command id in the entry: the batch alone would not do, since one stream holds many decisions of it.
 */
export function decidingParts(
  { counter, store }: Pick<ImportHouse, 'counter' | 'store'>,
  actor: Actor,
  batchId: BatchId,
  { onProgress = () => undefined, pauses, stop }: Told = {},
): RunParts {
  const givenAs = new WeakMap<Receipt, CommandId>();
  return {
    submit: async (command, commandId) => {
      const receipt = { ...(await counter.submit(actor, command, { commandId, batch: batchId })) };
      givenAs.set(receipt, commandId);
      return receipt;
    },
    isOwn: async (receipt) => {
      for await (const stored of store.readStream(receipt.stream, { from: receipt.revision, limit: 1 }))
        return entryOf(stored).cmd === givenAs.get(receipt);
      return false;
    },
    numberOf: () => undefined,
    onProgress,
    ...(pauses ? { pauses } : {}),
    ...(stop ? { stop } : {}),
  };
}
