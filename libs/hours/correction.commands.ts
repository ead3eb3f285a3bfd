import type { DisputeId, HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import type { Minutes, TimeOfDay } from '#libs/kernel/time';
import { IsCodeFrom, IsIdOf, IsTextUpTo, IsTimeOfDayText, IsWholeNumber, Maybe } from '#libs/reference/validators';
import { IsEvidenceHash, OfEntry } from './entry.commands.js';

abstract class Correcting extends OfEntry {
  @IsTextUpTo('原因', 500)
  reason!: string;

  @Maybe()
  @IsEvidenceHash()
  evidenceHash?: string;

  @Maybe()
  @IsIdOf('异议编号')
  disputeId?: DisputeId;
}

abstract class CorrectingPlainly extends Correcting {
  /** Where and when it was decided. */
  @Maybe()
  @IsTextUpTo('处理决定', 200)
  decision?: string;
}

/** A false claim is established by a finding of its own; what somebody decided about an overlap is said there. */
export const plainReversalReasons = [
  'RECORDING_ERROR',
  'WRONG_PERSON',
  'DUPLICATE',
  'NOT_VOLUNTEER_SERVICE',
  'REWARDED_SERVICE',
] as const;

/** 冲销: the original stays readable, its minutes no longer count. */
export class ReverseServiceHours extends CorrectingPlainly {
  @IsCodeFrom('冲销类别', plainReversalReasons)
  reasonCode!: (typeof plainReversalReasons)[number];
}

/** F-02: the old figure is reversed and the new one credited, both stay readable. */
export class CorrectServiceHours extends CorrectingPlainly {
  @IsCodeFrom('更正类别', plainReversalReasons)
  reasonCode!: (typeof plainReversalReasons)[number];

  /** New: of the entry that stands in the place of the old one. */
  @IsIdOf('更正后的时长记录编号')
  replacementId!: HoursEntryId;

  @IsWholeNumber('更正后的服务时长（分钟）', 1, 1440)
  serviceMinutes!: Minutes;

  @Maybe()
  @IsTimeOfDayText('更正后的开始时间')
  startsAt?: TimeOfDay;

  @Maybe()
  @IsTimeOfDayText('更正后的结束时间')
  endsAt?: TimeOfDay;
}

/** F-10: reversed on the one, credited on the other. */
export class MoveServiceHours extends CorrectingPlainly {
  @IsIdOf('实际服务的志愿者')
  toVolunteerId!: VolunteerId;

  /** New: of the entry on the right person's ledger. */
  @IsIdOf('新的时长记录编号')
  toEntryId!: HoursEntryId;
}

/** F-01: the entry is reversed and the finding written down, with the decision it rests on. */
export class EstablishFalseClaim extends Correcting {
  @IsTextUpTo('处理决定', 200)
  decision!: string;
}

export const correctionCommands = {
  ReverseServiceHours,
  CorrectServiceHours,
  MoveServiceHours,
  EstablishFalseClaim,
} as const;
