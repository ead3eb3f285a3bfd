import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  AnswerServiceHoursDispute,
  DisputeServiceHours,
  EscalateServiceHoursDispute,
} from '#libs/hours/dispute.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { HoursCommandMessage } from './hours.handler.js';

/** F-27: a question about an entry, and its answer. */
@ApiTags('时长异议')
@Controller('api/hours/:volunteerId/:year/disputes')
export class DisputeController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', DisputeServiceHours, '对时长记录提出异议')
  dispute(@Command(DisputeServiceHours) data: DisputeServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'DisputeServiceHours', data }, by));
  }

  @Takes(':disputeId/escalation', EscalateServiceHoursDispute, '转上一级：逾期未答复，或不服答复')
  escalate(
    @Command(EscalateServiceHoursDispute) data: EscalateServiceHoursDispute,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'EscalateServiceHoursDispute', data }, by));
  }

  @Takes(':disputeId/answer', AnswerServiceHoursDispute, '答复异议')
  answer(@Command(AnswerServiceHoursDispute) data: AnswerServiceHoursDispute, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'AnswerServiceHoursDispute', data }, by));
  }
}
