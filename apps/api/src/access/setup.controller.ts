import { Controller, Get, Header, Inject, Ip, Query, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { LoginThrottle } from '#libs/access/login-throttle';
import { Setup } from '#libs/access/setup';
import { AccountRefused } from '#libs/access/account-refused';
import type { AccountId } from '#libs/kernel/ids';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { Problem } from '../http/problem.js';
import { OpenToAll } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { SetupRequest } from './access.requests.js';
import { setupOver, setupPage, setupPagePolicy } from './setup-page.js';
import { registerTop } from './top-organization.js';

@ApiTags('首次设置')
@OpenToAll()
@Controller()
export class SetupController {
  constructor(
    private readonly setup: Setup,
    private readonly throttle: LoginThrottle,
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get('setup')
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', setupPagePolicy)
  @Header('cache-control', 'no-store')
  async page(@Query('token') token: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const isValid = typeof token === 'string' && (await this.setup.isValid(token));
    void reply.status(isValid ? 200 : 404);
    return isValid ? setupPage(token) : setupOver();
  }

  @Accepts('api/setup', SetupRequest, '用一次性链接建立第一位系统管理员，并可登记最上级党组织')
  async complete(@Body(SetupRequest) asked: SetupRequest, @Ip() address: string): Promise<{ accountId: AccountId }> {
    const attempt = this.throttle.begin('', address);
    if (typeof attempt === 'number') throw new Problem('too_many_requests', { retryAfterSeconds: attempt });
    if (!(await this.setup.isValid(asked.token))) throw new AccountRefused('setup_token_must_be_valid');
    attempt.succeeded();
    // The organization first: without it there would be an account and nobody to register one.
    await this.registerTop(asked);
    return { accountId: await this.setup.complete(asked) };
  }

  private async registerTop({ organizationName: name, unitName, organizationKind: kind, pack }: SetupRequest): Promise<void> {
    if (name === undefined && unitName === undefined) return;
    if (name === undefined || unitName === undefined || kind === undefined)
      throw new Problem('invalid', {
        detail: '登记最上级党组织须同时填写名称、单位名称和类别',
        faults: [{ field: 'organizationName', message: '党组织名称、单位名称和类别须同时填写' }],
      });
    await registerTop(this.house, { name, unitName, kind, ...(pack ? { pack } : {}) }, (this.options.now ?? this.house.time)());
  }
}
