import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type Decider, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { CorrectionNoticeCommand, GiveCorrectionNotice } from './correction-notice.commands.js';
import type { ClearCorrectionNoticeEvent, CorrectionNoticeEvent } from './correction-notice.events.js';

export type CorrectionNoticeRefusal =
  | 'finding_must_be_on_record'
  | 'paper_must_be_on_record'
  | 'recipient_is_told_after_the_finding'
  | 'day_must_not_lie_ahead';

/** What other streams and the register of exports say. */
export interface CorrectionNoticeFacts {
  /** Undefined where nothing of that number was adjusted or found to be a false claim. */
  readonly finding?: { readonly organizationId: OrganizationId; readonly foundOn: LocalDate };
  /** The paper left the house with the person on it, or the result was confirmed. */
  readonly isPaperKnown: boolean;
}

/** Who was told of one finding, by paper and receiver. */
export interface CorrectionNotices {
  readonly given: ReadonlySet<string>;
}

type Told = Pick<GiveCorrectionNotice, 'paper' | 'subjectId' | 'number' | 'receiver'>;
const keyOf = ({ paper, subjectId, number, receiver }: Told): string =>
  `${paper} ${subjectId} ${number ?? ''} ${receiver}`;

/** A paper may have gone to several: each is told once, and told once more is the same. */
export const correctionNoticeDecider: Decider<
  CorrectionNotices,
  CorrectionNoticeCommand,
  CorrectionNoticeEvent,
  ClearCorrectionNoticeEvent,
  CorrectionNoticeRefusal,
  CorrectionNoticeFacts
> = {
  initial: { given: new Set() },
  evolve: ({ given }, { data }) => ({ given: new Set(given).add(keyOf(data)) }),
  decide: ({ data }, { given }, act, facts) => decided(data, given, act, facts),
};

function decided(
  { year: _year, ...told }: GiveCorrectionNotice,
  given: ReadonlySet<string>,
  act: Act,
  { finding, isPaperKnown }: CorrectionNoticeFacts,
): readonly CorrectionNoticeEvent[] | Refusal<CorrectionNoticeRefusal> {
  if (!finding) return refuse('finding_must_be_on_record');
  if (!isPaperKnown) return refuse('paper_must_be_on_record');
  const ahead = lyingAhead(told.toldOn, act);
  if (ahead) return ahead;
  const { foundOn, organizationId } = finding;
  if (told.toldOn < foundOn) return refuse('recipient_is_told_after_the_finding', { foundOn });
  return given.has(keyOf(told)) ? [] : [{ type: 'CorrectionNoticeGiven', data: { ...told, organizationId } }];
}
