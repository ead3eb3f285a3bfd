import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { NoteBreachRemedy, NotifyBreachPersons, RecordBreach, ReportBreach } from '#libs/breach/breach.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { BreachCommandMessage } from './breach.handler.js';

@ApiTags('个人信息')
@Controller('api/breaches')
export class BreachController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', RecordBreach, '登记个人信息泄露、篡改、丢失（个人信息保护法第五十七条）')
  record(@Command(RecordBreach) data: RecordBreach, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new BreachCommandMessage({ type: 'RecordBreach', data }, by));
  }

  @Takes(':breachId/remedies', NoteBreachRemedy, '登记补救措施')
  remedy(@Command(NoteBreachRemedy) data: NoteBreachRemedy, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new BreachCommandMessage({ type: 'NoteBreachRemedy', data }, by));
  }

  @Takes(':breachId/reports', ReportBreach, '登记已向有关部门或上级报告')
  report(@Command(ReportBreach) data: ReportBreach, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new BreachCommandMessage({ type: 'ReportBreach', data }, by));
  }

  @Takes(':breachId/notices', NotifyBreachPersons, '通知涉及的本人，一次最多 200 人；本人登录后看得到')
  notify(@Command(NotifyBreachPersons) data: NotifyBreachPersons, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new BreachCommandMessage({ type: 'NotifyBreachPersons', data }, by));
  }
}
