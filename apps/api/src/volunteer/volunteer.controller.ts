import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  SubmitApplication,
  ReturnApplication,
  DeclineApplication,
  ApproveApplication,
  EnrolVolunteer,
  ChangeParticulars,
  ChoosePrimaryTeam,
  ClearPrimaryTeam,
  WithdrawVolunteer,
} from '#libs/volunteer/volunteer.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { VolunteerCommandMessage } from './volunteer.handler.js';

@ApiTags('志愿者')
@Controller('api/volunteers')
export class VolunteerController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', SubmitApplication, '提交申请登记')
  submit(@Command(SubmitApplication) data: SubmitApplication, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'SubmitApplication', data }, by));
  }

  @Takes(':volunteerId/application-return', ReturnApplication, '退回申请')
  returnApplication(@Command(ReturnApplication) data: ReturnApplication, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ReturnApplication', data }, by));
  }

  @Takes(':volunteerId/application-decline', DeclineApplication, '不予通过申请')
  declineApplication(@Command(DeclineApplication) data: DeclineApplication, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'DeclineApplication', data }, by));
  }

  @Takes(':volunteerId/application-approval', ApproveApplication, '审核通过申请')
  approve(@Command(ApproveApplication) data: ApproveApplication, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ApproveApplication', data }, by));
  }

  @Takes(':volunteerId/enrolment', EnrolVolunteer, '登记造册')
  enrol(@Command(EnrolVolunteer) data: EnrolVolunteer, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'EnrolVolunteer', data }, by));
  }

  @Takes(':volunteerId/particulars', ChangeParticulars, '变更登记事项')
  changeParticulars(@Command(ChangeParticulars) data: ChangeParticulars, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ChangeParticulars', data }, by));
  }

  @Takes(':volunteerId/primary-team', ChoosePrimaryTeam, '选定主队')
  choosePrimaryTeam(@Command(ChoosePrimaryTeam) data: ChoosePrimaryTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ChoosePrimaryTeam', data }, by));
  }

  @Takes(':volunteerId/primary-team/end', ClearPrimaryTeam, '取消主队')
  clearPrimaryTeam(@Command(ClearPrimaryTeam) data: ClearPrimaryTeam, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'ClearPrimaryTeam', data }, by));
  }

  @Takes(':volunteerId/withdrawal', WithdrawVolunteer, '退出')
  withdraw(@Command(WithdrawVolunteer) data: WithdrawVolunteer, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new VolunteerCommandMessage({ type: 'WithdrawVolunteer', data }, by));
  }
}
