import type { Message } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { IsCodeFrom, IsIdOf, IsLocalDay, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import {
  analysisPeriods,
  organizationConclusions,
  type AnalysisPeriod,
  type OrganizationConclusion,
} from './unit-review.events.js';

/** The figures are not asked for: they are taken from the movements between the two days. */
export class PrepareRosterReview {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  /** 1 in January, 2 in July. */
  @IsWholeNumber('第几次调整', 1, 2)
  half!: number;

  @IsLocalDay('上次核对日期')
  sinceOn!: LocalDate;

  @IsLocalDay('本次核对日期')
  untilOn!: LocalDate;
}

export class ConfirmRosterReview {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsWholeNumber('第几次调整', 1, 2)
  half!: number;

  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

export class PrepareParticipationAnalysis {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsCodeFrom('分析期', analysisPeriods)
  period!: AnalysisPeriod;
}

export class SignParticipationAnalysis {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsCodeFrom('分析期', analysisPeriods)
  period!: AnalysisPeriod;

  @IsTextUpTo('分析结论', 2000)
  conclusion!: string;
}

/** The figures are not asked for: they are worked out of the ledger when the command is decided. */
export class PrepareOrganizationReview {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;
}

export class ConfirmOrganizationReview {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsCodeFrom('评议结论', organizationConclusions)
  conclusion!: OrganizationConclusion;

  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

export type UnitReviewCommand =
  | Message<'PrepareRosterReview', PrepareRosterReview>
  | Message<'ConfirmRosterReview', ConfirmRosterReview>
  | Message<'PrepareParticipationAnalysis', PrepareParticipationAnalysis>
  | Message<'SignParticipationAnalysis', SignParticipationAnalysis>
  | Message<'PrepareOrganizationReview', PrepareOrganizationReview>
  | Message<'ConfirmOrganizationReview', ConfirmOrganizationReview>;

export const unitReviewCommands = {
  PrepareRosterReview,
  ConfirmRosterReview,
  PrepareParticipationAnalysis,
  SignParticipationAnalysis,
  PrepareOrganizationReview,
  ConfirmOrganizationReview,
} as const;
