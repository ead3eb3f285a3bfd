import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import { EndQuotaExemption, ExemptFromQuota, RecordReminderTalk } from '#libs/review/quota.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ReviewCommandMessage } from './review.handler.js';

@ApiTags('免除要求与提醒教育')
@Controller('api/volunteers/:volunteerId')
export class QuotaController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('exemptions', ExemptFromQuota, '免除一段时间的年度时长要求')
  exempt(@Command(ExemptFromQuota) data: ExemptFromQuota, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'ExemptFromQuota', data }, by));
  }

  @Takes('exemptions/:exemptionId/end', EndQuotaExemption, '恢复年度时长要求')
  endExemption(@Command(EndQuotaExemption) data: EndQuotaExemption, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'EndQuotaExemption', data }, by));
  }

  @Takes('reminder-talks', RecordReminderTalk, '记录提醒教育；是否谈话由人决定')
  recordTalk(@Command(RecordReminderTalk) data: RecordReminderTalk, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'RecordReminderTalk', data }, by));
  }
}
