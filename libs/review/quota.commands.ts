import type { Message } from '#libs/kernel/decider';
import type { ExemptionId, TalkId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { IsCodeFrom, IsIdOf, IsLocalDay, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';
import { exemptionReasons, talkForms, type ExemptionReason } from './quota.events.js';

export class ExemptFromQuota {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('免除编号')
  exemptionId!: ExemptionId;

  @IsLocalDay('免除起始日期')
  effectiveOn!: LocalDate;

  /** The last day; left out where it lasts until it is ended. */
  @Maybe()
  @IsLocalDay('免除截止日期')
  untilOn?: LocalDate;

  @IsCodeFrom('免除事由', exemptionReasons)
  exemptionReason!: ExemptionReason;

  @Maybe()
  @IsTextUpTo('说明', 500)
  note?: string;
}

export class EndQuotaExemption {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('免除编号')
  exemptionId!: ExemptionId;

  @IsLocalDay('恢复要求日期')
  endedOn!: LocalDate;
}

/** Written down after the talk: who talked, how, and what was answered. */
export class RecordReminderTalk {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('谈话编号')
  talkId!: TalkId;

  @IsLocalDay('谈话日期')
  heldOn!: LocalDate;

  @IsCodeFrom('谈话方式', talkForms)
  talkForm!: (typeof talkForms)[number];

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;

  @IsWholeNumber('半年', 1, 2)
  half!: number;

  @IsTextUpTo('谈话人', 50)
  talkedBy!: string;

  @Maybe()
  @IsTextUpTo('谈话内容', 500)
  note?: string;

  @Maybe()
  @IsTextUpTo('本人答复', 500)
  reply?: string;
}

export type QuotaCommand =
  | Message<'ExemptFromQuota', ExemptFromQuota>
  | Message<'EndQuotaExemption', EndQuotaExemption>
  | Message<'RecordReminderTalk', RecordReminderTalk>;

export const quotaCommands = { ExemptFromQuota, EndQuotaExemption, RecordReminderTalk } as const;
