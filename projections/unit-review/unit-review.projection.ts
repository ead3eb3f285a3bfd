import type { AccountId } from '#libs/kernel/ids';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { UnitReviewEvent } from '#libs/review/unit-review.events';
import { OrganizationReviewRow, ParticipationAnalysisRow, RosterReviewRow } from './unit-review.entity.js';

type RosterKey = Pick<RosterReviewRow, 'organizationId' | 'year' | 'half'>;
const ofRoster = ({ organizationId, year, half }: RosterKey): RosterKey => ({ organizationId, year, half });

const rosters = table<RosterReviewRow, UnitReviewEvent>()({
  entity: RosterReviewRow,
  keyOf: { RosterReviewPrepared: ofRoster, RosterReviewConfirmed: ofRoster },
  // The other columns come with the figures, which precede every confirmation.
  empty: (key): RosterReviewRow => key as RosterReviewRow,
  on: {
    RosterReviewPrepared: (row, data, { entry }): RosterReviewRow => ({
      ...row,
      ...data,
      preparedBy: entry.by as AccountId,
      confirmedOn: null,
      confirmedBy: null,
    }),
    RosterReviewConfirmed: (row, { confirmedOn }, { entry }): RosterReviewRow => ({
      ...row,
      confirmedOn,
      confirmedBy: entry.by as AccountId,
    }),
  },
});

type AnalysisKey = Pick<ParticipationAnalysisRow, 'organizationId' | 'year' | 'period'>;
const ofAnalysis = ({ organizationId, year, period }: AnalysisKey): AnalysisKey => ({ organizationId, year, period });

const analyses = table<ParticipationAnalysisRow, UnitReviewEvent>()({
  entity: ParticipationAnalysisRow,
  keyOf: { ParticipationAnalysisPrepared: ofAnalysis, ParticipationAnalysisSigned: ofAnalysis },
  empty: (key): ParticipationAnalysisRow => key as ParticipationAnalysisRow,
  on: {
    ParticipationAnalysisPrepared: (row, data, { entry }): ParticipationAnalysisRow => {
      const { minutesMin = null, reached = null, activitiesMin = null, teamsReached = null } = data;
      const unsigned = { conclusion: null, signedOn: null, signedBy: null };
      const targets = { minutesMin, reached, activitiesMin, teamsReached };
      return { ...row, ...data, ...targets, ...unsigned, preparedBy: entry.by as AccountId };
    },
    ParticipationAnalysisSigned: (row, { conclusion, signedOn }, { entry }): ParticipationAnalysisRow => ({
      ...row,
      conclusion,
      signedOn,
      signedBy: entry.by as AccountId,
    }),
  },
});

type ReviewKey = Pick<OrganizationReviewRow, 'organizationId' | 'year'>;
const ofReview = ({ organizationId, year }: ReviewKey): ReviewKey => ({ organizationId, year });

const organizationReviews = table<OrganizationReviewRow, UnitReviewEvent>()({
  entity: OrganizationReviewRow,
  keyOf: { OrganizationReviewPrepared: ofReview, OrganizationReviewConfirmed: ofReview },
  empty: (key): OrganizationReviewRow => key as OrganizationReviewRow,
  on: {
    OrganizationReviewPrepared: (row, { batch: _batch, ...data }, { entry }): OrganizationReviewRow => {
      const { minutesMin = null, reached = null, behind = null, activitiesMin = null, teamsReached = null } = data;
      const unconfirmed = { conclusion: null, note: null, confirmedOn: null, confirmedBy: null };
      const targets = { minutesMin, reached, behind, activitiesMin, teamsReached };
      return { ...row, ...data, ...targets, ...unconfirmed, preparedBy: entry.by as AccountId };
    },
    OrganizationReviewConfirmed: (row, { conclusion, note, confirmedOn }, { entry }): OrganizationReviewRow => ({
      ...row,
      ...{ conclusion, note: note ?? null, confirmedOn },
      confirmedBy: entry.by as AccountId,
    }),
  },
});

/** Answers: which unit has gone through its roster (Z-56) and analysed who takes part (Z-57), what was concluded on its year, on which figures, signed by whom? */
export const unitReview: Projection = {
  name: 'unit-review',
  version: 3,
  opens: ['free'],
  tables: [rosters, analyses, organizationReviews],
};
