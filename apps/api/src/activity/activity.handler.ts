import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { ActivityCommand } from '#libs/activity/activity.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class ActivityCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: ActivityCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(ActivityCommandMessage)
export class ActivityCommandHandler implements ICommandHandler<ActivityCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: ActivityCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
