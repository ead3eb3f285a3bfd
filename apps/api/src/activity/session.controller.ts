import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import {
  AddEvidence,
  CancelSignUp,
  CheckIn,
  CheckOut,
  ChangeActivity,
  RescheduleSession,
  ScheduleSession,
  SignUp,
} from '#libs/activity/session.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ActivityCommandMessage } from './activity.handler.js';

@ApiTags('活动')
@Controller('api/activities/:activityId')
export class SessionController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('scheduled-sessions', ScheduleSession, '预告场次')
  schedule(@Command(ScheduleSession) data: ScheduleSession, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'ScheduleSession', data }, by));
  }

  @Takes('sessions/:sessionId/rescheduling', RescheduleSession, '改期：报名和候补都保留，逐人告知')
  reschedule(@Command(RescheduleSession) data: RescheduleSession, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'RescheduleSession', data }, by));
  }

  @Takes('change', ChangeActivity, '举办前变更地点或负责人；报名和候补的人逐人告知')
  change(@Command(ChangeActivity) data: ChangeActivity, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'ChangeActivity', data }, by));
  }

  @Takes('sessions/:sessionId/sign-ups', SignUp, '报名')
  signUp(@Command(SignUp) data: SignUp, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'SignUp', data }, by));
  }

  @Takes('sessions/:sessionId/sign-ups/:volunteerId/cancellation', CancelSignUp, '取消报名')
  cancelSignUp(@Command(CancelSignUp) data: CancelSignUp, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'CancelSignUp', data }, by));
  }

  @Takes('sessions/:sessionId/check-ins', CheckIn, '现场签到')
  checkIn(@Command(CheckIn) data: CheckIn, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'CheckIn', data }, by));
  }

  @Takes('sessions/:sessionId/check-outs', CheckOut, '现场签退')
  checkOut(@Command(CheckOut) data: CheckOut, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'CheckOut', data }, by));
  }

  @Takes('evidence', AddEvidence, '登记佐证')
  addEvidence(@Command(AddEvidence) data: AddEvidence, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ActivityCommandMessage({ type: 'AddEvidence', data }, by));
  }
}
