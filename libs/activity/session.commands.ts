import type { Message } from '#libs/kernel/decider';
import { sha256Pattern } from '#libs/kernel/fields';
import type { ActivityId, EvidenceId, HoursEntryId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { Instant, LocalDate, TimeOfDay } from '#libs/kernel/time';
import {
  IsCodeFrom,
  IsIdOf,
  IsInstantText,
  IsLocalDay,
  IsReference,
  IsTextUpTo,
  IsTimeOfDayText,
  IsWholeNumber,
  IsYesNo,
  Maybe,
} from '#libs/reference/validators';
import { evidenceKinds, type EvidenceKind } from './activity.events.js';

export class SessionTimes {
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

/** Announced before it takes place. */
export class ScheduleSession extends SessionTimes {
  @Maybe()
  @IsWholeNumber('人数上限', 1, 10_000)
  capacity?: number;
}

/** Another day or other hours for a session announced. Everybody who signed up or waits keeps their place and is told. */
export class RescheduleSession extends SessionTimes {
  @IsTextUpTo('改期原因', 500)
  reason!: string;
}

/** Another place or leader of an activity of which nothing was held yet. Everybody who signed up or waits is told. */
export class ChangeActivity {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @Maybe()
  @IsTextUpTo('活动地点', 200)
  place?: string;

  @Maybe()
  @IsTextUpTo('活动负责人', 100)
  responsiblePerson?: string;

  @IsTextUpTo('变更原因', 500)
  reason!: string;
}

export class SignUp {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('场次编号')
  sessionId!: SessionId;

  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;
}

export class CancelSignUp extends SignUp {}

/** What the page of the leader's device shows: a time window and its seal. */
export const checkInCodePattern = /^[0-9]{1,12}\.[A-Za-z0-9_-]{22}$/;

/** By the code that is shown on the spot, or without one by somebody who ticks the name. */
export class CheckIn extends SignUp {
  /** The credit in the hours ledger will bear it. */
  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @Maybe()
  @IsIdOf('志愿服务队')
  teamId?: TeamId;

  @Maybe()
  @IsReference('现场签到码', checkInCodePattern, '59471234.x1y2z3…')
  code?: string;

  @Maybe()
  @IsInstantText('设备时间')
  deviceTime?: Instant;
}

export class CheckOut extends SignUp {
  @Maybe()
  @IsReference('现场签到码', checkInCodePattern, '59471234.x1y2z3…')
  code?: string;

  @Maybe()
  @IsInstantText('设备时间')
  deviceTime?: Instant;
}

/** The file was handed in before and lies in the house under its hash. */
export class AddEvidence {
  @IsIdOf('活动编号')
  activityId!: ActivityId;

  @IsIdOf('佐证编号')
  evidenceId!: EvidenceId;

  @Maybe()
  @IsIdOf('场次编号')
  sessionId?: SessionId;

  @IsCodeFrom('佐证类别', evidenceKinds)
  evidenceKind!: EvidenceKind;

  @IsReference('文件哈希', sha256Pattern, '64 位小写十六进制数')
  sha256!: string;

  @Maybe()
  @IsYesNo('是否拍到未成年人')
  showsMinor?: boolean;

  @Maybe()
  @IsYesNo('监护人是否同意')
  hasGuardianConsent?: boolean;

  @Maybe()
  @IsTextUpTo('说明', 200)
  caption?: string;
}

export type SessionCommand =
  | Message<'ScheduleSession', ScheduleSession>
  | Message<'RescheduleSession', RescheduleSession>
  | Message<'ChangeActivity', ChangeActivity>
  | Message<'SignUp', SignUp>
  | Message<'CancelSignUp', CancelSignUp>
  | Message<'CheckIn', CheckIn>
  | Message<'CheckOut', CheckOut>
  | Message<'AddEvidence', AddEvidence>;

export const sessionCommands = {
  ScheduleSession,
  RescheduleSession,
  ChangeActivity,
  SignUp,
  CancelSignUp,
  CheckIn,
  CheckOut,
  AddEvidence,
} as const;
