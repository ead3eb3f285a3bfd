import type { Message } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { StarLevel } from '#libs/policy/star-scheme';
import {
  IsCodeFrom,
  IsIdOf,
  IsLocalDay,
  IsReference,
  IsTextUpTo,
  IsWholeNumber,
  Maybe,
} from '#libs/reference/validators';
import { starRevocationReasons, starSchemeReference } from './star.events.js';

type Stars = StarLevel['stars'];

export class AdoptStarScheme {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsReference('星级标准', starSchemeReference, 'STAR-2012-340')
  scheme!: string;

  @IsWholeNumber('标准版本', 1, 1000)
  schemeVersion!: number;

  @IsLocalDay('生效日期')
  effectiveOn!: LocalDate;
}

/** The minutes are not asked for: they are added up from the person's own hours when the command is decided. */
export class ApplyForStar {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('申报星级', 1, 5)
  stars!: Stars;

  @IsLocalDay('时长截止日期')
  asOfOn!: LocalDate;
}

export class AwardStar {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('认定星级', 1, 5)
  stars!: Stars;

  /** Required where the scheme leaves the decision to the province, which does not work in this ledger. */
  @Maybe()
  @IsTextUpTo('认定文件', 120)
  document?: string;
}

export class DeclineStar {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('申报星级', 1, 5)
  stars!: Stars;

  @IsTextUpTo('不予认定的理由', 500)
  reason!: string;
}

export class RevokeStar {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('星级', 1, 5)
  stars!: Stars;

  @IsCodeFrom('撤销类别', starRevocationReasons)
  reasonCode!: (typeof starRevocationReasons)[number];

  @IsTextUpTo('撤销理由', 500)
  reason!: string;
}

export type StarCommand =
  | Message<'ApplyForStar', ApplyForStar>
  | Message<'AwardStar', AwardStar>
  | Message<'DeclineStar', DeclineStar>
  | Message<'RevokeStar', RevokeStar>;
export type StarSchemeCommand = Message<'AdoptStarScheme', AdoptStarScheme>;

export const starCommands = { ApplyForStar, AwardStar, DeclineStar, RevokeStar } as const;
export const starSchemeCommands = { AdoptStarScheme } as const;
