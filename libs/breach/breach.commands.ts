import type { Message } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  IsCodeFrom,
  IsIdOf,
  IsListOfCodesFrom,
  IsListOfIds,
  IsLocalDay,
  IsTextUpTo,
  IsWholeNumber,
  Maybe,
} from '#libs/reference/validators';
import {
  breachAuthorities,
  breachCauses,
  breachedGroups,
  breachKinds,
  breachRemedies,
  type BreachAuthority,
  type BreachCause,
  type BreachedGroup,
  type BreachId,
  type BreachKind,
  type BreachRemedy,
  type ExportId,
} from './breach.events.js';

/** People told by one command. */
export const peopleAtOnceMax = 200;

class OfBreach {
  @IsIdOf('泄露登记编号')
  breachId!: BreachId;
}

export class RecordBreach extends OfBreach {
  @IsIdOf('党组织')
  organizationId!: OrganizationId;

  @IsCodeFrom('发生了什么', breachKinds)
  breachKind!: BreachKind;

  @IsCodeFrom('原因', breachCauses)
  cause!: BreachCause;

  @IsListOfCodesFrom('涉及哪些信息', breachedGroups, 1)
  groups!: BreachedGroup[];

  /** Who is concerned is then known from the register of exports. */
  @Maybe()
  @IsIdOf('带出的表的编号')
  exportId?: ExportId;

  @Maybe()
  @IsWholeNumber('涉及人数', 1, 10_000_000)
  people?: number;

  @IsLocalDay('发现日期')
  foundOn!: LocalDate;

  @Maybe()
  @IsTextUpTo('情况说明', 1000)
  circumstances?: string;
}

export class NoteBreachRemedy extends OfBreach {
  @IsCodeFrom('补救措施', breachRemedies)
  remedy!: BreachRemedy;

  @IsLocalDay('完成日期')
  doneOn!: LocalDate;
}

export class ReportBreach extends OfBreach {
  @IsCodeFrom('报告了谁', breachAuthorities)
  authority!: BreachAuthority;

  @IsLocalDay('报告日期')
  reportedOn!: LocalDate;
}

export class NotifyBreachPersons extends OfBreach {
  @IsListOfIds('通知的人', { min: 1, max: peopleAtOnceMax })
  volunteerIds!: VolunteerId[];
}

export type BreachCommand =
  | Message<'RecordBreach', RecordBreach>
  | Message<'NoteBreachRemedy', NoteBreachRemedy>
  | Message<'ReportBreach', ReportBreach>
  | Message<'NotifyBreachPersons', NotifyBreachPersons>;

export const breachCommands = { RecordBreach, NoteBreachRemedy, ReportBreach, NotifyBreachPersons } as const;
