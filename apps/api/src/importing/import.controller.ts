import { applyDecorators, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { forForm } from '#libs/forms/import-options.zh';
import { importKinds } from '#libs/importing/batch';
import type { OrganizationId } from '#libs/kernel/ids';
import { Accepts, Shows } from '../docs/described.js';
import { PathId } from '../http/asked.js';
import { TakesLong } from '../http/deadline.js';
import { invalid, Problem } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { ImportDesk } from './import-desk.js';
import { previewOf, type ImportPreview } from './import-preview.js';
import { ImportRuns, type ImportRun } from './import-runs.js';
import { ImportRequest, ImportRunRequest, StopImportRequest } from './import.requests.js';
import { Uploads, type Upload } from './uploads.js';

const TakesSheet = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiResponse({ status: 200, description: '文件的 SHA-256 和大小，预检和写入时填写' }),
  );

/** `zhice import` for somebody before a browser: upload, preview, yes, progress, result. Nothing is written before the yes. */
@ApiTags('导入')
@Controller('api/organizations/:organizationId')
export class ImportController {
  constructor(
    private readonly desk: ImportDesk,
    private readonly reading: Reading,
    private readonly uploads: Uploads,
    private readonly runs: ImportRuns,
  ) {}

  @TakesSheet('import-files', '上传要导入的表或纸质签到表；只在内存中保留一小时')
  async upload(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Req() { body }: FastifyRequest,
  ): Promise<Upload> {
    await this.desk.assertMay(actor, organizationId, importKinds);
    if (!Buffer.isBuffer(body)) throw new Problem('media_type', { detail: '请上传文件。' });
    if (body.length === 0) throw invalid('文件是空的，请重新选择');
    return this.uploads.keep(actor.accountId, body);
  }

  @TakesLong()
  @Accepts('import-previews', ImportRequest, '预检：每一行的每一处错误；不写入任何内容')
  async preview(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Body(ImportRequest) request: ImportRequest,
  ): Promise<ImportPreview> {
    const { preview } = await this.desk.prepared(actor, organizationId, request);
    return previewOf(preview);
  }

  @TakesLong()
  @Accepts('import-runs', ImportRunRequest, '写入预检过的表；同一份表中断后再次写入即接着进行')
  async start(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @Body(ImportRunRequest) request: ImportRunRequest,
  ): Promise<ImportRun> {
    const { runId, kind, sheet: sha256 } = request;
    await this.desk.assertMay(actor, organizationId, [kind]);
    const sheet = `${organizationId} ${kind} ${sha256}`;
    const known = (): ImportRun | undefined =>
      this.runs.find(actor.accountId, runId) ?? this.runs.underWay(actor.accountId, sheet);
    const before = known();
    if (before) return before;
    const prepared = await this.desk.prepared(actor, organizationId, request);
    const { obstacles } = prepared.preview.plan;
    if (obstacles.length > 0 && !prepared.preview.batch?.finishedAt)
      throw new Problem('refused', { detail: obstacles.map(forForm).join(' ') });
    // A second click may have come by while the sheet was read.
    return known() ?? this.runs.start({ runId, accountId: actor.accountId, sheet }, prepared);
  }

  @Shows('import-runs/:runId', '写入的进度和结果')
  async run(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathId('runId') runId: string,
  ): Promise<ImportRun> {
    await this.reading.assertSees(actor, organizationId);
    return this.reading.found(actor, runId, this.runs.find(actor.accountId, runId));
  }

  @Accepts('import-runs/:runId/stop', StopImportRequest, '停下：办完手上的几项，不再开始新的')
  async stop(
    @Signed() { actor }: SignedIn,
    @PathId('organizationId') organizationId: OrganizationId,
    @PathId('runId') runId: string,
  ): Promise<ImportRun> {
    await this.reading.assertSees(actor, organizationId);
    return this.reading.found(actor, runId, this.runs.stop(actor.accountId, runId));
  }
}
