import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import type { ApiOptions, House } from './api-parts.js';
import { ApiDocument } from './docs/docs.controller.js';
import { openApiDocument } from './docs/openapi.js';
import { equip, fastifyAdapter } from './http/server.js';

const nestLog = (log: Logger): LoggerService => ({
  log: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(String(message)),
});

/** The API over an open house; not listening yet. Closing it leaves the house open. */
export async function createApi(house: House, options: ApiOptions): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(house, options), fastifyAdapter(options), {
    bodyParser: false,
    logger: nestLog(options.log),
    abortOnError: false,
  });
  await equip(app, options);
  app.get(ApiDocument).json = openApiDocument(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
