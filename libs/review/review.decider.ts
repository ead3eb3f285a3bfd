import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { yearOf, type Minutes } from '#libs/kernel/time';
import type { ReviewCommand } from './review.commands.js';
import type { ClearReviewEvent, ReviewEvent } from './review.events.js';

type ReviewPrepared = Extract<ReviewEvent, { type: `${string}Prepared` }>;
type PackMeasured = Extract<ReviewEvent, { type: `${string}PackMeasured` }>;
type DutiesMeasured = Extract<ReviewEvent, { type: 'TeamReviewDutiesMeasured' }>;

/** Quarterly meetings and ten-haves of a team's year, as far as recorded. */
export type TeamDuties = Omit<DutiesMeasured['data'], 'organizationId' | 'teamId' | 'year' | 'batch'>;
type Conclusion = Extract<ReviewEvent, { type: `${string}Confirmed` }>['data']['conclusion'];

export type Review =
  | { readonly status: 'unprepared' }
  | (Prepared & { readonly status: 'prepared' })
  | (Prepared & { readonly status: 'confirmed'; readonly conclusion: Conclusion });

interface Prepared {
  readonly prepared: ReviewPrepared;
  readonly measured: readonly MeasuredUnder[];
  /** Of a team reviewed since such were recorded. */
  readonly duties?: TeamDuties;
}

/** F-43: one pack of a year in which packs changed. */
export type MeasuredUnder = Pick<
  PackMeasured['data'],
  'pack' | 'packVersion' | 'fromOn' | 'untilOn' | 'reached' | 'target'
>;

/** Where figures come from: the organization they are shown in, the pack that sets the target, the last log entry they took in. */
interface Basis {
  readonly organizationId: OrganizationId;
  readonly pack: string;
  readonly packVersion: number;
  readonly position: string;
  /** One for each pack where the year had several. */
  readonly measured?: readonly MeasuredUnder[];
}

export interface VolunteerFigures extends Basis {
  readonly of: 'volunteer';
  readonly serviceMinutes: Minutes;
  readonly activities: number;
  /** Absent where the pack sets no target. */
  readonly targetMinutes?: Minutes;
  readonly proRataTargetMinutes?: Minutes;
}

export interface TeamFigures extends Basis {
  readonly of: 'team';
  readonly activities: number;
  readonly members: number;
  readonly serviceMinutes: Minutes;
  /** Absent where the pack sets no target. */
  readonly targetActivities?: number;
  readonly plannedLines?: number;
  readonly leaderId?: VolunteerId;
  readonly duties?: TeamDuties;
}

/** What the door worked out of the read tables before a Prepare command; a Confirm command needs none. */
export type ReviewFacts = VolunteerFigures | TeamFigures | undefined;

export type ReviewRefusal =
  | 'review_year_must_have_begun'
  | 'review_needs_figures'
  | 'review_must_be_prepared'
  | 'confirmed_review_is_final'
  | 'nobody_confirms_their_own_review'
  | 'exemption_needs_a_note'
  | 'target_is_met_only_when_reached'
  | 'target_is_not_met_only_below_it'
  | 'not_applicable_only_without_a_target'
  | 'without_a_target_only_not_applicable';

type Decision = readonly ReviewEvent[] | Refusal<ReviewRefusal>;
type Asked<T extends ReviewCommand['type']> = DataOfCommand<ReviewCommand, T>;

