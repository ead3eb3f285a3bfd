import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { OrganizationCommand } from '#libs/organization/organization.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class OrganizationCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: OrganizationCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(OrganizationCommandMessage)
export class OrganizationCommandHandler implements ICommandHandler<OrganizationCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: OrganizationCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
