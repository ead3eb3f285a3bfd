import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { VolunteerCommand } from '#libs/volunteer/volunteer.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class VolunteerCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: VolunteerCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(VolunteerCommandMessage)
export class VolunteerCommandHandler implements ICommandHandler<VolunteerCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: VolunteerCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
