import type { Actor } from '#libs/access/actor';
import { mayCommand } from '#libs/access/permissions';
import type { BatchId } from '#libs/kernel/ids';
import { ImportBatches, type ImportBatch } from './batch.js';
import type { ImportHouse } from './import.js';
import type { ImportResult } from './result.js';

/** What was asked for cannot be attested or approved. Chinese message. */
export class BatchActImpossible extends Error {
  override readonly name = 'BatchActImpossible';

  constructor(
    readonly why: 'not_found' | 'role_missing' | 'not_ready',
    message: string,
  ) {
    super(message);
  }
}

const roleMissing = {
  AttestAttendance: '当前账号没有确认签到记录的角色，请由队长或党支部书记办理。',
  ApproveServiceHours: '当前账号没有批准逾期补录的角色，请由审批人或单位党办办理。',
} as const;

/** A batch of sign-in sheets that was written, for somebody who may act on it. Throws BatchActImpossible. */
export async function recordedBatch(
  house: Pick<ImportHouse, 'mainPool' | 'tree'>,
  actor: Actor,
  batchId: BatchId,
  act: keyof typeof roleMissing,
): Promise<{ batch: ImportBatch; result: ImportResult }> {
  const batch = await new ImportBatches(house.mainPool).byId(batchId);
  // The same answer as for a batch of units this person has nothing to do with.
  const verdict = batch && mayCommand(actor, act, { ancestry: await house.tree.reportingLine(batch.organizationId) });
  if (!batch || batch.kind !== 'sign-in' || verdict === 'out_of_scope')
    throw new BatchActImpossible('not_found', '没有找到这个签到表导入批次，请核对批次号。');
  if (verdict === 'role_missing') throw new BatchActImpossible('role_missing', roleMissing[act]);
  if (batch.accountId === actor.accountId)
    throw new BatchActImpossible('not_ready', '签到表是由这个账号导入的，须由另一个人确认和批准。');
  if (!batch.result)
    throw new BatchActImpossible('not_ready', '这个批次还没有导入完，请先用原来的命令把导入做完，再办理。');
  return { batch, result: batch.result };
}
