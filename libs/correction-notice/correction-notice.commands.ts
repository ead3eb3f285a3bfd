import type { Message } from '#libs/kernel/decider';
import type { HoursEntryId, Id, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { IsCodeFrom, IsIdOf, IsLocalDay, IsWholeNumber, Maybe } from '#libs/reference/validators';
import {
  noticeMeans,
  noticeReceivers,
  restingPapers,
  type NoticeReceiver,
  type PaperKind,
} from './correction-notice.events.js';

/** 更正告知: the recipient of a paper was told of a correction; this writes down that it was done. */
export class GiveCorrectionNotice {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  /** Of the service that is counted otherwise now. */
  @IsWholeNumber('服务年度', 2000, 2200)
  year!: number;

  @IsIdOf('调整编号或被认定虚报的时长记录编号')
  findingId!: HoursEntryId;

  @IsCodeFrom('文书种类', restingPapers)
  paper!: PaperKind;

  @IsIdOf('文书所属编号')
  subjectId!: Id<'paper'>;

  @Maybe()
  @IsWholeNumber('星数、证明序号或年度', 1, 9_999)
  number?: number;

  @IsCodeFrom('告知了谁', noticeReceivers)
  receiver!: NoticeReceiver;

  @IsCodeFrom('告知方式', noticeMeans)
  means!: (typeof noticeMeans)[number];

  @IsLocalDay('告知日期')
  toldOn!: LocalDate;
}

export type CorrectionNoticeCommand = Message<'GiveCorrectionNotice', GiveCorrectionNotice>;

export const correctionNoticeCommands = { GiveCorrectionNotice } as const;
