import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { evidenceBytesMax } from '#libs/counter/evidence-files';
import type { ApiOptions } from '../api-parts.js';
import { uploadLimits } from '../importing/uploads.js';
import { Metrics } from '../operation/metrics.js';
import { builtConsole, serveConsole } from './console.js';
import { parseJsonBody } from './json-body.js';
import { Problem, problemOfStatus } from './problem.js';
import { sendProblem } from './problem.filter.js';
import type { SessionRequest } from './signed-in.js';

/** The longest command is a sheet of 200 lines with a note each. */
const bodyBytesMax = 1_048_576;
const requestMillisecondsMax = 30_000;
const requestsPerMinuteMaxDefault = 1_200;

const contentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
};

export function fastifyAdapter({ trustProxy }: ApiOptions): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMillisecondsMax,
    genReqId: () => randomUUID(),
    trustProxy: trustProxy ?? false,
    // What the router cannot read never gets to Nest.
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, problemOfStatus(error.statusCode ?? 400)),
  });
}

/** Parsers, headers, limits, log and figures: what stands before and after every route. */
export async function equip(app: NestFastifyApplication, options: ApiOptions): Promise<void> {
  const instance = app.getHttpAdapter().getInstance();
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJsonBody(body as Buffer));
    } catch (error) {
      // Handed on as the body: of an error thrown here the framework would keep nothing but a status.
      if (error instanceof Problem) done(null, error);
      else done(error as Error);
    }
  });
  // One byte more than is kept: what is too large is told apart from what is cut off.
  instance.addContentTypeParser(
    ['image/jpeg', 'image/png', 'application/pdf'],
    { parseAs: 'buffer', bodyLimit: evidenceBytesMax + 1 },
    (_request, body, done) => done(null, body),
  );
  instance.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: uploadLimits.fileBytesMax + 1 },
    (_request, body, done) => done(null, body),
  );
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    strictTransportSecurity: options.trustHttps === true,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(fastifyRateLimit, {
    max: options.requestsPerMinuteMax ?? requestsPerMinuteMaxDefault,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) =>
      new Problem('too_many_requests', {
        detail: '请求过于频繁，请稍候再试。',
        retryAfterSeconds: Math.ceil(ttl / 1000),
      }),
  });
  watch(instance, app.get(Metrics), options);
  const folder = builtConsole(options.consoleFolder);
  if (folder !== undefined) await serveConsole(app, folder);
}

function watch(instance: FastifyInstance, metrics: Metrics, { log }: ApiOptions): void {
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    done();
  });
  instance.addHook('onResponse', (request: SessionRequest, reply, done) => {
    // The pattern, never the URL: a URL holds ids and what somebody looked for.
    const [route, seconds] = [request.routeOptions.url ?? 'unknown', reply.elapsedTime / 1000];
    metrics.requestSeconds.observe({ route, method: request.method, status: reply.statusCode }, seconds);
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        account: request.signedIn?.actor.accountId,
      },
      '请求',
    );
    done();
  });
}
