import type { Message } from '#libs/kernel/decider';
import type { TeamId, VolunteerId } from '#libs/kernel/ids';
import { IsCodeFrom, IsIdOf, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import { teamConclusions, volunteerConclusions } from './review.events.js';

/** The figures are not asked for: they are worked out of the ledger when the command is decided. */
export class PrepareVolunteerReview {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;
}

export class ConfirmVolunteerReview {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsCodeFrom('评议结论', volunteerConclusions)
  conclusion!: (typeof volunteerConclusions)[number];

  /** Required where the conclusion is an exemption. */
  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

/** The figures are not asked for: they are worked out of the ledger when the command is decided. */
export class PrepareTeamReview {
  @IsIdOf('志愿服务队')
  teamId!: TeamId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;
}

export class ConfirmTeamReview {
  @IsIdOf('志愿服务队')
  teamId!: TeamId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsCodeFrom('评议结论', teamConclusions)
  conclusion!: (typeof teamConclusions)[number];

  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

export type ReviewCommand =
  | Message<'PrepareVolunteerReview', PrepareVolunteerReview>
  | Message<'ConfirmVolunteerReview', ConfirmVolunteerReview>
  | Message<'PrepareTeamReview', PrepareTeamReview>
  | Message<'ConfirmTeamReview', ConfirmTeamReview>;

export const reviewCommands = {
  PrepareVolunteerReview,
  ConfirmVolunteerReview,
  PrepareTeamReview,
  ConfirmTeamReview,
} as const;
