import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { LocalDate } from '#libs/kernel/time';
import type { YearlyWindow } from '#libs/policy/policy-pack';
import type { UnitReviewCommand } from './unit-review.commands.js';
import type { ClearUnitReviewEvent, UnitReviewEvent } from './unit-review.events.js';

type DataOf<T extends UnitReviewEvent['type']> = Extract<UnitReviewEvent, { type: T }>['data'];
type PreparedEvent = Extract<UnitReviewEvent, { type: `${string}Prepared` }>;

/** The roster review of one half-year, or the analysis of one period, of one organization. */
export type UnitReview =
  { readonly status: 'unprepared' } | { readonly status: 'prepared' | 'done'; readonly prepared: PreparedEvent };

type Basis = 'pack' | 'packVersion' | 'position';
type Asked<T extends UnitReviewCommand['type']> = DataOfCommand<UnitReviewCommand, T>;

/** What the desk worked out at a position of the log; a person's word needs none. */
export interface UnitReviewFacts {
  readonly roster?: Omit<DataOf<'RosterReviewPrepared'>, keyof Asked<'PrepareRosterReview'> | 'preparedOn' | 'batch'> &
    Pick<DataOf<'RosterReviewPrepared'>, Basis>;
  readonly analysis?: Omit<
    DataOf<'ParticipationAnalysisPrepared'>,
    keyof Asked<'PrepareParticipationAnalysis'> | 'preparedOn' | 'batch'
  >;
  /** When the pack has the roster gone through; absent where it sets no time. */
  readonly window?: YearlyWindow;
}

export type UnitReviewRefusal =
  | 'unit_review_needs_figures'
  | 'roster_review_needs_two_days'
  | 'roster_review_has_its_window'
  | 'roster_review_must_be_prepared'
  | 'analysis_period_must_have_ended'
  | 'analysis_must_be_prepared'
  | 'day_must_not_lie_ahead'
  | 'finished_unit_review_is_final';

type Decision = readonly UnitReviewEvent[] | Refusal<UnitReviewRefusal>;

/** Figures of a unit prepared by the ledger; a person confirms the roster and signs the analysis (Z-56, Z-57). */
export const unitReviewDecider: Decider<
  UnitReview,
  UnitReviewCommand,
  UnitReviewEvent,
  ClearUnitReviewEvent,
  UnitReviewRefusal,
  UnitReviewFacts
> = {
  initial: { status: 'unprepared' },
  evolve: (review, event) => {
    switch (event.type) {
      case 'RosterReviewPrepared':
      case 'ParticipationAnalysisPrepared':
        return { status: 'prepared', prepared: event };
      case 'RosterReviewConfirmed':
      case 'ParticipationAnalysisSigned':
        return review.status === 'unprepared' ? review : { ...review, status: 'done' };
      default:
        return review;
    }
  },
  decide: ({ type, data }, review, act, facts) => {
    switch (type) {
      case 'PrepareRosterReview':
        return prepareRosterReview(data, review, act, facts);
      case 'ConfirmRosterReview':
        return confirmRosterReview(data, review, act);
      case 'PrepareParticipationAnalysis':
        return prepareAnalysis(data, review, act, facts);
      case 'SignParticipationAnalysis':
        return signAnalysis(data, review, act);
    }
  },
};

function prepareRosterReview(
  asked: Asked<'PrepareRosterReview'>,
  review: UnitReview,
  act: Act,
  { roster, window }: UnitReviewFacts,
): Decision {
  if (asked.sinceOn >= asked.untilOn) return refuse('roster_review_needs_two_days');
  const ahead = lyingAhead(asked.untilOn, act);
  if (ahead) return ahead;
  if (window && !isWithin(asked.untilOn, asked.year, window))
    return refuse('roster_review_has_its_window', {
      from: `${asked.year}-${window.fromMonthDay}`,
      until: `${asked.year}-${window.untilMonthDay}`,
    });
  if (!roster) return refuse('unit_review_needs_figures');
  return prepare({ type: 'RosterReviewPrepared', data: { ...asked, ...roster, preparedOn: act.today } }, review);
}

const isWithin = (day: LocalDate, year: number, { fromMonthDay, untilMonthDay }: YearlyWindow): boolean =>
  `${year}-${fromMonthDay}` <= day && day <= `${year}-${untilMonthDay}`;

function confirmRosterReview(asked: Asked<'ConfirmRosterReview'>, review: UnitReview, act: Act): Decision {
  if (review.status === 'unprepared') return refuse('roster_review_must_be_prepared');
  return review.status === 'done'
    ? []
    : [{ type: 'RosterReviewConfirmed', data: { ...asked, confirmedOn: act.today } }];
}

function prepareAnalysis(
  asked: Asked<'PrepareParticipationAnalysis'>,
  review: UnitReview,
  act: Act,
  { analysis }: UnitReviewFacts,
): Decision {
  const lastOn = `${asked.year}-${asked.period === 'YEAR' ? '12-31' : '06-30'}`;
  if (act.today < lastOn) return refuse('analysis_period_must_have_ended', { lastOn });
  if (!analysis) return refuse('unit_review_needs_figures');
  return prepare(
    { type: 'ParticipationAnalysisPrepared', data: { ...asked, ...analysis, preparedOn: act.today } },
    review,
  );
}

function signAnalysis(asked: Asked<'SignParticipationAnalysis'>, review: UnitReview, act: Act): Decision {
  if (review.status === 'unprepared') return refuse('analysis_must_be_prepared');
  return review.status === 'done'
    ? []
    : [{ type: 'ParticipationAnalysisSigned', data: { ...asked, signedOn: act.today } }];
}

function prepare(fresh: PreparedEvent, review: UnitReview): Decision {
  if (review.status === 'unprepared') return [fresh];
  if (figuresText(review.prepared.data) === figuresText(fresh.data)) return [];
  return review.status === 'done' ? refuse('finished_unit_review_is_final') : [fresh];
}

/** The log grows all the time: its position and the day are not figures. */
function figuresText({
  position: _position,
  preparedOn: _preparedOn,
  batch: _batch,
  ...figures
}: PreparedEvent['data']): string {
  return JSON.stringify(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}
