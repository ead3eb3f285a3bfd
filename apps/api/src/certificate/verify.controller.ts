import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { certificateDocument } from '#libs/books/certificate';
import { certificateCode, certificateNumber } from '#libs/certificate/certificate.events';
import { verifiedHtml, verifiedOf, type VerifiedCertificate } from '#libs/forms/certificate';
import { certificatePlace } from '#projections/certificate-register/certificate-register.query';
import { HOUSE, type House } from '../api-parts.js';
import { formPolicy } from '../http/form-policy.js';
import { Problem } from '../http/problem.js';
import { OpenToAll } from '../http/signed-in.js';

/** Twenty papers a minute are checked by hand; 60 bits are not found by trying. */
const perMinute = { rateLimit: { max: 20, timeWindow: 60_000 } };

/** Order 67 art. 17: whoever is shown a certificate may check it. The address holds number and code, nothing of the person. */
@ApiTags('服务记录证明')
@OpenToAll()
@Controller()
export class VerifyController {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @Get('verify/:number/:code')
  @RouteConfig(perMinute)
  @ApiOperation({ summary: '查验证明（网页），不须登录' })
  @ApiResponse({ status: 200, description: '查验结果，个人信息已遮盖' })
  @ApiResponse({ status: 404, description: '编号或查验码不对' })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', formPolicy)
  @Header('cache-control', 'no-store')
  async page(
    @Param('number') number: string,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const found = await this.verified(number, code);
    void reply.status(found ? 200 : 404);
    return verifiedHtml(found);
  }

  @Get('api/verify/:number/:code')
  @RouteConfig(perMinute)
  @ApiOperation({ summary: '查验证明，不须登录' })
  @ApiResponse({ status: 200, description: '查验结果，个人信息已遮盖' })
  @ApiResponse({ status: 404, description: '编号或查验码不对' })
  async verify(@Param('number') number: string, @Param('code') code: string): Promise<VerifiedCertificate> {
    const found = await this.verified(number, code);
    if (!found) throw new Problem('not_found', { detail: '没有这份证明：编号或查验码不对。' });
    return found;
  }

  private async verified(number: string, text: string): Promise<VerifiedCertificate | undefined> {
    const code = text.toUpperCase();
    if (!certificateNumber.test(number) || !certificateCode.test(code)) return undefined;
    const place = await certificatePlace(this.house.read, { number, code });
    const document = place && (await certificateDocument(this.house, place));
    // A paper that nobody signed is none.
    return document && document.standing !== 'PREPARED' ? verifiedOf(document) : undefined;
  }
}
