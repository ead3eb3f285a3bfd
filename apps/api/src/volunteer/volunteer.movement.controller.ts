import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  SendAffiliationTransfer,
  ReceiveAffiliationTransfer,
  RefuseAffiliationTransfer,
  CallBackAffiliationTransfer,
  MoveAffiliation,
  RecordRetirement,
  RecordDeath,
  RetractDeath,
  CeaseMembership,
  RestoreMembership,
  ExtendProbation,
  MergePersons,
  UndoMerge,
} from '#libs/volunteer/volunteer.movement.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { VolunteerCommandMessage } from './volunteer.handler.js';

@ApiTags('人员变动')
@Controller('api/volunteers/:volunteerId')
export class VolunteerMovementController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('transfer', SendAffiliationTransfer, '转出组织关系')
  sendTransfer(@Command(SendAffiliationTransfer) data: SendAffiliationTransfer, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'SendAffiliationTransfer', data }, by));
  }

  @Takes('transfer/reception', ReceiveAffiliationTransfer, '接收组织关系')
  receiveTransfer(
    @Command(ReceiveAffiliationTransfer) data: ReceiveAffiliationTransfer,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ReceiveAffiliationTransfer', data }, by));
  }

  @Takes('transfer/refusal', RefuseAffiliationTransfer, '退回组织关系')
  refuseTransfer(
    @Command(RefuseAffiliationTransfer) data: RefuseAffiliationTransfer,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'RefuseAffiliationTransfer', data }, by));
  }

  @Takes('transfer/call-back', CallBackAffiliationTransfer, '撤回转出的组织关系')
  callBackTransfer(
    @Command(CallBackAffiliationTransfer) data: CallBackAffiliationTransfer,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'CallBackAffiliationTransfer', data }, by));
  }

  @Takes('affiliation-move', MoveAffiliation, '随党组织合并或拆分转到承接党组织')
  moveAffiliation(@Command(MoveAffiliation) data: MoveAffiliation, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'MoveAffiliation', data }, by));
  }

  @Takes('retirement', RecordRetirement, '登记退休')
  recordRetirement(@Command(RecordRetirement) data: RecordRetirement, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'RecordRetirement', data }, by));
  }

  @Takes('death', RecordDeath, '登记去世')
  recordDeath(@Command(RecordDeath) data: RecordDeath, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'RecordDeath', data }, by));
  }

  @Takes('death/retraction', RetractDeath, '更正去世登记')
  retractDeath(@Command(RetractDeath) data: RetractDeath, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'RetractDeath', data }, by));
  }

  @Takes('membership-end', CeaseMembership, '登记党籍处理')
  ceaseMembership(@Command(CeaseMembership) data: CeaseMembership, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'CeaseMembership', data }, by));
  }

  @Takes('membership-restoration', RestoreMembership, '登记党籍恢复')
  restoreMembership(@Command(RestoreMembership) data: RestoreMembership, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'RestoreMembership', data }, by));
  }

  @Takes('probation-extension', ExtendProbation, '登记预备期延长')
  extendProbation(@Command(ExtendProbation) data: ExtendProbation, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ExtendProbation', data }, by));
  }

  @Takes('merge', MergePersons, '并入同一人的另一条登记')
  mergePersons(@Command(MergePersons) data: MergePersons, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'MergePersons', data }, by));
  }

  @Takes('merge/undoing', UndoMerge, '撤销合并')
  undoMerge(@Command(UndoMerge) data: UndoMerge, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'UndoMerge', data }, by));
  }
}
