import type { Message } from '#libs/kernel/decider';
import type {
  ActivityId,
  EvidenceId,
  HoursEntryId,
  OrganizationId,
  PlanLineId,
  SessionId,
  TeamId,
  VolunteerId,
} from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { IsListOf } from '#libs/reference/nested-list';
import {
  IsCodeFrom,
  IsIdOf,
  IsListOfIds,
  IsListOfTextsUpTo,
  IsLocalDay,
  IsTextUpTo,
  IsTimeOfDayText,
  IsWholeNumber,
  IsYesNo,
  Maybe,
} from '#libs/reference/validators';
import { lateReasons, type LateReason } from '#libs/kernel/late-reasons';
import {
  activityNatures,
  carrierKinds,
  carriers,
  programmes,
  provenances,
  serviceModes,
  serviceThemes,
  specialActions,
  venueKinds,
  type ActivityNature,
  type Provenance,
} from './activity.events.js';
import { sessionCommands, SessionTimes, type SessionCommand } from './session.commands.js';

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

  @Maybe()
  @IsCodeFrom('载体', carriers)
  carrier?: (typeof carriers)[number];

  @Maybe()
  @IsCodeFrom('载体下的服务类别', carrierKinds)
  carrierKind?: (typeof carrierKinds)[number];

  @Maybe()
  @IsCodeFrom('统一组织的活动', programmes)
  programme?: (typeof programmes)[number];

  @Maybe()
  @IsCodeFrom('专项行动', specialActions)
  specialAction?: (typeof specialActions)[number];

  @Maybe()
  @IsCodeFrom('服务方式', serviceModes)
  serviceMode?: (typeof serviceModes)[number];

  @Maybe()
  @IsCodeFrom('场所类别', venueKinds)
  venueKind?: (typeof venueKinds)[number];

  /** The question of Order 67 art. 19; with the three below it is asked before anything is written. */
  @Maybe()
  @IsCodeFrom('活动性质', activityNatures)
  nature?: ActivityNature;

  @Maybe()
  @IsYesNo('是否在工作时间内')
  isInWorkingTime?: boolean;

  @Maybe()
  @IsYesNo('是否属于本职工作')
  isOwnDuty?: boolean;

  @Maybe()
  @IsYesNo('是否领取报酬')
  isPaid?: boolean;

  @Maybe()
  @IsYesNo('是否有人身危险')
  isDangerous?: boolean;

  @Maybe()
  @IsYesNo('是否应急活动')
  isEmergency?: boolean;

  @Maybe()
  @IsListOfTextsUpTo('所需技能', 50, { max: 10, min: 1 })
  neededSkills?: string[];
}

export class InsureActivity {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsLocalDay('投保日期')
  insuredOn!: LocalDate;

  @Maybe()
  @IsTextUpTo('保险公司', 100)
  insurer?: string;

  @IsTextUpTo('保单号', 100)
  insuranceReference!: string;
}

/** A line of a team's annual plan is carried out by this activity; a joint activity may carry out one of each team. */
export class TiePlanLine {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('志愿服务队')
  teamId!: TeamId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsIdOf('计划项目编号')
  planLineId!: PlanLineId;
}

/** One dated time span of an activity that took place; several may stand on one day. */
export class HoldSession extends SessionTimes {}

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

  /** The sign-in sheet among the evidence of the activity. */
  @Maybe()
  @IsIdOf('签到表佐证编号')
  sheetId?: EvidenceId;

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
  | SessionCommand
  | Message<'PlanActivity', PlanActivity>
  | Message<'InsureActivity', InsureActivity>
  | Message<'TiePlanLine', TiePlanLine>
  | Message<'HoldSession', HoldSession>
  | Message<'RecordAttendance', RecordAttendance>
  | Message<'WithdrawAttendance', WithdrawAttendance>
  | Message<'AttestAttendance', AttestAttendance>
  | Message<'CancelActivity', CancelActivity>;

export const activityCommands = {
  PlanActivity,
  InsureActivity,
  TiePlanLine,
  HoldSession,
  RecordAttendance,
  WithdrawAttendance,
  AttestAttendance,
  CancelActivity,
  ...sessionCommands,
} as const;
