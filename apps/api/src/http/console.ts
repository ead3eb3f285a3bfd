import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyStatic from '@fastify/static';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where the console stands; everything below is one page, which its own router divides. */
export const consolePath = '/console/';
const noncePlace = /__CSP_NONCE__/g;

/** Scripts of this site alone, no style but of files and of whom this answer names: Ant Design writes its styles while it runs. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** The console's folder as it was built, or nothing where it was not. */
export const builtConsole = (folder: string | undefined): string | undefined =>
  folder !== undefined && existsSync(path.join(folder, 'index.html')) ? folder : undefined;

/** Serves the built console: files under their hash for ever, its one page anew each time. */
export async function serveConsole(app: NestFastifyApplication, folder: string): Promise<void> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: `${consolePath}assets/`,
    preCompressed: true,
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  const send = (_request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', policyWith(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replace(noncePlace, nonce));
  };
  const instance = app.getHttpAdapter().getInstance();
  instance.get('/console', (_request, reply) => reply.redirect(consolePath));
  instance.get(`${consolePath}*`, send);
}
