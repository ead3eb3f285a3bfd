import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '#libs/access/sessions';

export type { SignedIn };

/** Set by the session guard before any route that is not `OpenToAll`. */
export interface SessionRequest extends FastifyRequest {
  signedIn?: SignedIn | undefined;
}

export const openToAllKey = 'open to all';
export const forAdministratorKey = 'for the system administrator';
export const temporaryPasswordKey = 'also with a temporary password';

/** No session is asked for. */
export const OpenToAll = (): CustomDecorator => SetMetadata(openToAllKey, true);
/** The system administrator's routes; nobody else's. */
export const ForAdministrator = (): CustomDecorator => SetMetadata(forAdministratorKey, true);
/** Reachable before a temporary password was changed. */
export const WithTemporaryPassword = (): CustomDecorator => SetMetadata(temporaryPasswordKey, true);

/** Who sent this request. */
export const Signed = createParamDecorator((_none: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SessionRequest>();
  if (!signedIn) throw new Error('a route that asks who signed in must not be open to all');
  return signedIn;
});
