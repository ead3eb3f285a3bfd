import type { Message } from '#libs/kernel/decider';
import type { MeetingId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { IsIdOf, IsListOfCodesFrom, IsLocalDay, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import { tenHaves, type TenHave } from './duties.events.js';

class OfTeamYear {
  @IsIdOf('志愿服务队')
  teamId!: TeamId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;
}

export class RecordQuarterlyMeeting extends OfTeamYear {
  @IsIdOf('会议编号')
  meetingId!: MeetingId;

  @IsWholeNumber('季度', 1, 4)
  quarter!: number;

  @IsLocalDay('开会日期')
  heldOn!: LocalDate;

  @IsWholeNumber('到会人数', 1, 10_000)
  attendees!: number;

  /** 交流、研究部署、协调配合、宣传推广 (Z-55). */
  @IsTextUpTo('会议纪要', 2000)
  summary!: string;
}

export class CheckTenHaves extends OfTeamYear {
  @IsLocalDay('自查日期')
  checkedOn!: LocalDate;

  /** What is there; what is left out is missing. */
  @IsListOfCodesFrom('具备的项目', tenHaves)
  present!: TenHave[];

  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

export type DutiesCommand =
  Message<'RecordQuarterlyMeeting', RecordQuarterlyMeeting> | Message<'CheckTenHaves', CheckTenHaves>;

export const dutiesCommands = { RecordQuarterlyMeeting, CheckTenHaves } as const;
