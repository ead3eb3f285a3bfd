import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#libs/event-store/ledger';
import {
  ConfirmOrganizationReview,
  ConfirmRosterReview,
  PrepareOrganizationReview,
  PrepareParticipationAnalysis,
  PrepareRosterReview,
  SignParticipationAnalysis,
} from '#libs/review/unit-review.commands';
import { Takes } from '../docs/described.js';
import { By, Command, type Acting } from '../http/submitting.js';
import { ReviewCommandMessage } from './review.handler.js';

@ApiTags('动态调整与汇总分析')
@Controller('api/organizations/:organizationId')
export class UnitReviewController {
  constructor(private readonly commands: CommandBus) {}

  @Takes('roster-reviews', PrepareRosterReview, '汇总两个日期之间花名册的变动')
  prepareRoster(@Command(PrepareRosterReview) data: PrepareRosterReview, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'PrepareRosterReview', data }, by));
  }

  @Takes('roster-review-confirmations', ConfirmRosterReview, '确认动态调整：变动属实，其余不变')
  confirmRoster(@Command(ConfirmRosterReview) data: ConfirmRosterReview, @By() by: Acting): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'ConfirmRosterReview', data }, by));
  }

  @Takes('participation-analyses', PrepareParticipationAnalysis, '汇总半年或全年参与情况')
  prepareAnalysis(
    @Command(PrepareParticipationAnalysis) data: PrepareParticipationAnalysis,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'PrepareParticipationAnalysis', data }, by));
  }

  @Takes('participation-analysis-signatures', SignParticipationAnalysis, '签署参与情况汇总分析')
  signAnalysis(
    @Command(SignParticipationAnalysis) data: SignParticipationAnalysis,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'SignParticipationAnalysis', data }, by));
  }

  @Takes('annual-reviews', PrepareOrganizationReview, '汇总党组织年度评议的数字')
  prepareReview(
    @Command(PrepareOrganizationReview) data: PrepareOrganizationReview,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'PrepareOrganizationReview', data }, by));
  }

  @Takes('annual-review-confirmations', ConfirmOrganizationReview, '确认党组织年度评议的结论')
  confirmReview(
    @Command(ConfirmOrganizationReview) data: ConfirmOrganizationReview,
    @By() by: Acting,
  ): Promise<Receipt> {
    return this.commands.execute(new ReviewCommandMessage({ type: 'ConfirmOrganizationReview', data }, by));
  }
}