/** The yearly review of one volunteer or one team: figures are prepared by the ledger, a person draws the conclusion (Z-58). */
export const reviewDecider: Decider<Review, ReviewCommand, ReviewEvent, ClearReviewEvent, ReviewRefusal, ReviewFacts> =
  {
    initial: { status: 'unprepared' },
    evolve: (review, event) => {
      switch (event.type) {
        case 'VolunteerReviewPrepared':
        case 'TeamReviewPrepared':
          return { status: 'prepared', prepared: event, measured: [] };
        case 'VolunteerReviewPackMeasured':
        case 'TeamReviewPackMeasured':
          return review.status === 'unprepared'
            ? review
            : { ...review, measured: [...review.measured, measuredOf(event.data)] };
        case 'TeamReviewDutiesMeasured':
          return review.status === 'unprepared' ? review : { ...review, duties: dutiesOf(event.data) };
        case 'VolunteerReviewConfirmed':
        case 'TeamReviewConfirmed':
          return review.status === 'unprepared'
            ? review
            : { ...review, status: 'confirmed', conclusion: event.data.conclusion };
        default:
          return review;
      }
    },
    decide: ({ type, data }, review, act, facts) => {
      if (data.year > yearOf(act.today)) return refuse('review_year_must_have_begun');
      switch (type) {
        case 'PrepareVolunteerReview':
          return facts?.of === 'volunteer'
            ? prepare([volunteerReview(data, facts, act), facts.measured], review)
            : refuse('review_needs_figures');
        case 'PrepareTeamReview':
          return facts?.of === 'team'
            ? prepare([teamReview(data, facts, act), facts.measured, facts.duties], review)
            : refuse('review_needs_figures');
        case 'ConfirmVolunteerReview':
          return confirmVolunteerReview(data, review, act);
        case 'ConfirmTeamReview':
          return confirmTeamReview(data, review, act);
      }
    },
  };

function volunteerReview(
  asked: Asked<'PrepareVolunteerReview'>,
  { of: _of, measured: _measured, ...figures }: VolunteerFigures,
  act: Act,
): ReviewPrepared {
  return {
    type: 'VolunteerReviewPrepared',
    data: { ...figures, volunteerId: asked.volunteerId, year: asked.year, preparedOn: act.today },
  };
}

function teamReview(
  asked: Asked<'PrepareTeamReview'>,
  { of: _of, measured: _measured, duties: _duties, ...figures }: TeamFigures,
  act: Act,
): ReviewPrepared {
  return {
    type: 'TeamReviewPrepared',
    data: { ...figures, teamId: asked.teamId, year: asked.year, preparedOn: act.today },
  };
}

type Fresh = readonly [
  prepared: ReviewPrepared,
  measured: readonly MeasuredUnder[] | undefined,
  duties?: TeamDuties | undefined,
];

function prepare([fresh, measured = [], duties]: Fresh, review: Review): Decision {
  const all = [fresh, ...measured.map((one) => packMeasured(fresh, one)), ...dutiesMeasured(fresh, duties)];
  if (review.status === 'unprepared') return all;
  const isSame = sameFigures(review.prepared, fresh) && textOf(review.measured) === textOf(measured);
  if (isSame && JSON.stringify(review.duties) === JSON.stringify(duties)) return [];
  return review.status === 'confirmed' ? refuse('confirmed_review_is_final') : all;
}

function packMeasured({ type, data }: ReviewPrepared, measured: MeasuredUnder): ReviewEvent {
  const { organizationId, year } = data;
  return type === 'VolunteerReviewPrepared'
    ? {
        type: 'VolunteerReviewPackMeasured',
        data: { ...measured, organizationId, year, volunteerId: data.volunteerId },
      }
    : { type: 'TeamReviewPackMeasured', data: { ...measured, organizationId, year, teamId: data.teamId } };
}

function dutiesMeasured({ type, data }: ReviewPrepared, duties: TeamDuties | undefined): readonly ReviewEvent[] {
  if (type !== 'TeamReviewPrepared' || duties === undefined) return [];
  const { organizationId, teamId, year } = data;
  return [{ type: 'TeamReviewDutiesMeasured', data: { organizationId, teamId, year, ...duties } }];
}

function dutiesOf({ quartersMet, tenHaves, tenHavesCheckedOn }: DutiesMeasured['data']): TeamDuties {
  return {
    quartersMet,
    ...(tenHaves === undefined || tenHavesCheckedOn === undefined ? {} : { tenHaves, tenHavesCheckedOn }),
  };
}

