import type { DisputeId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { IsCodeFrom, IsIdOf, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import {
  disputeGrounds,
  disputeOutcomes,
  escalationReasons,
  type DisputeGround,
  type DisputeOutcome,
  type EscalationReason,
} from './hours.events.js';

abstract class OfDispute {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsIdOf('异议编号')
  disputeId!: DisputeId;
}

/** F-27, Order 67 art. 13: the volunteer or anybody concerned says that an entry is wrong or missing. */
export class DisputeServiceHours extends OfDispute {
  /** Left out where the entry is missing. */
  @Maybe()
  @IsIdOf('时长记录编号')
  entryId?: HoursEntryId;

  /** The unit that organized the service and has to answer; where an entry is named, its own unit answers. */
  @Maybe()
  @IsIdOf('活动组织单位')
  organizationId?: OrganizationId;

  @IsCodeFrom('异议类别', disputeGrounds)
  ground!: DisputeGround;

  @IsTextUpTo('异议内容', 1000)
  statement!: string;
}

/** To the organization above: overdue, or an answer that is not accepted. */
export class EscalateServiceHoursDispute extends OfDispute {
  @IsCodeFrom('上报原因', escalationReasons)
  reasonCode!: EscalationReason;
}

export class AnswerServiceHoursDispute extends OfDispute {
  @IsCodeFrom('处理结果', disputeOutcomes)
  outcome!: DisputeOutcome;

  @IsTextUpTo('答复', 1000)
  answer!: string;
}

export const disputeCommands = {
  DisputeServiceHours,
  EscalateServiceHoursDispute,
  AnswerServiceHoursDispute,
} as const;
