import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { IsCodeFrom, IsIdOf, IsLocalDay, IsTextUpTo, Maybe } from '#libs/reference/validators';

import { membershipMeasures, type MembershipMeasure } from './volunteer.events.js';

export class SendAffiliationTransfer {
  @IsIdOf('党员') readonly volunteerId: VolunteerId;
  @IsIdOf('转入党组织') readonly toOrganizationId: OrganizationId;
  @IsLocalDay('转出日期') readonly sentOn: LocalDate;
  @Maybe() @IsTextUpTo('介绍信编号', 60) readonly letterNumber?: string;
}

export class ReceiveAffiliationTransfer {
  @IsIdOf('党员') readonly volunteerId: VolunteerId;
  @IsLocalDay('接收日期') readonly receivedOn: LocalDate;
}

export class RefuseAffiliationTransfer {
  @IsIdOf('党员') readonly volunteerId: VolunteerId;
  @IsLocalDay('退回日期') readonly refusedOn: LocalDate;
  @IsTextUpTo('退回原因', 500) readonly reason: string;
}

export class CallBackAffiliationTransfer {
  @IsIdOf('党员') readonly volunteerId: VolunteerId;
  @IsLocalDay('撤回日期') readonly calledBackOn: LocalDate;
  @IsTextUpTo('撤回原因', 500) readonly reason: string;
}

/** To a successor of the home organization, which merged or split; the day is that of the merger or split. */
export class MoveAffiliation {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsIdOf('承接党组织') readonly toOrganizationId: OrganizationId;
}

export class RecordRetirement {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('退休日期') readonly retiredOn: LocalDate;
}

export class RecordDeath {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('去世日期') readonly deceasedOn: LocalDate;
  @IsTextUpTo('信息来源', 200) readonly source: string;
}

export class RetractDeath {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('更正日期') readonly retractedOn: LocalDate;
  @IsTextUpTo('更正原因', 500) readonly reason: string;
}

export class CeaseMembership {
  @IsIdOf('党员') readonly volunteerId: VolunteerId;
  /** The first day without. */
  @IsLocalDay('生效日期') readonly ceasedOn: LocalDate;
  @IsCodeFrom('处理类别', membershipMeasures) readonly measure: MembershipMeasure;
  @Maybe() @IsTextUpTo('决定文件', 120) readonly document?: string;
  @IsTextUpTo('原因', 500) readonly reason: string;
}

export class RestoreMembership {
  @IsIdOf('党员') readonly volunteerId: VolunteerId;
  @IsLocalDay('恢复日期') readonly restoredOn: LocalDate;
  @Maybe() @IsTextUpTo('决定文件', 120) readonly document?: string;
  @IsTextUpTo('原因', 500) readonly reason: string;
}

export class ExtendProbation {
  @IsIdOf('预备党员') readonly volunteerId: VolunteerId;
  @IsLocalDay('决定日期') readonly decidedOn: LocalDate;
  @IsLocalDay('延长至') readonly extendedUntil: LocalDate;
  @IsTextUpTo('原因', 500) readonly reason: string;
}

export class MergePersons {
  /** The record that gives way. */
  @IsIdOf('重复的登记') readonly volunteerId: VolunteerId;
  @IsIdOf('保留的登记') readonly survivorId: VolunteerId;
  @IsLocalDay('合并日期') readonly mergedOn: LocalDate;
  @IsTextUpTo('合并原因', 500) readonly reason: string;
  @IsTextUpTo('同一人的依据', 500) readonly evidence: string;
}

export class UndoMerge {
  @IsIdOf('重复的登记') readonly volunteerId: VolunteerId;
  @IsLocalDay('撤销日期') readonly undoneOn: LocalDate;
  @IsTextUpTo('撤销原因', 500) readonly reason: string;
}

/** Follows from a merge. */
export class LinkDuplicate {
  @IsIdOf('保留的登记') readonly volunteerId: VolunteerId;
  @IsIdOf('重复的登记') readonly duplicateId: VolunteerId;
  @IsLocalDay('合并日期') readonly linkedOn: LocalDate;
}

/** Follows from the undoing of a merge. */
export class UnlinkDuplicate {
  @IsIdOf('保留的登记') readonly volunteerId: VolunteerId;
  @IsIdOf('重复的登记') readonly duplicateId: VolunteerId;
  @IsLocalDay('撤销日期') readonly unlinkedOn: LocalDate;
}

/** Given by people. */
export const movementCommands = {
  SendAffiliationTransfer,
  ReceiveAffiliationTransfer,
  RefuseAffiliationTransfer,
  CallBackAffiliationTransfer,
  MoveAffiliation,
  RecordRetirement,
  RecordDeath,
  RetractDeath,
  CeaseMembership,
  RestoreMembership,
  ExtendProbation,
  MergePersons,
  UndoMerge,
} as const;

/** Given by reactions only. */
export const aliasCommands = { LinkDuplicate, UnlinkDuplicate } as const;
