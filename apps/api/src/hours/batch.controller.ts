import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotAllowed } from '#libs/counter/counter';
import { lateReasons, type LateReason } from '#libs/hours/hours.events';
import { approvePart, type ApprovedPart } from '#libs/importing/approve';
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

/** What came late in an import, approved by a third person in one act (F-05). */
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
    try {
      return await approvePart(this.house, actor, batchId, { ...asked, limit, told: { pauses: [] } });
    } catch (error) {
      // What the store said is known at this door already.
      if (error instanceof ImportInterrupted) throw error.cause;
      if (!(error instanceof BatchActImpossible)) throw error;
      throw error.why === 'not_ready' ? new Problem('refused', { detail: error.message }) : new NotAllowed(error.why);
    }
  }
}
