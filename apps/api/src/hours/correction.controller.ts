import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  CorrectServiceHours,
  EstablishFalseClaim,
  MoveServiceHours,
  ReverseServiceHours,
} from '#libs/hours/correction.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { HoursCommandMessage } from './hours.handler.js';

/** What was wrong: reversed, corrected, moved; never changed and never deleted. */
@ApiTags('时长更正')
@Controller('api/hours/:volunteerId/:year/:entryId')
export class CorrectionController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('reversal', ReverseServiceHours, '冲销时长记录')
  reverse(@Command(ReverseServiceHours) data: ReverseServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'ReverseServiceHours', data }, by));
  }

  @Takes('correction', CorrectServiceHours, '更正时长：冲销原记录，记入更正后的记录')
  correct(@Command(CorrectServiceHours) data: CorrectServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'CorrectServiceHours', data }, by));
  }

  @Takes('move', MoveServiceHours, '记错了人：冲销并改记给实际服务的志愿者')
  move(@Command(MoveServiceHours) data: MoveServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'MoveServiceHours', data }, by));
  }

  @Takes('false-claim', EstablishFalseClaim, '认定虚报并冲销')
  establish(@Command(EstablishFalseClaim) data: EstablishFalseClaim, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'EstablishFalseClaim', data }, by));
  }
}
