import type { Message } from '#libs/kernel/decider';
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
  IsTextUpTo,
  IsTimeOfDayText,
  IsWholeNumber,
  Maybe,
} from '#libs/reference/validators';
import { provenances, reversalReasons, type Provenance, type ReversalReason } from './hours.events.js';

/** Follows from an attestation. Never a request of its own: who recorded and who attested are taken from here. */
export class CreditServiceHours {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('场次编号')
  sessionId!: SessionId;

  @IsIdOf('活动组织单位')
  organizationId!: OrganizationId;

  @Maybe()
  @IsIdOf('志愿服务队')
  teamId?: TeamId;

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

  @IsIdOf('记录人')
  recordedBy!: AccountId;

  @IsIdOf('确认人')
  attestedBy!: AccountId;
}

/** 冲销: the original stays readable, its minutes no longer count. */
export class ReverseServiceHours {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  /** Calendar year of the day of service. */
  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @IsCodeFrom('冲销类别', reversalReasons)
  reasonCode!: ReversalReason;

  @IsTextUpTo('冲销原因', 500)
  reason!: string;
}

export type HoursCommand =
  Message<'CreditServiceHours', CreditServiceHours> | Message<'ReverseServiceHours', ReverseServiceHours>;

export const hoursCommands = { CreditServiceHours, ReverseServiceHours } as const;
