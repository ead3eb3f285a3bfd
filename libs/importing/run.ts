import { NotAllowed, type AnyCommand } from '#libs/counter/counter';
import { ConflictPersists, Refused, type Receipt } from '#libs/event-store/ledger';
import { AppendOutcomeUnknown, EntryTooLarge, StoreOverloaded, StoreUnavailable } from '#libs/event-store/port';
import { refusalText } from '#libs/forms/refusals.zh';
import type { BatchId, CommandId, VolunteerId } from '#libs/kernel/ids';
import { SubjectFenced } from '#libs/privacy/key-ring';
import { commandIdOf, type Plan, type PlannedRow, type PlannedStep } from './plan.js';
import type { RowOutcome } from './result.js';

export interface RunParts {
  readonly submit: (command: AnyCommand, commandId: CommandId) => Promise<Receipt>;
  /** Whether the entry that a receipt names was written by this batch. */
  readonly isOwn: (receipt: Receipt) => Promise<boolean>;
  readonly numberOf: (volunteerId: VolunteerId) => string | undefined;
  /** Rows done and rows in all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Milliseconds to wait before each further attempt after trouble with the store; as many attempts as there are. */
  readonly pauses?: readonly number[];
  /** When it is aborted, the rows under way are finished and no other is begun. */
  readonly stop?: AbortSignal;
}

/** The store did not come back. What was acknowledged is written; the same command goes on from there. */
export class ImportInterrupted extends Error {
  override readonly name = 'ImportInterrupted';

  constructor(
    readonly doneRows: number,
    readonly totalRows: number,
    cause: unknown,
  ) {
    super(
      `导入在第 ${doneRows} 行、共 ${totalRows} 行处中断：台账暂时不可用。已写入的不会丢失；恢复后执行同一条命令，导入会接着进行，不会重复。`,
      { cause },
    );
  }
}

/** Somebody told it to stop, and it did between two rows. The same command goes on from there. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';

  constructor(
    readonly doneRows: number,
    readonly totalRows: number,
  ) {
    super(
      `导入按要求停下：共 ${totalRows} 行，已办完 ${doneRows} 行，没有办到一半的。执行同一条命令，会接着进行，不会重复。`,
    );
  }
}

const rowsAtOnce = 8;
const pausesByDefault = [200, 500, 1_000, 2_000, 5_000];

/** Writes a plan, each row its steps in order, several rows at a time. Throws ImportInterrupted and ImportStopped. */
export async function runPlan(
  plan: Pick<Plan, 'stages'>,
  batchId: BatchId,
  parts: RunParts,
): Promise<readonly RowOutcome[]> {
  const total = plan.stages.reduce((sum, stage) => sum + stage.length, 0);
  const outcomes: RowOutcome[][] = [];
  let done = 0;
  for (const stage of plan.stages) {
    const first = outcomes.length;
    await inParallel(
      stage,
      async (row, index) => {
        try {
          outcomes[first + index] = await runRow(row, batchId, parts);
        } catch (error) {
          throw isTrouble(error) ? new ImportInterrupted(done, total, error) : error;
        }
        parts.onProgress(++done, total);
      },
      parts.stop,
    );
    if (parts.stop?.aborted === true && done < total) throw new ImportStopped(done, total);
  }
  return outcomes.flat();
}

