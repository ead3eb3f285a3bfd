import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { StarCommand, StarSchemeCommand } from '#libs/star/star.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class StarCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: StarCommand | StarSchemeCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(StarCommandMessage)
export class StarCommandHandler implements ICommandHandler<StarCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: StarCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
