import { Controller, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { importKinds } from '#libs/importing/batch';
import { batchStates, importBatches, outcomes, rowsOfBatch, type BatchItem } from '#libs/importing/batch-list';
import type { RowOutcome } from '#libs/importing/result';
import { waitingBatches, type WaitingBatch } from '#libs/importing/waiting-batches';
import type { BatchId, OrganizationId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, oneOf, paging, PathId, sorted, type Asked } from '../http/asked.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const listed = {
  ...sorted(['startedAt', 'kind', 'refused']),
  within: idOf<OrganizationId>('只看此党组织及其下级'),
  kind: oneOf('导入的种类', importKinds),
  state: oneOf('状态', batchStates),
};
const waiting = { ...paging, within: idOf<OrganizationId>('只看此党组织及其下级') };
const rows = { ...paging, outcome: oneOf('只看此结果', outcomes) };

/** What was brought in from files: which batch, of which file, by whom, when, and what became of it. */
@ApiTags('时长')
@Controller('api/imports')
export class BatchWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @Shows('', '导入批次：批次号、文件哈希、导入人、时间、状态和各结果的行数，新的在前', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, ...asked }: Asked<typeof listed>,
  ): Promise<Page<BatchItem>> {
    return importBatches(this.house.mainPool, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('waiting', '有待确认或待批准的签到表导入批次，各有几条、多少分钟，旧的在前', waiting)
  async waiting(
    @Signed() { actor }: SignedIn,
    @Asking(waiting) { within, ...asked }: Asked<typeof waiting>,
  ): Promise<Page<WaitingBatch>> {
    return waitingBatches(this.house, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows(':batchId/rows', '一个批次逐行的结果（各结果行数的明细）', rows)
  async rows(
    @Signed() { actor }: SignedIn,
    @PathId('batchId') batchId: BatchId,
    @Asking(rows) asked: Asked<typeof rows>,
  ): Promise<Page<RowOutcome>> {
    const scope = await this.reading.scope(actor);
    const { items } = await importBatches(this.house.mainPool, { scope, batchId });
    await this.reading.found(actor, batchId, items[0]);
    return rowsOfBatch(this.house.mainPool, { ...asked, scope, batchId });
  }
}
