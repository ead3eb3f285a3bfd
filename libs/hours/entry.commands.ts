import { sha256Pattern } from '#libs/kernel/fields';
import type {
  AccountId,
  ActivityId,
  HoursEntryId,
  OrganizationId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import {
  IsCodeFrom,
  IsIdOf,
  IsLocalDay,
  IsReference,
  IsTextUpTo,
  IsTimeOfDayText,
  IsWholeNumber,
  IsYesNo,
  Maybe,
} from '#libs/reference/validators';
import { lateReasons, type LateReason } from '#libs/kernel/late-reasons';
import {
  entryKinds,
  provenances,
  type EntryKind,
  type Provenance,
} from './hours.events.js';

export const IsEvidenceHash = (): PropertyDecorator =>
  IsReference('佐证文件的 SHA-256', sha256Pattern, 'a3f5…（64 位小写十六进制）');

/** One entry of one person's year: what every act upon an entry names. */
export abstract class OfEntry {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  /** Calendar year of the day of service. */
  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;
}

abstract class Service {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @IsIdOf('活动组织单位')
  organizationId!: OrganizationId;

  @IsLocalDay('服务日期')
  servedOn!: LocalDate;

  @IsTimeOfDayText('开始时间')
  startsAt!: TimeOfDay;

  @IsTimeOfDayText('结束时间')
  endsAt!: TimeOfDay;

  @IsWholeNumber('服务时长（分钟）', 1, 1440)
  serviceMinutes!: Minutes;

  @IsCodeFrom('来源等级', provenances)
  provenance!: Provenance;

  @Maybe()
  @IsCodeFrom('逾期原因', lateReasons)
  lateReasonCode?: LateReason;
}

/** Follows from an attestation. Never a request of its own: who recorded and who attested are taken from here. */
export class CreditServiceHours extends Service {
  @IsCodeFrom('记录类别', entryKinds)
  kind!: EntryKind;

  @Maybe()
  @IsIdOf('活动编号')
  activityId?: ActivityId;

  @Maybe()
  @IsIdOf('场次编号')
  sessionId?: SessionId;

  @Maybe()
  @IsIdOf('志愿服务队')
  teamId?: TeamId;

  /** Last day of the whole span, from which the due day counts. */
  @IsLocalDay('活动结束日期')
  endedOn!: LocalDate;

  @IsIdOf('记录人')
  recordedBy!: AccountId;

  @IsLocalDay('记录日期')
  recordedOn!: LocalDate;

  @IsIdOf('确认人')
  attestedBy!: AccountId;

  @IsLocalDay('确认日期')
  attestedOn!: LocalDate;

  /** The entry of another person in whose place this one is written (F-10). */
  @Maybe()
  @IsIdOf('被替换的时长记录')
  replaces?: HoursEntryId;
}

export const directKinds = ['INDIVIDUAL', 'PAIRED_AID', 'STATION_DUTY', 'EXTERNAL', 'BROUGHT_FORWARD'] as const;

/** H-17, H-18, F-36: minutes that no session of an activity holds. One records, another attests. */
export class RecordServiceHours extends Service {
  @IsCodeFrom('记录类别', directKinds)
  kind!: (typeof directKinds)[number];

  /** The day after, for a span over midnight. */
  @Maybe()
  @IsLocalDay('结束日期')
  endsOn?: LocalDate;

  @IsTextUpTo('服务内容', 500)
  content!: string;

  @Maybe()
  @IsTextUpTo('服务地点', 200)
  place?: string;

  /** Who vouches for external and brought-forward hours. */
  @Maybe()
  @IsTextUpTo('来源单位或担保人', 100)
  sourceBody?: string;

  @Maybe()
  @IsEvidenceHash()
  evidenceHash?: string;

  /** in working time and one's own duties is not volunteering. */
  @IsYesNo('是否在工作时间内')
  inWorkingTime!: boolean;

  @IsYesNo('是否属于本职工作')
  ownDuties!: boolean;

  /** F-30: paid or rewarded with gifts. */
  @IsYesNo('是否有报酬或礼品')
  rewarded!: boolean;
}

/** 确认 by a second person. */
export class AttestServiceHours extends OfEntry {}

/** Allows the credit of an entry that is held: F-04, F-05. */
export class ApproveServiceHours extends OfEntry {
  /** Needed where the record came late and gave no reason. */
  @Maybe()
  @IsCodeFrom('逾期原因', lateReasons)
  lateReasonCode?: LateReason;

  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

/** Not credited: of a claim nobody attested, or of an entry that is held. */
export class DeclineServiceHours extends OfEntry {
  @IsTextUpTo('不予计入的原因', 500)
  reason!: string;
}

/** A claim of one's own that nobody has attested yet: a slip, or said too soon. */
export class WithdrawServiceHours extends OfEntry {
  @IsTextUpTo('撤回原因', 500)
  reason!: string;
}

/** F-03: one of two entries that overlap stands, the other does not. */
export class ResolveServiceHoursConflict extends OfEntry {
  /** The entry in conflict or the one it overlaps. */
  @IsIdOf('予以保留的时长记录')
  standsEntryId!: HoursEntryId;

  @IsTextUpTo('处理理由', 500)
  reason!: string;
}

export const entryCommands = {
  CreditServiceHours,
  RecordServiceHours,
  AttestServiceHours,
  ApproveServiceHours,
  DeclineServiceHours,
  WithdrawServiceHours,
  ResolveServiceHoursConflict,
} as const;
