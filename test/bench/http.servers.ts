import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { pino } from 'pino';
import { PlanActivity } from '#libs/activity/activity.commands';
import { FormServiceGroup } from '#libs/team/team.commands';
import { openHouseOn, type Databases } from '#libs/house/house';
import { createApi } from '../../apps/api/src/bootstrap.js';

export interface Serve {
  readonly which: 'product' | 'bare';
  readonly databases: Databases;
  readonly dataDir: string;
}

const connections = 32;
let pool: pg.Pool;
const insert = {
  name: 'insert',
  text: 'insert into bare_entry (stream, revision, event_id, type, entry) values ($1, 0, $2, $3, $4)',
};

async function store(stream: string, type: string, asked: object): Promise<object> {
  const id = randomUUID();
  await pool.query({ ...insert, values: [stream, id, type, JSON.stringify(asked)] });
  return { id };
}

/** The limit: the same classes of class-validator, one INSERT of what came in, and nothing else a product has. */
@Controller('api')
class BareController {
  @Post('teams/:teamId/groups')
  form(@Body() asked: FormServiceGroup): Promise<object> {
    return store(`group-${asked.groupId}`, 'ServiceGroupFormed', asked);
  }

  @Post('activities')
  plan(@Body() asked: PlanActivity): Promise<object> {
    return store(`activity-${asked.activityId}`, 'ActivityPlanned', asked);
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

async function bare({ main }: Databases): Promise<NestFastifyApplication> {
  pool = new pg.Pool({ ...main, max: connections });
  await pool.query(`create table if not exists bare_entry (
    position bigint generated always as identity primary key, stream text collate "C" not null, revision bigint not null,
    event_id uuid not null unique, type text not null, entry text not null, unique (stream, revision))`);
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: true }));
  return app;
}

async function product({ databases, dataDir }: Serve): Promise<NestFastifyApplication> {
  const house = await openHouseOn(databases, { dataDir, env: {} });
  // The log as in production, line by line, to where it costs no disk.
  const log = pino({ level: 'info' }, createWriteStream('/dev/null'));
  return createApi(house, { log, requestsPerMinuteMax: 100_000_000 });
}

// An orderly end, so that a profile is written.
process.once('disconnect', () => process.exit());
process.once('message', (message) => {
  const serve = message as Serve;
  void (serve.which === 'bare' ? bare(serve.databases) : product(serve)).then(async (app) => {
    await app.listen(0, '127.0.0.1');
    process.send!({ port: (app.getHttpServer().address() as { port: number }).port });
  });
});
