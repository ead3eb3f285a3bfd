import type { FastifyRequest } from 'fastify';
import type { SessionRequest } from '../http/signed-in.js';

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** Asked on the machine itself, and not handed on by a proxy that runs there. */
function isLocal({ socket, headers }: FastifyRequest): boolean {
  const isForwarded =
    headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined;
  return !isForwarded && loopback.includes(socket.remoteAddress ?? '');
}

/** Who may see how the machine is doing: itself, auditors, the system administrator. */
export const maySeeOperation = (request: SessionRequest): boolean =>
  isLocal(request) ||
  (request.signedIn?.actor.grants.some(({ role }) => role === 'AUDITOR' || role === 'SYSTEM_ADMINISTRATOR') ?? false);
