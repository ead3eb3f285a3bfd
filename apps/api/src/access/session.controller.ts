import { Controller, Get, Inject, Ip, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Accounts, loginOf } from '#libs/access/accounts';
import type { Actor } from '#libs/access/actor';
import { LoginThrottle } from '#libs/access/login-throttle';
import { Sessions, type OpenSession } from '#libs/access/sessions';
import type { AccountId } from '#libs/kernel/ids';
import { API_OPTIONS, type ApiOptions } from '../api-parts.js';
import { Accepts } from '../docs/described.js';
import { sessionCookie } from '../http/cookie.js';
import { Problem } from '../http/problem.js';
import { OpenToAll, Signed, WithTemporaryPassword, type SessionRequest, type SignedIn } from '../http/signed-in.js';
import { Body } from '../http/submitting.js';
import { AccountActRequest, ChangePasswordRequest, SignInRequest } from './access.requests.js';

interface Me extends Actor {
  readonly login: string;
  readonly passwordIsTemporary: boolean;
}

@ApiTags('登录')
@Controller('api')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly throttle: LoginThrottle,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @OpenToAll()
  @Accepts('login', SignInRequest, '登录')
  async signIn(
    @Body(SignInRequest) { login, password }: SignInRequest,
    @Ip() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Actor> {
    const attempt = this.throttle.begin(loginOf(login), address);
    if (typeof attempt === 'number')
      throw new Problem('too_many_requests', {
        detail: `登录失败次数过多，请 ${attempt} 秒后再试。`,
        retryAfterSeconds: attempt,
      });
    const actor = await this.accounts.signIn(login, password);
    if (!actor) throw new Problem('not_signed_in', { detail: '登录名或密码不正确，或账号已停用。' });
    attempt.succeeded();
    await this.openSession(actor.accountId, reply);
    return actor;
  }

  @WithTemporaryPassword()
  @Accepts('logout', AccountActRequest, '退出登录，会话立即失效')
  async signOut(
    @Req() request: SessionRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ signedOut: true }> {
    const { name, options } = sessionCookie(this.options);
    await this.sessions.close(request.cookies[name] ?? '');
    void reply.clearCookie(name, options);
    return { signedOut: true };
  }

  @Get('sessions')
  @WithTemporaryPassword()
  @ApiOperation({ summary: '自己在各处的登录' })
  async openSessions(
    @Signed() { actor }: SignedIn,
    @Req() { cookies }: SessionRequest,
  ): Promise<{ items: readonly OpenSession[] }> {
    const token = cookies[sessionCookie(this.options).name] ?? '';
    return { items: await this.sessions.list(actor.accountId, token) };
  }

  @WithTemporaryPassword()
  @Accepts('sessions/closure', AccountActRequest, '在所有地方退出登录，包括这里')
  async signOutEverywhere(
    @Signed() { actor }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ signedOut: true }> {
    const { name, options } = sessionCookie(this.options);
    await this.sessions.closeAll(actor.accountId);
    void reply.clearCookie(name, options);
    return { signedOut: true };
  }

  @Get('me')
  @WithTemporaryPassword()
  @ApiOperation({ summary: '当前登录的账号及其角色' })
  me(@Signed() { actor, login, passwordIsTemporary }: SignedIn): Me {
    return { ...actor, login, passwordIsTemporary };
  }

  @WithTemporaryPassword()
  @Accepts('password', ChangePasswordRequest, '修改自己的密码；其他会话立即失效')
  async changePassword(
    @Body(ChangePasswordRequest) asked: ChangePasswordRequest,
    @Signed() { actor }: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ changed: true }> {
    await this.accounts.changePassword(actor.accountId, asked);
    await this.openSession(actor.accountId, reply);
    return { changed: true };
  }

  /** A new token each time: one that was there before the sign-in is worth nothing after it. */
  private async openSession(accountId: AccountId, reply: FastifyReply): Promise<void> {
    const { name, options } = sessionCookie(this.options);
    void reply.setCookie(name, await this.sessions.open(accountId), options);
  }
}
