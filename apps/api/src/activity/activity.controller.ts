import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  PlanActivity,
  InsureActivity,
  TiePlanLine,
  HoldSession,
  RecordAttendance,
  WithdrawAttendance,
  AttestAttendance,
  CancelActivity,
} from '#libs/activity/activity.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ActivityCommandMessage } from './activity.handler.js';

@ApiTags('活动')
@Controller('api/activities')
export class ActivityController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', PlanActivity, '登记活动')
  plan(@Command(PlanActivity) data: PlanActivity, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'PlanActivity', data }, by));
  }

  @Takes(':activityId/insurance', InsureActivity, '登记保险')
  insure(@Command(InsureActivity) data: InsureActivity, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'InsureActivity', data }, by));
  }

  @Takes(':activityId/plan-lines', TiePlanLine, '对应年度活动计划')
  tiePlanLine(@Command(TiePlanLine) data: TiePlanLine, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'TiePlanLine', data }, by));
  }

  @Takes(':activityId/sessions', HoldSession, '登记场次')
  hold(@Command(HoldSession) data: HoldSession, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'HoldSession', data }, by));
  }

  @Takes(':activityId/sessions/:sessionId/attendances', RecordAttendance, '登记签到')
  recordAttendance(@Command(RecordAttendance) data: RecordAttendance, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'RecordAttendance', data }, by));
  }

  @Takes(':activityId/sessions/:sessionId/attendances/:volunteerId/withdrawal', WithdrawAttendance, '撤回签到')
  withdrawAttendance(@Command(WithdrawAttendance) data: WithdrawAttendance, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'WithdrawAttendance', data }, by));
  }

  @Takes(':activityId/sessions/:sessionId/attestation', AttestAttendance, '确认签到，时长随后记入')
  attest(@Command(AttestAttendance) data: AttestAttendance, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'AttestAttendance', data }, by));
  }

  @Takes(':activityId/cancellation', CancelActivity, '取消活动')
  cancel(@Command(CancelActivity) data: CancelActivity, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'CancelActivity', data }, by));
  }
}