function measuredOf({ pack, packVersion, fromOn, untilOn, reached, target }: MeasuredUnder): MeasuredUnder {
  return { pack, packVersion, fromOn, untilOn, reached, ...(target === undefined ? {} : { target }) };
}

const textOf = (measured: readonly MeasuredUnder[]): string =>
  JSON.stringify(measured.map((one) => Object.entries(measuredOf(one)).sort()));

function confirmVolunteerReview(asked: Asked<'ConfirmVolunteerReview'>, review: Review, act: Act): Decision {
  const { volunteerId, year, conclusion, note } = asked;
  if (volunteerId === act.byVolunteer) return refuse('nobody_confirms_their_own_review');
  if (review.status === 'unprepared' || review.prepared.type !== 'VolunteerReviewPrepared')
    return refuse('review_must_be_prepared');
  if (review.status === 'confirmed') return confirmAgain(asked, review);
  const { organizationId, serviceMinutes, targetMinutes } = review.prepared.data;
  const contradiction = contradictionOf(asked, serviceMinutes, targetMinutes);
  if (contradiction) return contradiction;
  const data = { organizationId, volunteerId, year, conclusion, confirmedOn: act.today, ...(note ? { note } : {}) };
  return [{ type: 'VolunteerReviewConfirmed', data }];
}

function confirmTeamReview(asked: Asked<'ConfirmTeamReview'>, review: Review, act: Act): Decision {
  const { teamId, year, conclusion, note } = asked;
  if (review.status === 'unprepared' || review.prepared.type !== 'TeamReviewPrepared')
    return refuse('review_must_be_prepared');
  if (review.status === 'confirmed') return confirmAgain(asked, review);
  const { organizationId, activities, targetActivities } = review.prepared.data;
  const contradiction = contradictionOf(asked, activities, targetActivities);
  if (contradiction) return contradiction;
  const data = { organizationId, teamId, year, conclusion, confirmedOn: act.today, ...(note ? { note } : {}) };
  return [{ type: 'TeamReviewConfirmed', data }];
}

type Concluded = Asked<'ConfirmVolunteerReview'> | Asked<'ConfirmTeamReview'>;

const confirmAgain = ({ conclusion }: Concluded, confirmed: Extract<Review, { status: 'confirmed' }>): Decision =>
  conclusion === confirmed.conclusion ? [] : refuse('confirmed_review_is_final');

/** Z-68, Z-69: “不得少于”, so a target reached exactly is met. `reached` is in the unit of the target. */
function contradictionOf(
  asked: Concluded,
  reached: number,
  target: number | undefined,
): Refusal<ReviewRefusal> | undefined {
  if (target === undefined)
    return asked.conclusion === 'NOT_APPLICABLE' ? undefined : refuse('without_a_target_only_not_applicable');
  switch (asked.conclusion) {
    case 'TARGET_MET':
      return reached >= target ? undefined : refuse('target_is_met_only_when_reached', { reached, target });
    case 'TARGET_NOT_MET':
      return reached < target ? undefined : refuse('target_is_not_met_only_below_it', { reached, target });
    case 'NOT_APPLICABLE':
      return refuse('not_applicable_only_without_a_target', { target });
    case 'EXEMPTED':
      return asked.note ? undefined : refuse('exemption_needs_a_note');
  }
}

/** The log grows all the time: its position and the day are not figures. */
function sameFigures(before: ReviewPrepared, after: ReviewPrepared): boolean {
  return before.type === after.type && figuresText(before.data) === figuresText(after.data);
}

function figuresText({
  position: _position,
  preparedOn: _preparedOn,
  batch: _batch,
  ...figures
}: ReviewPrepared['data']): string {
  return JSON.stringify(Object.entries(figures).sort(([a], [b]) => (a < b ? -1 : 1)));
}
