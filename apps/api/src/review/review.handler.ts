import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Receipt } from '#libs/event-store/ledger';
import type { DutiesCommand } from '#libs/review/duties.commands';
import type { QuotaCommand } from '#libs/review/quota.commands';
import type { ReviewCommand } from '#libs/review/review.commands';
import type { UnitReviewCommand } from '#libs/review/unit-review.commands';
import { Submitting, type Acting } from '../http/submitting.js';

export class ReviewCommandMessage extends Command<Receipt> {
  constructor(
    readonly command: ReviewCommand | QuotaCommand | DutiesCommand | UnitReviewCommand,
    readonly by: Acting,
  ) {
    super();
  }
}

@CommandHandler(ReviewCommandMessage)
export class ReviewCommandHandler implements ICommandHandler<ReviewCommandMessage> {
  constructor(private readonly submitting: Submitting) {}

  execute({ command, by }: ReviewCommandMessage): Promise<Receipt> {
    return this.submitting.submit(command, by);
  }
}
