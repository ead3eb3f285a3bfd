import type { Actor } from '#libs/access/actor';
import { mayCommand } from '#libs/access/permissions';
import type { BatchId } from '#libs/kernel/ids';
import { attendancesOfActivity } from '#projections/activity-register/activity-register.query';
import { ImportBatches, type ImportBatch } from './batch.js';
import { isOfBatch, type ImportHouse } from './import.js';
import type { PlannedRow } from './plan.js';
import type { ImportResult, MinutesCompared } from './result.js';
import { runPlan, type RunParts } from './run.js';
import { settled } from './settled.js';

/** What was asked for cannot be attested. Chinese message. */
export class AttestationImpossible extends Error {
  override readonly name = 'AttestationImpossible';
}

export interface Attestation {
  readonly sessions: number;
  /** Chinese sentences, one for each session that this person may not attest. */
  readonly refusals: readonly string[];
  readonly minutes: MinutesCompared;
}

/** A second person attests what an import recorded (F-07). Repeatable. Throws AttestationImpossible and ImportInterrupted. */
export async function attestBatch(
  house: ImportHouse,
  actor: Actor,
  batchId: BatchId,
  told: Partial<Pick<RunParts, 'onProgress' | 'pauses'>> = {},
): Promise<Attestation> {
  const { batch, result } = await recordedBatch(house, actor, batchId);
  const rows = (result.sessions ?? []).map(({ activityId, sessionId, attendances }): PlannedRow => ({
    // The number tells a session to which somebody was added since it was attested.
    key: `attest/${sessionId}/${actor.accountId}/${attendances}`,
    subject: 'ATTENDANCE',
    rows: [],
    steps: [{ name: 'attest', command: { type: 'AttestAttendance', data: { activityId, sessionId } } }],
  }));
  const outcomes = await runPlan({ stages: [rows] }, batch.batchId, {
    submit: (command, commandId) => house.counter.submit(actor, command, { commandId, batch: batchId }),
    isOwn: (receipt) => isOfBatch(house.store, receipt, batchId),
    numberOf: () => undefined,
    onProgress: told.onProgress ?? (() => undefined),
    ...(told.pauses ? { pauses: told.pauses } : {}),
  });
  await settled(house);
  return {
    sessions: rows.length,
    refusals: outcomes.flatMap(({ refusal }) => refusal ?? []),
    minutes: await compareMinutes(house, result),
  };
}

async function recordedBatch(
  house: ImportHouse,
  actor: Actor,
  batchId: BatchId,
): Promise<{ batch: ImportBatch; result: ImportResult }> {
  const batch = await new ImportBatches(house.mainPool).byId(batchId);
  // The same answer as for a batch of units this person has nothing to do with.
  const verdict =
    batch && mayCommand(actor, 'AttestAttendance', { ancestry: await house.tree.ancestry(batch.organizationId) });
  if (!batch || batch.kind !== 'sign-in' || verdict === 'out_of_scope')
    throw new AttestationImpossible('没有找到这个签到表导入批次，请核对批次号。');
  if (verdict === 'role_missing')
    throw new AttestationImpossible('当前账号没有确认签到记录的角色，请由队长或党支部书记办理。');
  if (batch.accountId === actor.accountId)
    throw new AttestationImpossible('签到表是由这个账号导入的，须由另一个人确认。');
  if (!batch.result) throw new AttestationImpossible('这个批次还没有导入完，请先用原来的命令把导入做完，再确认。');
  return { batch, result: batch.result };
}

const pageSize = 200;

/** What the ledger counts for the activities of an import, against the minutes of the sheet. */
export async function compareMinutes(
  { read }: Pick<ImportHouse, 'read'>,
  { sessions = [], fileMinutes = 0 }: Pick<ImportResult, 'sessions' | 'fileMinutes'>,
): Promise<MinutesCompared> {
  let creditedMinutes = 0;
  let conflictedMinutes = 0;
  for (const activityId of new Set(sessions.map((session) => session.activityId)))
    for (let page = 1, left = 1; left > 0; page++) {
      const { items, total } = await attendancesOfActivity(read, { activityId, scope: undefined, page, pageSize });
      creditedMinutes += items.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0);
      conflictedMinutes += items.reduce(
        (sum, { state, serviceMinutes }) => sum + (state === 'conflicted' ? serviceMinutes : 0),
        0,
      );
      left = total - page * pageSize;
    }
  return { fileMinutes, creditedMinutes, conflictedMinutes };
}
