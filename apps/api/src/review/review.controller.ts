import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  PrepareVolunteerReview,
  ConfirmVolunteerReview,
  PrepareTeamReview,
  ConfirmTeamReview,
} from '#libs/review/review.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ReviewCommandMessage } from './review.handler.js';

@ApiTags('年度评议')
@Controller('api/reviews')
export class ReviewController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('volunteers/:volunteerId/:year/preparation', PrepareVolunteerReview, '生成志愿者年度评议')
  prepareVolunteer(@Command(PrepareVolunteerReview) data: PrepareVolunteerReview, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'PrepareVolunteerReview', data }, by));
  }

  @Takes('volunteers/:volunteerId/:year/confirmation', ConfirmVolunteerReview, '确认志愿者评议结论')
  confirmVolunteer(@Command(ConfirmVolunteerReview) data: ConfirmVolunteerReview, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'ConfirmVolunteerReview', data }, by));
  }

  @Takes('teams/:teamId/:year/preparation', PrepareTeamReview, '生成服务队年度评议')
  prepareTeam(@Command(PrepareTeamReview) data: PrepareTeamReview, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'PrepareTeamReview', data }, by));
  }

  @Takes('teams/:teamId/:year/confirmation', ConfirmTeamReview, '确认服务队评议结论')
  confirmTeam(@Command(ConfirmTeamReview) data: ConfirmTeamReview, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'ConfirmTeamReview', data }, by));
  }
}
