import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { AnnualPlanCommand } from '#libs/annual-plan/annual-plan.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class AnnualPlanCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: AnnualPlanCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(AnnualPlanCommandMessage)
export class AnnualPlanCommandHandler implements ICommandHandler<AnnualPlanCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: AnnualPlanCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
