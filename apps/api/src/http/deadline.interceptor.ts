import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { throwError, timeout, type Observable } from 'rxjs';
import { Deadline, tooLate } from './deadline.js';

/** Holds every route to the deadline; the session guard, which comes before, holds itself to it. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  constructor(private readonly deadline: Deadline) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next
      .handle()
      .pipe(timeout({ first: this.deadline.left(context), with: () => throwError(() => tooLate(context)) }));
  }
}
