import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { TeamCommand } from '#libs/team/team.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class TeamCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: TeamCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(TeamCommandMessage)
export class TeamCommandHandler implements ICommandHandler<TeamCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: TeamCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
