import type { AccountId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { table, type Meta, type Projection } from '#libs/projection-engine/projection';
import type { ReviewEvent } from '#libs/review/review.events';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { AnnualReview, AnnualReviewName } from './annual-review.entity.js';

type DataOf<T extends ReviewEvent['type']> = Extract<ReviewEvent, { type: T }>['data'];
type Prepared = DataOf<'VolunteerReviewPrepared'> | DataOf<'TeamReviewPrepared'>;
type Confirmed = DataOf<'VolunteerReviewConfirmed'> | DataOf<'TeamReviewConfirmed'>;
type Key = Pick<AnnualReview, 'subjectId' | 'year'>;

const ofVolunteer = (data: { readonly volunteerId: VolunteerId; readonly year: number }): Key => ({
  subjectId: data.volunteerId,
  year: data.year,
});
const ofTeam = (data: { readonly teamId: TeamId; readonly year: number }): Key => ({
  subjectId: data.teamId,
  year: data.year,
});

/** Prepared once more: new figures, and a conclusion drawn from the old ones stands no longer. */
const prepared = (row: AnnualReview, data: Prepared, { entry }: Meta): AnnualReview => ({
  ...row,
  ...data,
  preparedBy: entry.by as AccountId,
  members: null,
  targetMinutes: null,
  proRataTargetMinutes: null,
  targetActivities: null,
  plannedLines: null,
  leaderId: null,
  ...{ quartersMet: null, tenHaves: null, tenHavesCheckedOn: null },
  underPacks: [],
  conclusion: null,
  confirmedOn: null,
  confirmedBy: null,
});

const underPack = (
  row: AnnualReview,
  data: DataOf<'VolunteerReviewPackMeasured'> | DataOf<'TeamReviewPackMeasured'>,
): AnnualReview => {
  const { pack, packVersion, fromOn, untilOn, reached, target = null } = data;
  return { ...row, underPacks: [...row.underPacks, { pack, packVersion, fromOn, untilOn, reached, target }] };
};

const confirmed = (row: AnnualReview, { conclusion, confirmedOn }: Confirmed, { entry }: Meta): AnnualReview => ({
  ...row,
  conclusion,
  confirmedOn,
  confirmedBy: entry.by as AccountId,
});

const reviews = table<AnnualReview, ReviewEvent>()({
  entity: AnnualReview,
  keyOf: {
    VolunteerReviewPrepared: ofVolunteer,
    VolunteerReviewPackMeasured: ofVolunteer,
    VolunteerReviewConfirmed: ofVolunteer,
    TeamReviewPrepared: ofTeam,
    TeamReviewPackMeasured: ofTeam,
    TeamReviewDutiesMeasured: ofTeam,
    TeamReviewConfirmed: ofTeam,
  },
  // The other columns come with the figures, which precede every confirmation.
  empty: (key): AnnualReview => key as AnnualReview,
  on: {
    VolunteerReviewPrepared: (row, data, meta): AnnualReview => ({
      ...prepared(row, data, meta),
      subjectKind: 'volunteer',
      targetMinutes: data.targetMinutes ?? null,
      proRataTargetMinutes: data.proRataTargetMinutes ?? null,
    }),
    VolunteerReviewPackMeasured: underPack,
    VolunteerReviewConfirmed: confirmed,
    TeamReviewPrepared: (row, data, meta): AnnualReview => ({
      ...prepared(row, data, meta),
      subjectKind: 'team',
      members: data.members,
      targetActivities: data.targetActivities ?? null,
      plannedLines: data.plannedLines ?? null,
      leaderId: data.leaderId ?? null,
    }),
    TeamReviewPackMeasured: underPack,
    TeamReviewDutiesMeasured: (row, { quartersMet, tenHaves = null, tenHavesCheckedOn = null }): AnnualReview => ({
      ...row,
      ...{ quartersMet, tenHaves, tenHavesCheckedOn },
    }),
    TeamReviewConfirmed: confirmed,
  },
});

type NameKey = Pick<AnnualReviewName, 'subjectId'>;
const named = (subjectId: NameKey['subjectId']): NameKey => ({ subjectId });

const names = table<AnnualReviewName, VolunteerEvent | TeamEvent>()({
  entity: AnnualReviewName,
  keyOf: {
    ApplicationSubmitted: ({ volunteerId }): NameKey => named(volunteerId),
    ParticularsChanged: ({ volunteerId, name }): readonly NameKey[] => (name === undefined ? [] : [named(volunteerId)]),
    TeamEstablished: ({ teamId }): NameKey => named(teamId),
  },
  empty: (key): AnnualReviewName => ({ ...key, name: '' }),
  on: {
    ApplicationSubmitted: (row, { name }): AnnualReviewName => ({ ...row, name }),
    ParticularsChanged: (row, { name }): AnnualReviewName => ({ ...row, name: name ?? row.name }),
    TeamEstablished: (row, { name }): AnnualReviewName => ({ ...row, name }),
  },
});

/** Answers: what was concluded on this volunteer or team for this year, by whom and on which figures (Z-58)? */
export const annualReview: Projection = {
  name: 'annual-review',
  version: 4,
  opens: ['identity', 'free'],
  tables: [reviews, names],
};
