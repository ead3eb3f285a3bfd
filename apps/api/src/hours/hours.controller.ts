import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import { ReverseServiceHours } from '#libs/hours/hours.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { HoursCommandMessage } from './hours.handler.js';

@ApiTags('时长')
@Controller('api/hours')
export class HoursController {
  constructor(private readonly commands: CommandBus) {}

  @Takes(':volunteerId/:year/:entryId/reversal', ReverseServiceHours, '冲销时长记录')
  reverse(@Command(ReverseServiceHours) data: ReverseServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'ReverseServiceHours', data }, by));
  }
}
