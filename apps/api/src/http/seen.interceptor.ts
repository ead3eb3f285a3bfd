import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Position } from '#libs/event-store/port';
import { HOUSE, type House } from '../api-parts.js';
import { invalid } from './problem.js';

const waitMilliseconds = 2_000;

/** `?seen=<position>`, on windows: reading one's own writes. A window that has not come so far says `stale: true`. */
@Injectable()
export class SeenInterceptor implements NestInterceptor {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { seen } = context.switchToHttp().getRequest<FastifyRequest>().query as { seen?: unknown };
    if (seen === undefined) return next.handle();
    const position = await this.position(seen);
    const isFresh = await this.house.engine.waitFor(position, waitMilliseconds);
    return isFresh ? next.handle() : next.handle().pipe(map(marked));
  }

  private async position(seen: unknown): Promise<Position> {
    const { store } = this.house;
    const head = await store.head();
    if (
      typeof seen !== 'string' ||
      !/^[\w:.-]{1,64}$/.test(seen) ||
      head === null ||
      !isReached(() => store.compare(seen as Position, head))
    )
      throw invalid('台账中没有这个位置', 'seen');
    return seen as Position;
  }
}

/** A text that is no position of this store cannot be compared. */
function isReached(compare: () => number): boolean {
  try {
    return compare() <= 0;
  } catch {
    return false;
  }
}

const marked = (answer: unknown): unknown =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? { ...answer, stale: true } : answer;
