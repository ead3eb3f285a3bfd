import { createParamDecorator, Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/access/actor';
import { selfDealingRules } from '#libs/access/self-dealing';
import { NotAllowed, type AnyCommand } from '#libs/counter/counter';
import { Refused, type Receipt } from '#libs/event-store/ledger';
import { isUuid, type CommandId } from '#libs/kernel/ids';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { Metrics } from '../operation/metrics.js';
import { invalid } from './problem.js';
import type { SessionRequest } from './signed-in.js';
import { bodyObject, shaped, withPathIds, type Shape } from './validation.js';

/** Who asks, under which command id. */
export interface Acting {
  readonly actor: Actor;
  readonly commandId: CommandId;
}

const keyHeader = 'idempotency-key';

function commandIdOf(header: string | string[] | undefined): CommandId {
  if (header === undefined) return randomUUID() as CommandId;
  const key = typeof header === 'string' ? header.toLowerCase() : '';
  if (!isUuid(key)) throw invalid('Idempotency-Key 必须是 UUID', 'Idempotency-Key');
  return key as CommandId;
}

/** The one who acts and the command id: the client's `Idempotency-Key`, or a new one, which the answer tells. */
export const By = createParamDecorator((_none: unknown, context: ExecutionContext): Acting => {
  const http = context.switchToHttp();
  const { headers, signedIn } = http.getRequest<SessionRequest>();
  if (!signedIn) throw new Error('a command needs somebody who gives it');
  const commandId = commandIdOf(headers[keyHeader]);
  void http.getResponse<FastifyReply>().header(keyHeader, commandId);
  return { actor: signedIn.actor, commandId };
});

/** The command's data: the body and the ids of the path, checked as the command class says. */
export const Command = createParamDecorator((shape: Shape<object>, context: ExecutionContext): object => {
  const { body, params } = context.switchToHttp().getRequest<FastifyRequest>();
  return shaped(shape, withPathIds(shape, bodyObject(body), params as Readonly<Record<string, string>>));
});

/** A request that is not a command: the body alone. */
export const Body = createParamDecorator((shape: Shape<object>, context: ExecutionContext): object =>
  shaped(shape, bodyObject(context.switchToHttp().getRequest<FastifyRequest>().body)),
);

/** Hands a command to the counter, measures it and notes what was not allowed. */
@Injectable()
export class Submitting {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly metrics: Metrics,
    private readonly notes: AccessNotes,
  ) {}

  async submit(command: AnyCommand, { actor, commandId }: Acting): Promise<Receipt> {
    const end = this.metrics.appendSeconds.startTimer({ command: command.type });
    try {
      return await this.house.counter.submit(actor, command, { commandId });
    } catch (error) {
      if (error instanceof NotAllowed)
        await this.notes.note('denied', actor, { command: command.type, why: error.why });
      if (error instanceof Refused) await this.noteSelfDealing(error, command, actor);
      throw error;
    } finally {
      end();
    }
  }

  private async noteSelfDealing({ refusal: { refused } }: Refused, command: AnyCommand, actor: Actor): Promise<void> {
    if (!selfDealingRules.has(refused)) return;
    const { organizationId } = await this.house.counter.assertMay(actor, command);
    await this.notes.note('self_dealing_refused', actor, { command: command.type, rule: refused, organizationId });
  }
}
