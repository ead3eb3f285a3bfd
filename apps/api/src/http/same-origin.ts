import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

const readingMethods = ['GET', 'HEAD', 'OPTIONS'];

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/**
 * Refuses a state-changing request that another site's page sent (Fetch Metadata; Origin for older browsers). A program
 * without either header may ask, but not with a session cookie: a browser would have told where it comes from.
 */
export function assertSameOrigin(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  hasSession: boolean,
): void {
  if (readingMethods.includes(method)) return;
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  const isOwn =
    site === undefined
      ? origin === undefined
        ? !hasSession
        : hostOf(origin) === headers.host
      : site === 'same-origin';
  if (!isOwn)
    throw new Problem('foreign_origin', { detail: '只接受本站页面发出的请求；程序调用请带上与网址相同的 Origin。' });
}
