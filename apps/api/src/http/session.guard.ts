import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Sessions } from '#libs/access/sessions';
import { API_OPTIONS, type ApiOptions } from '../api-parts.js';
import { sessionCookie } from './cookie.js';
import { Deadline } from './deadline.js';
import { assertSameOrigin } from './same-origin.js';
import { Problem } from './problem.js';
import {
  forAdministratorKey,
  openToAllKey,
  temporaryPasswordKey,
  type SessionRequest,
  type SignedIn,
} from './signed-in.js';

/** Stands before every route: no session, no answer, unless the route says otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly deadline: Deadline,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SessionRequest>();
    const token = request.cookies[sessionCookie(this.options).name];
    assertSameOrigin(request, token !== undefined);
    request.signedIn =
      token === undefined ? undefined : await this.deadline.inTime(context, this.sessions.signedIn(token));
    if (this.says(context, openToAllKey)) return true;
    if (!request.signedIn) throw new Problem('not_signed_in', { detail: '请先登录；长时间未操作会自动退出。' });
    this.assertMay(context, request.signedIn);
    return true;
  }

  private assertMay(context: ExecutionContext, { actor, passwordIsTemporary }: SignedIn): void {
    if (passwordIsTemporary && !this.says(context, temporaryPasswordKey))
      throw new Problem('password_must_change', { detail: '当前密码由管理员设置，请先改成自己的密码。' });
    const isAdministrator = actor.grants.some(({ role }) => role === 'SYSTEM_ADMINISTRATOR');
    if (this.says(context, forAdministratorKey) && !isAdministrator)
      throw new Problem('not_allowed', { detail: '只有系统管理员可以办理。' });
  }

  private says(context: ExecutionContext, key: string): boolean {
    return (
      this.reflector.getAllAndOverride<boolean | undefined>(key, [context.getHandler(), context.getClass()]) === true
    );
  }
}
