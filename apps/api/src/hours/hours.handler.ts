import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { HoursCommand } from '#libs/hours/hours.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class HoursCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: HoursCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(HoursCommandMessage)
export class HoursCommandHandler implements ICommandHandler<HoursCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: HoursCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
