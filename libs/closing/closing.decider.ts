import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { ClosingCommand } from './closing.commands.js';
import type { ClearClosingEvent, ClosingEvent } from './closing.events.js';

type Clear<T extends ClearClosingEvent['type']> = Extract<ClearClosingEvent, { type: T }>['data'];

export interface Books {
  readonly provisional?: Clear<'YearProvisionallyClosed'>;
  readonly final?: Clear<'YearClosed'>;
}

/** The trial balance, folded at a position at which it stood still. */
export interface Balance {
  readonly pack: string;
  readonly packVersion: number;
  readonly position: string;
  readonly volunteers: number;
  readonly entries: number;
  readonly activities: number;
  readonly serviceMinutes: Minutes;
  readonly bookHash: string;
  readonly breaks: number;
}

export interface ClosingFacts {
  /** The last day on which the year's last service may lawfully be recorded (Order 67 art. 11). */
  readonly recordingDueOn?: LocalDate;
  readonly balance?: Balance;
  /** Whether the read tables were held against the log, and found sound, at the provisional close's position or behind it. */
  readonly tablesAttested?: boolean;
}

export type ClosingRefusal =
  | 'year_closes_after_the_recording_days'
  | 'year_must_be_closed_provisionally'
  | 'trial_balance_must_close'
  | 'tables_must_be_attested'
  | 'books_changed_since_the_provisional_close'
  | 'closed_year_stays_closed'
  | 'books_need_a_balance';

type Decision = readonly ClosingEvent[] | Refusal<ClosingRefusal>;

/** The books of a year: first provisionally, when nothing more need come in, then for good, by a person and in balance. */
export const closingDecider: Decider<
  Books,
  ClosingCommand,
  ClosingEvent,
  ClearClosingEvent,
  ClosingRefusal,
  ClosingFacts
> = {
  initial: {},
  evolve: (books, event) => {
    switch (event.type) {
      case 'YearProvisionallyClosed':
        return { ...books, provisional: event.data };
      case 'YearClosed':
        return { ...books, final: event.data };
      default:
        return books;
    }
  },
  decide: ({ type, data }, books, act, facts) => {
    if (type === 'CloseHoursOfBooks') return [];
    const tooEarly = stillRecording(act, facts);
    if (tooEarly) return tooEarly;
    return type === 'CloseYear' ? closeYear(data, books, act, facts) : closeProvisionally(data, books, act, facts);
  },
};

const stillRecording = ({ today }: Act, { recordingDueOn }: ClosingFacts): Refusal<ClosingRefusal> | undefined =>
  recordingDueOn === undefined || today <= recordingDueOn
    ? refuse('year_closes_after_the_recording_days', { recordingDueOn: recordingDueOn ?? '', today })
    : undefined;

function closeProvisionally(
  { organizationId, year }: DataOfCommand<ClosingCommand, 'CloseYearProvisionally'>,
  { provisional, final }: Books,
  act: Act,
  { balance }: ClosingFacts,
): Decision {
  if (final) return refuse('closed_year_stays_closed');
  if (!balance) return refuse('books_need_a_balance');
  if (provisional && provisional.bookHash === balance.bookHash && provisional.breaks === balance.breaks) return [];
  return [{ type: 'YearProvisionallyClosed', data: { organizationId, year, ...balance, closedOn: act.today } }];
}

function closeYear(
  { organizationId, year, decision }: DataOfCommand<ClosingCommand, 'CloseYear'>,
  { provisional, final }: Books,
  act: Act,
  facts: ClosingFacts,
): Decision {
  if (final) return [];
  if (!provisional) return refuse('year_must_be_closed_provisionally');
  if (!facts.balance) return refuse('books_need_a_balance');
  const { breaks, ...balance } = facts.balance;
  if (breaks > 0) return refuse('trial_balance_must_close', { breaks });
  // What was attested is what stood then: other figures are looked at and attested anew.
  if (balance.bookHash !== provisional.bookHash) return refuse('books_changed_since_the_provisional_close');
  if (facts.tablesAttested !== true) return refuse('tables_must_be_attested');
  const data = { organizationId, year, ...balance, closedOn: act.today, ...(decision ? { decision } : {}) };
  return [{ type: 'YearClosed', data }];
}
