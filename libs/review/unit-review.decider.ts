import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { LocalDate } from '#libs/kernel/time';
import type { YearlyWindow } from '#libs/policy/policy-pack';
import type { UnitReviewCommand } from './unit-review.commands.js';
import type { ClearUnitReviewEvent, OrganizationConclusion, UnitReviewEvent } from './unit-review.events.js';

type DataOf<T extends UnitReviewEvent['type']> = Extract<UnitReviewEvent, { type: T }>['data'];
type PreparedEvent = Extract<UnitReviewEvent, { type: `${string}Prepared` }>;

/** The roster review of one half-year, or the analysis of one period, of one organization. */
export type UnitReview =
  | { readonly status: 'unprepared' }
  | {
      readonly status: 'prepared' | 'done';
      readonly prepared: PreparedEvent;
      /** Of an organization. */
      readonly conclusion?: OrganizationConclusion;
    };

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
  readonly organization?: Omit<
    DataOf<'OrganizationReviewPrepared'>,
    keyof Asked<'PrepareOrganizationReview'> | 'preparedOn' | 'batch'
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
  | 'organization_review_must_be_prepared'
  | 'targets_are_met_only_when_all_reach_them'
  | 'targets_are_not_met_only_when_some_miss_them'
  | 'not_applicable_only_without_targets'
  | 'without_targets_only_not_applicable'
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
      case 'OrganizationReviewPrepared':
        return { status: 'prepared', prepared: event };
      case 'RosterReviewConfirmed':
      case 'ParticipationAnalysisSigned':
        return review.status === 'unprepared' ? review : { ...review, status: 'done' };
      case 'OrganizationReviewConfirmed':
        return review.status === 'unprepared'
          ? review
          : { ...review, status: 'done', conclusion: event.data.conclusion };
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
      case 'PrepareOrganizationReview':
        return prepareOrganizationReview(data, review, act, facts);
      case 'ConfirmOrganizationReview':
        return confirmOrganizationReview(data, review, act);
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

function prepareOrganizationReview(
  asked: Asked<'PrepareOrganizationReview'>,
  review: UnitReview,
  act: Act,
  { organization }: UnitReviewFacts,
): Decision {
  const lastOn = `${asked.year}-12-31`;
  if (act.today < lastOn) return refuse('analysis_period_must_have_ended', { lastOn });
  if (!organization) return refuse('unit_review_needs_figures');
  return prepare(
    { type: 'OrganizationReviewPrepared', data: { ...asked, ...organization, preparedOn: act.today } },
    review,
  );
}

function confirmOrganizationReview(asked: Asked<'ConfirmOrganizationReview'>, review: UnitReview, act: Act): Decision {
  if (review.status === 'unprepared' || review.prepared.type !== 'OrganizationReviewPrepared')
    return refuse('organization_review_must_be_prepared');
  const contradiction = contradictionOf(asked, review.prepared.data);
  if (contradiction) return contradiction;
  if (review.status === 'done')
    return review.conclusion === asked.conclusion ? [] : refuse('finished_unit_review_is_final');
  return [{ type: 'OrganizationReviewConfirmed', data: { ...asked, confirmedOn: act.today } }];
}

/** The conclusion is a person’s, and says nothing that the figures deny. */
function contradictionOf(
  { conclusion }: Asked<'ConfirmOrganizationReview'>,
  { behind, teams, teamsReached }: DataOf<'OrganizationReviewPrepared'>,
): Refusal<UnitReviewRefusal> | undefined {
  const hasTargets = behind !== undefined || teamsReached !== undefined;
  if (!hasTargets) return conclusion === 'NOT_APPLICABLE' ? undefined : refuse('without_targets_only_not_applicable');
  if (conclusion === 'NOT_APPLICABLE') return refuse('not_applicable_only_without_targets');
  const [people, teamsBehind] = [behind ?? 0, teamsReached === undefined ? 0 : teams - teamsReached];
  const isMet = people === 0 && teamsBehind === 0;
  if (isMet === (conclusion === 'TARGETS_MET')) return undefined;
  return isMet
    ? refuse('targets_are_not_met_only_when_some_miss_them')
    : refuse('targets_are_met_only_when_all_reach_them', { people, teams: teamsBehind });
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
