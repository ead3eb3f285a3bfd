import { applyDecorators, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { CheckInCode } from '#libs/counter/check-in-codes';
import type { EvidenceFile } from '#libs/counter/evidence-files';
import type { ActivityId, SessionId } from '#libs/kernel/ids';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { PathId } from '../http/asked.js';
import { Problem } from '../http/problem.js';
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

/** What is needed beside the commands: a file before it is named as evidence, and the code on the leader's screen. */
@ApiTags('活动')
@Controller('api/activities/:activityId')
export class EvidenceController {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @TakesFile('evidence-files', '上传佐证文件')
  async keep(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @Req() { body }: FastifyRequest,
  ): Promise<EvidenceFile> {
    if (!Buffer.isBuffer(body)) throw new Problem('media_type', { detail: '佐证文件只收 JPEG、PNG 图片和 PDF。' });
    await this.house.counter.assertMay(actor, { type: 'AddEvidence', data: { activityId } } as never);
    return this.house.evidenceFiles.keep(body);
  }

  @Shows('sessions/:sessionId/check-in-code', '现场签到码，每 30 秒更换')
  async code(
    @Signed() { actor }: SignedIn,
    @PathId('activityId') activityId: ActivityId,
    @PathId('sessionId') sessionId: SessionId,
  ): Promise<CheckInCode> {
    await this.house.counter.assertMay(actor, { type: 'HoldSession', data: { activityId, sessionId } } as never);
    return this.house.checkInCodes.shownFor(sessionId);
  }
}
