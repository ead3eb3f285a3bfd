import { applyDecorators, Controller, Get, HttpCode, Inject, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { CheckInCode } from '#libs/counter/check-in-codes';
import type { EvidenceFile } from '#libs/counter/evidence-files';
import type { ActivityId, EvidenceId, SessionId } from '#libs/kernel/ids';
import type { EvidenceType } from '#libs/activity/activity.events';
import { activityInFull } from '#projections/activity-register/activity-register.query';
import { evidence } from '#projections/activity-evidence/activity-evidence.query';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { PathId } from '../http/asked.js';
import { Problem } from '../http/problem.js';
import { Reading } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';

const TakesFile = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    ApiParam({ name: 'activityId', description: '活动编号', schema: { type: 'string', format: 'uuid' } }),
    ApiConsumes('image/jpeg', 'image/png', 'application/pdf'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
    ApiResponse({ status: 200, description: '文件的 SHA-256、大小和类型，登记佐证时填写' }),
  );

const GivesFile = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    ApiOperation({ summary }),
    ...(['activityId', 'evidenceId'] as const).map((name) =>
      ApiParam({ name, description: '编号', schema: { type: 'string', format: 'uuid' } }),
    ),
    ApiResponse({ status: 200, description: '佐证文件' }),
  );

const mediaTypes: Readonly<Record<EvidenceType, string>> = {
  JPEG: 'image/jpeg',
  PNG: 'image/png',
  PDF: 'application/pdf',
};

/** What is needed beside the commands: a file before it is named as evidence, and the code on the leader's screen. */
@ApiTags('活动')
@Controller('api/activities/:activityId')
export class EvidenceController {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
  ) {}

  @TakesFile('evidence-files', '上传佐证文件')
  async keep(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @Req() { body }: FastifyRequest,
  ): Promise<EvidenceFile> {
    await this.house.counter.assertMay(actor, { type: 'AddEvidence', data: { activityId } } as never);
    if (!Buffer.isBuffer(body)) throw new Problem('media_type', { detail: '佐证文件只收 JPEG、PNG 图片和 PDF。' });
    return this.house.evidenceFiles.keep(body);
  }

  @GivesFile('evidence/:evidenceId/file', '佐证文件')
  async file(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @PathId('evidenceId') evidenceId: EvidenceId,
  ): Promise<StreamableFile> {
    const scope = await this.reading.scope(actor);
    const { items } = await evidence(this.house.read, { scope, activityId, evidenceId });
    const item = await this.reading.found(actor, evidenceId, items[0]);
    const content = await this.reading.found(actor, evidenceId, await this.house.evidenceFiles.read(item.sha256));
    return new StreamableFile(content, { type: mediaTypes[item.contentType], disposition: 'attachment' });
  }

  @Shows('sessions/:sessionId/check-in-code', '现场签到码，每 30 秒更换')
  async code(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @PathId('sessionId') sessionId: SessionId,
  ): Promise<CheckInCode> {
    // Whoever does not see the activity learns nothing of it, also not that they lack the role.
    const seen = { activityId, scope: await this.reading.scope(actor) };
    await this.reading.found(actor, activityId, await activityInFull(this.house.read, seen));
    await this.house.counter.assertMay(actor, { type: 'HoldSession', data: { activityId, sessionId } } as never);
    return this.house.checkInCodes.shownFor(sessionId);
  }
}
