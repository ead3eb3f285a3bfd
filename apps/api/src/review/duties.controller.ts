import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import { CheckTenHaves, RecordQuarterlyMeeting } from '#libs/review/duties.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ReviewCommandMessage } from './review.handler.js';

@ApiTags('例会与十有')
@Controller('api/teams/:teamId')
export class DutiesController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('quarterly-meetings', RecordQuarterlyMeeting, '登记季度工作例会')
  meet(@Command(RecordQuarterlyMeeting) data: RecordQuarterlyMeeting, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'RecordQuarterlyMeeting', data }, by));
  }

  @Takes('ten-haves', CheckTenHaves, '登记“十有”自查')
  check(@Command(CheckTenHaves) data: CheckTenHaves, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'CheckTenHaves', data }, by));
  }
}
