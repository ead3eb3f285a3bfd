import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotAllowed } from '#libs/counter/counter';
import { lateReasons, type LateReason } from '#libs/kernel/late-reasons';
import { approvePart, type ApprovedPart } from '#libs/importing/approve';
import { attestPart, type AttestedPart } from '#libs/importing/attest-part';
import { BatchActImpossible } from '#libs/importing/recorded-batch';
import { ImportInterrupted } from '#libs/importing/run';
import type { BatchId, HoursEntryId } from '#libs/kernel/ids';
import { IsCodeFrom, IsIdOf, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import { HOUSE, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { PathId } from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';

const atOnce = 50;

/** An answer takes seconds at most, so a large batch is approved in several requests: `after` is `next` of the last answer. */
export class ApproveBatchRequest {
  @Maybe() @IsCodeFrom('逾期原因', lateReasons) readonly lateReasonCode?: LateReason;
  @Maybe() @IsTextUpTo('说明', 500) readonly note?: string;
  @Maybe() @IsIdOf('从哪一条之后继续') readonly after?: HoursEntryId;
  @Maybe() @IsWholeNumber('本次最多批准几条', 1, 200) readonly limit?: number;
}

/** As for the approval: a large batch in several requests, in the order of the sheet. */
export class AttestBatchRequest {
  @Maybe() @IsIdOf('从哪一条之后继续') readonly after?: HoursEntryId;
  @Maybe() @IsWholeNumber('本次最多确认几条', 1, 200) readonly limit?: number;
}

/** An import decided in one act: attested by a second person (F-07), and what came late approved by a third (F-05). */
@ApiTags('时长')
@Controller('api/imports')
export class BatchController {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @Accepts(
    ':batchId/approval',
    ApproveBatchRequest,
    '批准一批导入中的逾期补录；left 不为 0 时以 next 作 after 再次提交',
  )
  async approve(
    @Signed() { actor }: SignedIn,
    @PathId('batchId') batchId: BatchId,
    @Body(ApproveBatchRequest) { limit = atOnce, ...asked }: ApproveBatchRequest,
  ): Promise<ApprovedPart> {
    return answered(() => approvePart(this.house, actor, batchId, { ...asked, limit, told: { pauses: [] } }));
  }

  @Accepts(
    ':batchId/attestation',
    AttestBatchRequest,
    '确认一批导入的签到，逐行给出结果；left 不为 0 时以 next 作 after 再次提交',
  )
  async attest(
    @Signed() { actor }: SignedIn,
    @PathId('batchId') batchId: BatchId,
    @Body(AttestBatchRequest) { limit = atOnce, after }: AttestBatchRequest,
  ): Promise<AttestedPart> {
    return answered(() => attestPart(this.house, actor, batchId, { after, limit, told: { pauses: [] } }));
  }
}

async function answered<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    // What the store said is known at this door already.
    if (error instanceof ImportInterrupted) throw error.cause;
    if (!(error instanceof BatchActImpossible)) throw error;
    throw error.why === 'not_ready' ? new Problem('refused', { detail: error.message }) : new NotAllowed(error.why);
  }
}
