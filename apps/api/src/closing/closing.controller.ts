import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { CloseYear, CloseYearProvisionally } from '#libs/closing/closing.commands';
import { GiveCorrectionNotice } from '#libs/correction-notice/correction-notice.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { AdjustPriorYear } from '#libs/hours/year-close.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ClosingCommandMessage } from './closing.handler.js';

@ApiTags('年结')
@Controller('api')
export class ClosingController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('books/:organizationId/:year/provisional-close', CloseYearProvisionally, '预结：固定试算的数字')
  closeProvisionally(
    @Command(CloseYearProvisionally) data: CloseYearProvisionally,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new ClosingCommandMessage({ type: 'CloseYearProvisionally', data }, by));
  }

  @Takes('books/:organizationId/:year/close', CloseYear, '正式年结；试算须平')
  close(@Command(CloseYear) data: CloseYear, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ClosingCommandMessage({ type: 'CloseYear', data }, by));
  }

  @Takes('hours/:volunteerId/prior-year-adjustments', AdjustPriorYear, '年结后调整：记在当前年度，已结账册不变')
  adjust(@Command(AdjustPriorYear) data: AdjustPriorYear, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ClosingCommandMessage({ type: 'AdjustPriorYear', data }, by));
  }

  @Takes(
    'hours/:volunteerId/:year/findings/:findingId/notices',
    GiveCorrectionNotice,
    '更正告知：登记已把更正告知某份文书的接收人',
  )
  notify(@Command(GiveCorrectionNotice) data: GiveCorrectionNotice, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ClosingCommandMessage({ type: 'GiveCorrectionNotice', data }, by));
  }
}
