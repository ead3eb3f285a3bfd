import { Inject, Injectable, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_OPTIONS, type ApiOptions } from '../api-parts.js';
import { Problem } from './problem.js';

const answerMillisecondsDefault = 2_800;
// Whoever came late to the door for another reason still gets this.
const answerMillisecondsMin = 100;
const longMilliseconds = 30_000;
const longKey = 'takes long';

/** A whole form or a whole history: may be worked at for half a minute. */
export const TakesLong = (): MethodDecorator & ClassDecorator => SetMetadata(longKey, true);

/**
 * Nobody waits for a slow database: after three seconds the answer is that there is none yet. What was asked goes on, so
 * a command may still be stored; its Idempotency-Key finds it.
 */
@Injectable()
export class Deadline {
  constructor(
    private readonly reflector: Reflector,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
  ) {}

  /** Milliseconds that are left to answer this request. */
  left(context: ExecutionContext): number {
    const { elapsedTime } = context.switchToHttp().getResponse<FastifyReply>();
    const targets = [context.getHandler(), context.getClass()];
    const isLong = this.reflector.getAllAndOverride<boolean | undefined>(longKey, targets);
    const allowed = isLong ? longMilliseconds : (this.options.answerMilliseconds ?? answerMillisecondsDefault);
    return Math.max(answerMillisecondsMin, allowed - elapsedTime);
  }

  /** The same answer, or Problem when it comes too late. */
  async inTime<T>(context: ExecutionContext, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooLate(context)), this.left(context));
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

export const tooLate = (context: ExecutionContext): Problem =>
  new Problem('unavailable', {
    detail:
      context.switchToHttp().getRequest<FastifyRequest>().method === 'GET'
        ? '未能及时得出结果，请稍候再试。'
        : '暂不能确认是否已经记入。重试时请使用同一个 Idempotency-Key，已记入的不会重复记入。',
    retryAfterSeconds: 2,
  });
