import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ClosingCommand } from '#libs/closing/closing.commands';
import type { CorrectionNoticeCommand } from '#libs/correction-notice/correction-notice.commands';
import type { Receipt } from '#libs/event-store/ledger';
import type { YearCloseCommand } from '#libs/hours/year-close.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class ClosingCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: ClosingCommand | YearCloseCommand | CorrectionNoticeCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(ClosingCommandMessage)
export class ClosingCommandHandler implements ICommandHandler<ClosingCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: ClosingCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
