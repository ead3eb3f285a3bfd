import type { Message } from '#libs/kernel/decider';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Minutes } from '#libs/kernel/time';
import { IsCodeFrom, IsIdOf, IsReference, IsTextUpTo, IsWholeNumber } from '#libs/reference/validators';
import { CreditServiceHours } from './entry.commands.js';
import { adjustmentReasons, type AdjustmentReason } from './year-close.events.js';

/** Follows from the final close of the books. Never a request of its own. */
export class CloseHoursYear {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsIdOf('年结单位')
  organizationId!: OrganizationId;
}

/** Follows from the close of the year before. Never a request of its own. */
export class OpenHoursYear {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsWholeNumber('结转时长（分钟）', 0, 100_000_000)
  carriedMinutes!: Minutes;

  @IsWholeNumber('上年末条版次', 0, 10_000_000)
  closedRevision!: number;

  @IsReference('上年末条散列', /^[A-Za-z0-9+/]{43}=$/, '44 个字符')
  closedHash!: string;
}

/** Follows from an attestation that came after the close of the year it is about. Never a request of its own. */
export class PostPriorYearService extends CreditServiceHours {}

/** 年结后调整: what an entry of a closed year comes to, as known now. */
export class AdjustPriorYear {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('已年结的年度', 2000, 2200)
  adjustsYear!: number;

  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @IsIdOf('调整编号')
  adjustmentId!: HoursEntryId;

  @IsWholeNumber('应为时长（分钟）', 0, 1440)
  minutesAfter!: Minutes;

  @IsCodeFrom('调整类别', adjustmentReasons)
  reasonCode!: AdjustmentReason;

  @IsTextUpTo('调整原因', 500)
  reason!: string;
}

export type YearCloseCommand =
  | Message<'CloseHoursYear', CloseHoursYear>
  | Message<'OpenHoursYear', OpenHoursYear>
  | Message<'PostPriorYearService', PostPriorYearService>
  | Message<'AdjustPriorYear', AdjustPriorYear>;

export const yearCloseCommands = { CloseHoursYear, OpenHoursYear, PostPriorYearService, AdjustPriorYear } as const;
