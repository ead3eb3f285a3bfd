import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { BreachCommand } from '#libs/breach/breach.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { Submitting, type Acting } from '../http/submitting.js';

export class BreachCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: BreachCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(BreachCommandMessage)
export class BreachCommandHandler implements ICommandHandler<BreachCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: BreachCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
