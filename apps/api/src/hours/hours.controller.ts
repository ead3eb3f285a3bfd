import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  ApproveServiceHours,
  AttestServiceHours,
  DeclineServiceHours,
  RecordServiceHours,
  ResolveServiceHoursConflict,
  WithdrawServiceHours,
} from '#libs/hours/entry.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { HoursCommandMessage } from './hours.handler.js';

/** Entries by hand, and what somebody decides about an entry that does not count yet. */
@ApiTags('时长')
@Controller('api/hours')
export class HoursController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', RecordServiceHours, '登记个人做好事、结对帮扶、站点值守、外部或结转时长，待另一人确认')
  record(@Command(RecordServiceHours) data: RecordServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'RecordServiceHours', data }, by));
  }

  @Takes(':volunteerId/:year/:entryId/attestation', AttestServiceHours, '确认登记的时长')
  attest(@Command(AttestServiceHours) data: AttestServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'AttestServiceHours', data }, by));
  }

  @Takes(':volunteerId/:year/:entryId/approval', ApproveServiceHours, '批准待批准的时长记录')
  approve(@Command(ApproveServiceHours) data: ApproveServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'ApproveServiceHours', data }, by));
  }

  @Takes(':volunteerId/:year/:entryId/decline', DeclineServiceHours, '不予计入')
  decline(@Command(DeclineServiceHours) data: DeclineServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'DeclineServiceHours', data }, by));
  }

  @Takes(':volunteerId/:year/:entryId/withdrawal', WithdrawServiceHours, '登记人撤回尚未确认的登记；本人可撤回自己登记的')
  withdraw(@Command(WithdrawServiceHours) data: WithdrawServiceHours, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'WithdrawServiceHours', data }, by));
  }

  @Takes(':volunteerId/:year/:entryId/conflict-resolution', ResolveServiceHoursConflict, '处理时长冲突')
  resolve(@Command(ResolveServiceHoursConflict) data: ResolveServiceHoursConflict, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new HoursCommandMessage({ type: 'ResolveServiceHoursConflict', data }, by));
  }
}