async function inParallel(
  rows: readonly PlannedRow[],
  work: (row: PlannedRow, index: number) => Promise<void>,
  stop?: AbortSignal,
): Promise<void> {
  let next = 0;
  let failure: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < rows.length && !failure && stop?.aborted !== true; index = next++) {
      const row = rows[index];
      try {
        if (row) await work(row, index);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  // Every worker comes home before the failure is told: nothing is written behind the caller's back.
  await Promise.all(Array.from({ length: rowsAtOnce }, worker));
  if (failure) throw failure.error;
}

type StepOutcome = { readonly receipt: Receipt } | { readonly refusal: string };

async function runRow(row: PlannedRow, batchId: BatchId, parts: RunParts): Promise<RowOutcome[]> {
  const receipts: Receipt[] = [];
  const ofRow = new Map<number, StepOutcome>();
  for (const step of row.steps) {
    const outcome = await runStep(row, step, batchId, parts);
    if ('refusal' in outcome && step.rows === undefined) return outcomesOf(row, ofRow, { outcome, receipts, parts });
    if (step.rows === undefined && 'receipt' in outcome) receipts.push(outcome.receipt);
    else for (const [sheetRow, one] of await apart(row, step, outcome, { batchId, parts })) ofRow.set(sheetRow, one);
  }
  return outcomesOf(row, ofRow, { receipts, parts });
}

/** A list that was refused as a whole is given line by line. */
async function apart(
  row: PlannedRow,
  step: PlannedStep,
  outcome: StepOutcome,
  { batchId, parts }: { batchId: BatchId; parts: RunParts },
): Promise<[number, StepOutcome][]> {
  if ('receipt' in outcome || !step.apart) return (step.rows ?? []).map((sheetRow) => [sheetRow, outcome]);
  const lines: [number, StepOutcome][] = [];
  for (const line of step.apart) {
    const one = await runStep(row, line, batchId, parts);
    for (const sheetRow of line.rows ?? []) lines.push([sheetRow, one]);
  }
  return lines;
}

async function outcomesOf(
  row: PlannedRow,
  ofRow: ReadonlyMap<number, StepOutcome>,
  { outcome, receipts, parts }: { outcome?: StepOutcome; receipts: readonly Receipt[]; parts: RunParts },
): Promise<RowOutcome[]> {
  const rows = row.rows.length > 0 ? row.rows : [null];
  return Promise.all(
    rows.map((sheetRow) => outcomeOf(row, sheetRow, { said: outcome ?? ofRow.get(sheetRow ?? 0), receipts, parts })),
  );
}

async function outcomeOf(
  { subject, volunteerId }: PlannedRow,
  row: number | null,
  { said, receipts, parts }: { said: StepOutcome | undefined; receipts: readonly Receipt[]; parts: RunParts },
): Promise<RowOutcome> {
  if (said && 'refusal' in said) return { row, subject, outcome: 'REFUSED', refusal: said.refusal };
  // A row is found again where its first step stands: a person in the own stream, not in the team's that was joined last.
  const all = (said ? [...receipts, said.receipt] : receipts).filter(
    ({ stream }, _at, [first]) => stream === first?.stream,
  );
  const own = await lastOwn(all, parts);
  const last = own ?? all.at(-1);
  const volunteerNumber = volunteerId && parts.numberOf(volunteerId);
  return {
    row,
    subject,
    outcome: own ? 'WRITTEN' : 'EXISTING',
    ...(last ? { stream: last.stream, revision: last.revision, position: last.position } : {}),
    ...(volunteerNumber === undefined ? {} : { volunteerNumber }),
  };
}

async function lastOwn(receipts: readonly Receipt[], { isOwn }: RunParts): Promise<Receipt | undefined> {
  for (const receipt of receipts.toReversed()) if (await isOwn(receipt)) return receipt;
  return undefined;
}

async function runStep(
  { key }: PlannedRow,
  { name, command }: PlannedStep,
  batchId: BatchId,
  { submit, pauses = pausesByDefault }: RunParts,
): Promise<StepOutcome> {
  const commandId = commandIdOf(batchId, key, name);
  for (let attempt = 0; ; attempt++) {
    try {
      return { receipt: await submit(command, commandId) };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== undefined) return { refusal };
      const pause = pauses[attempt];
      if (!isTrouble(error) || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const notAllowed: Readonly<Record<NotAllowed['why'], string>> = {
  role_missing: '当前账号没有办理此事的角色，请由有权限的账号导入。',
  other_line: '该党组织不向这条线报送，这条线只能查阅；请由其上级党组织的账号导入。',
  out_of_scope: '该党组织不在当前账号的管理范围内。',
  not_found: '所涉及的党组织、队伍或人员不存在，或不在管理范围内。',
};

/** The Chinese sentence of what will not pass, however often it is tried; undefined for everything else. */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof Refused) return refusalText(error.refusal);
  if (error instanceof NotAllowed) return notAllowed[error.why];
  if (error instanceof EntryTooLarge) return '这一行的文字太多，台账存不下，请精简后重新导入。';
  if (error instanceof SubjectFenced) return '该人员的个人信息已删除或正在删除，不能再登记。';
  return undefined;
}

const troubles = [AppendOutcomeUnknown, StoreUnavailable, StoreOverloaded, ConflictPersists];
/** Connection and server going away, as pg and the socket name it. */
const lostCodes = /^(?:ECONN|EPIPE|ENOTFOUND|EHOSTUNREACH|ETIMEDOUT|08|57P|53)/;

/** Not a no: the same act with the same id may pass in a moment. */
export function isTrouble(error: unknown): boolean {
  if (troubles.some((trouble) => error instanceof trouble)) return true;
  if (!(error instanceof Error)) return false;
  return (
    ('code' in error && lostCodes.test(String(error.code))) ||
    /Connection terminated|connection timeout/i.test(error.message)
  );
}
