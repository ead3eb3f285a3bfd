import type { Message } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import { IsIdOf, IsTextUpTo, IsWholeNumber, Maybe } from '#libs/reference/validators';

class OfBooks {
  @IsIdOf('年结单位')
  organizationId!: OrganizationId;

  @IsWholeNumber('年度', 2000, 2200)
  year!: number;
}

/** The figures are not asked for: they are folded from the hours streams when the command is decided. */
export class CloseYearProvisionally extends OfBooks {}

export class CloseYear extends OfBooks {
  /** 年结决定，如会议、文件. */
  @Maybe()
  @IsTextUpTo('年结决定', 500)
  decision?: string;
}

/** Follows from the final close, person by person. Never a request of its own. */
export class CloseHoursOfBooks extends OfBooks {}

export type ClosingCommand =
  | Message<'CloseYearProvisionally', CloseYearProvisionally>
  | Message<'CloseYear', CloseYear>
  | Message<'CloseHoursOfBooks', CloseHoursOfBooks>;

export const closingCommands = { CloseYearProvisionally, CloseYear, CloseHoursOfBooks } as const;
