import type { Message } from '#libs/kernel/decider';
import type { HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  IsCodeFrom,
  IsIdOf,
  IsLocalDay,
  IsPersonName,
  IsTextUpTo,
  IsWholeNumber,
  IsYesNo,
  Maybe,
} from '#libs/reference/validators';
import { hoursChanges, revocationReasons, type HoursChange, type RevocationReason } from './certificate.events.js';

class OfCertificate {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsWholeNumber('第几份证明', 1, 9_999)
  ordinal!: number;
}

/** By the handler (经办人). The hours are not asked for: they are folded from the person's own streams. */
export class PrepareCertificate extends OfCertificate {
  @IsIdOf('出具单位')
  organizationId!: OrganizationId;

  @IsLocalDay('服务起始日期')
  fromOn!: LocalDate;

  @IsLocalDay('服务截止日期')
  untilOn!: LocalDate;

  @IsPersonName('经办人')
  handlerName!: string;

  @Maybe()
  @IsTextUpTo('出具单位联系方式', 100)
  issuerContact?: string;
}

/** By the head (负责人), who is another person than the handler. */
export class IssueCertificate extends OfCertificate {
  @IsPersonName('负责人')
  headName!: string;
}

export class PublicizeCertificate extends OfCertificate {
  @IsLocalDay('公示起始日期')
  publicFrom!: LocalDate;

  @IsLocalDay('公示截止日期')
  publicUntil!: LocalDate;
}

export class RevokeCertificate extends OfCertificate {
  @IsCodeFrom('撤销类别', revocationReasons)
  reasonCode!: RevocationReason;

  @IsTextUpTo('撤销原因', 500)
  reason!: string;
}

/** Follows from a change in the hours ledger, for every certificate of the person. Never a request of its own. */
export class FollowHoursChange {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('时长记录编号')
  entryId!: HoursEntryId;

  @IsLocalDay('服务日期')
  servedOn!: LocalDate;

  @IsCodeFrom('时长变化', hoursChanges)
  change!: HoursChange;

  @IsYesNo('是否虚报')
  falseClaim!: boolean;
}

/** Follows from an undone merge of two records (F-08): the survivor's certificates lose what was the other's. Never a request of its own. */
export class FollowRecordsParted {
  @IsIdOf('志愿者')
  volunteerId!: VolunteerId;

  @IsIdOf('分开的登记')
  duplicateId!: VolunteerId;
}

export type CertificateCommand =
  | Message<'PrepareCertificate', PrepareCertificate>
  | Message<'IssueCertificate', IssueCertificate>
  | Message<'PublicizeCertificate', PublicizeCertificate>
  | Message<'RevokeCertificate', RevokeCertificate>
  | Message<'FollowHoursChange', FollowHoursChange>
  | Message<'FollowRecordsParted', FollowRecordsParted>;

export const certificateCommands = {
  PrepareCertificate,
  IssueCertificate,
  PublicizeCertificate,
  RevokeCertificate,
  FollowHoursChange,
  FollowRecordsParted,
} as const;
