import type { Message } from '#libs/kernel/decider';
import type { ActivityId, HoursEntryId, OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { IsListOf } from '#libs/reference/nested-list';
import {
  IsCodeFrom,
  IsIdOf,
  IsListOfIds,
  IsLocalDay,
  IsTextUpTo,
  IsTimeOfDayText,
  IsWholeNumber,
  Maybe,
} from '#libs/reference/validators';
import { lateReasons, provenances, serviceThemes, type LateReason, type Provenance } from './activity.events.js';

export const attendancesPerSheetMax = 200;

/** Order 67 art. 7: what must be known of an activity before anybody's time is written to it. */
export class PlanActivity {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('活动组织单位')
  organizationId!: OrganizationId;

  /** Joint activities name every team; a unit's own activity may name none. */
  @IsListOfIds('志愿服务队', { max: 50 })
  teamIds!: TeamId[];

  @IsTextUpTo('活动名称', 100)
  title!: string;

  @IsTextUpTo('活动地点', 200)
  place!: string;

  @IsTextUpTo('服务内容', 1000)
  content!: string;

  @IsTextUpTo('活动负责人', 100)
  responsiblePerson!: string;

  @Maybe()
  @IsCodeFrom('活动主题', serviceThemes)
  theme?: (typeof serviceThemes)[number];
}

/** One dated time span of an activity that took place; several may stand on one day. */
export class HoldSession {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('场次编号')
  sessionId!: SessionId;

  @IsLocalDay('服务日期')
  heldOn!: LocalDate;

  @IsTimeOfDayText('开始时间')
  startsAt!: TimeOfDay;

  /** The next day, for a session over midnight; left out it ends on the day it is held. */
  @Maybe()
  @IsLocalDay('结束日期')
  endsOn?: LocalDate;

  @IsTimeOfDayText('结束时间')
  endsAt!: TimeOfDay;
}

/** One line of the sign-in sheet. Without `endsAt` the end is start + minutes. */
export class AttendanceLine {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  /** New for every line; the credit in the hours ledger will bear it. */
  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @Maybe()
  @IsIdOf('志愿服务队')
  teamId?: TeamId;

  /** The second day of a session over midnight, for whoever came after midnight. */
  @Maybe()
  @IsLocalDay('签到日期')
  servedOn?: LocalDate;

  @IsTimeOfDayText('签到时间')
  startsAt!: TimeOfDay;

  @Maybe()
  @IsLocalDay('签退日期')
  endsOn?: LocalDate;

  @Maybe()
  @IsTimeOfDayText('签退时间')
  endsAt?: TimeOfDay;

  @IsWholeNumber('服务时长（分钟）', 1, 1440)
  serviceMinutes!: Minutes;

  @Maybe()
  @IsTextUpTo('备注', 500)
  note?: string;
}

/** The whole sheet of one session, all or nothing. */
export class RecordAttendance {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('场次编号')
  sessionId!: SessionId;

  @IsCodeFrom('来源等级', provenances)
  provenance!: Provenance;

  @Maybe()
  @IsCodeFrom('逾期原因', lateReasons)
  lateReasonCode?: LateReason;

  @IsListOf('签到名单', AttendanceLine, { min: 1, max: attendancesPerSheetMax })
  attendances!: AttendanceLine[];
}

export class WithdrawAttendance {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('场次编号')
  sessionId!: SessionId;

  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsTextUpTo('撤回原因', 500)
  reason!: string;
}

/** Without `volunteerIds`: everybody of the session whom the one who asks may attest. */
export class AttestAttendance {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('场次编号')
  sessionId!: SessionId;

  @Maybe()
  @IsListOfIds('志愿者', { min: 1, max: attendancesPerSheetMax })
  volunteerIds?: VolunteerId[];
}

export class CancelActivity {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsTextUpTo('取消原因', 500)
  reason!: string;
}

export type ActivityCommand =
  | Message<'PlanActivity', PlanActivity>
  | Message<'HoldSession', HoldSession>
  | Message<'RecordAttendance', RecordAttendance>
  | Message<'WithdrawAttendance', WithdrawAttendance>
  | Message<'AttestAttendance', AttestAttendance>
  | Message<'CancelActivity', CancelActivity>;

export const activityCommands = {
  PlanActivity,
  HoldSession,
  RecordAttendance,
  WithdrawAttendance,
  AttestAttendance,
  CancelActivity,
} as const;
