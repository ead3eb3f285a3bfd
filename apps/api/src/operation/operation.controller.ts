import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOperation, ApiTags } from '@nestjs/swagger';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply } from 'fastify';
import { QueryFailedError } from 'typeorm';
import { isAlarming, type LastAudit } from '#libs/house/last-audit';
import type { LetterCounts } from '#libs/outbox/letter-box';
import { isLate } from '#libs/postgres/prompt-client';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { builtConsole, consolePath } from '../http/console.js';
import { Problem } from '../http/problem.js';
import { OpenToAll, type SessionRequest } from '../http/signed-in.js';
import { homePage } from './home.js';
import { Metrics, refusedReactions } from './metrics.js';
import { maySeeOperation } from './near.js';

interface Health {
  readonly status: 'up' | 'degraded' | 'down';
  readonly live: true;
  /** `slow`: no answer within the time a request may take. */
  readonly database: 'up' | 'slow' | 'down';
  readonly leading?: boolean;
  readonly head?: string | null;
  readonly refusedReactions?: number;
  /** The last nightly audit; null where none was made. `isAlarming`: it found something, could not be made, or is overdue. */
  readonly audit?: (LastAudit & { readonly isAlarming: boolean }) | null;
  /** Letters to people outside that are not delivered. */
  readonly letters?: LetterCounts;
  readonly projections?: readonly {
    readonly name: string;
    readonly position: string | null;
    readonly stopped: object | null;
  }[];
}

const down: Health = { status: 'down', live: true, database: 'down' };
const stateMillisecondsMax = 2_000;
const slow: Health = { status: 'degraded', live: true, database: 'slow' };

@ApiTags('运行')
@OpenToAll()
@Controller()
export class OperationController {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly metrics: Metrics,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  @Get()
  @ApiExcludeEndpoint()
  @Header('content-type', 'text/html; charset=utf-8')
  async home(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (builtConsole(this.options.consoleFolder) !== undefined) void reply.status(302).header('location', consolePath);
    return homePage((await this.state()).status);
  }

  @Get('api/health')
  @ApiOperation({ summary: '运行状况；明细只给本机、审计员和系统管理员' })
  async health(@Req() request: SessionRequest): Promise<Pick<Health, 'status'>> {
    const state = await this.state();
    return maySeeOperation(request) ? state : { status: state.status };
  }

  @Get('api/ready')
  @ApiOperation({ summary: '是否可以接受请求：200 或 503' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Pick<Health, 'status'>> {
    const { status, database } = await this.state();
    void reply.status(database === 'up' ? 200 : 503);
    return { status };
  }

  @Get('api/metrics')
  @ApiOperation({ summary: 'Prometheus 指标；只给本机、审计员和系统管理员' })
  async figures(@Req() request: SessionRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!maySeeOperation(request)) throw new Problem('not_allowed');
    void reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }

  /** Whoever looks after the machine is told at once that its database is slow. */
  private state(): Promise<Health> {
    return Promise.race([this.asked(), sleep(stateMillisecondsMax, slow, { ref: false })]);
  }

  private async asked(): Promise<Health> {
    const { engine, store, main } = this.house;
    try {
      await main.query('select 1');
      const [checkpoints, head, refused, audit, letters] = await Promise.all([
        engine.checkpoints(),
        store.head(),
        refusedReactions(this.house),
        this.house.lastAudit(),
        this.house.letters.counts(),
      ]);
      const alarm = audit !== undefined && isAlarming(audit, this.house.time());
      return {
        status: alarm || letters.givenUp > 0 || checkpoints.some(({ stopped }) => stopped) ? 'degraded' : 'up',
        live: true,
        database: 'up',
        leading: engine.isLeading,
        head,
        refusedReactions: refused,
        audit: audit ? { ...audit, isAlarming: alarm } : null,
        letters,
        projections: checkpoints.map(({ name, position, stopped }) => ({ name, position, stopped })),
      };
    } catch (error) {
      return isLate(error instanceof QueryFailedError ? error.driverError : error) ? slow : down;
    }
  }
}
