import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { DropAnnualActivity, PlanAnnualActivity } from '#libs/annual-plan/annual-plan.commands';
import type { Receipt } from '#libs/event-store/ledger';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { AnnualPlanCommandMessage } from './annual-plan.handler.js';

@ApiTags('年度活动计划')
@Controller('api/teams/:teamId/years/:year/plan')
export class AnnualPlanController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('', PlanAnnualActivity, '列入年度活动计划')
  plan(@Command(PlanAnnualActivity) data: PlanAnnualActivity, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new AnnualPlanCommandMessage({ type: 'PlanAnnualActivity', data }, by));
  }

  @Takes(':planLineId/dropping', DropAnnualActivity, '取消一项计划')
  drop(@Command(DropAnnualActivity) data: DropAnnualActivity, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new AnnualPlanCommandMessage({ type: 'DropAnnualActivity', data }, by));
  }
}
