import type { Position } from '#libs/event-store/port';
import type { OrganizationId } from '#libs/kernel/ids';
import { findPolicyPack } from '#libs/policy/packs';
import { unitReviewDecider } from '#libs/review/unit-review.decider';
import {
  analysisStream,
  organizationReviewStream,
  rosterReviewStream,
  type AnalysisPeriod,
} from '#libs/review/unit-review.events';
import { analysisFromLog } from '#projections/participation/history';
import { rosterMovementsFromLog } from '#projections/roster/history';
import type { CounterParts } from './desk.js';
import { compared, type Repetition } from './review-repetition.js';
import {
  analysisFigureFields,
  analysisFrame,
  leadersChanged,
  organizationFigureFields,
  rosterFigures,
} from './unit-review.desk.js';

type Parts = Pick<CounterParts, 'ledger' | 'store' | 'codec' | 'tree'>;

/** Undefined where none was prepared. Reads the whole log up to the position of the review. */
export async function repeatRosterReview(
  parts: Parts,
  organizationId: OrganizationId,
  year: number,
  half: number,
): Promise<Repetition | undefined> {
  const review = await parts.ledger.load(unitReviewDecider, rosterReviewStream(organizationId, year, half));
  if (review.status === 'unprepared' || review.prepared.type !== 'RosterReviewPrepared') return undefined;
  const { data } = review.prepared;
  const position = data.position as Position;
  const { moved, teams } = await rosterMovementsFromLog(parts, data, position);
  const leaderChanges = await leadersChanged(parts, teams, { ...data, position });
  const repeated = rosterFigures(moved, leaderChanges);
  const { onRoster, additions, leavers, teamChanges, kindChanges, unchanged } = data;
  const stored = {
    onRoster,
    additions,
    leavers,
    teamChanges,
    kindChanges,
    unchanged,
    leaderChanges: data.leaderChanges,
  };
  return compared({
    position,
    pack: data.pack,
    packVersion: data.packVersion,
    stored,
    repeated,
    storedUnderPacks: [],
    repeatedUnderPacks: [],
  });
}

/** As for the roster; undefined too where its pack is not known to this version of the product. */
export async function repeatAnalysis(
  parts: Parts,
  organizationId: OrganizationId,
  year: number,
  period: AnalysisPeriod,
): Promise<Repetition | undefined> {
  const review = await parts.ledger.load(unitReviewDecider, analysisStream(organizationId, year, period));
  if (review.status === 'unprepared' || review.prepared.type !== 'ParticipationAnalysisPrepared') return undefined;
  const { data } = review.prepared;
  const pack = findPolicyPack(data.pack, data.packVersion);
  if (!pack) return undefined;
  const frame = analysisFrame(pack.rules, year, period);
  const scope = await parts.tree.subtree([organizationId]);
  const repeated = analysisFigureFields(
    await analysisFromLog(parts, { ...frame, scope }, data.position as Position),
    frame,
  );
  const { volunteers, exempted, participants, withoutMinutes, minutesMin, reached, serviceMinutes, declaredMinutes } =
    data;
  const people = {
    volunteers,
    exempted,
    participants,
    withoutMinutes,
    minutesMin,
    reached,
    serviceMinutes,
    declaredMinutes,
  };
  const { lateMinutes, entries, teams, activities, activitiesMin, teamsReached } = data;
  const stored = { ...people, lateMinutes, entries, teams, activities, activitiesMin, teamsReached };
  return compared({
    ...{ position: data.position, pack: data.pack, packVersion: data.packVersion },
    ...{ stored, repeated, storedUnderPacks: [], repeatedUnderPacks: [] },
  });
}

/** As for the analysis: undefined where none was prepared, or its pack is not known to this version of the product. */
export async function repeatOrganizationReview(
  parts: Parts,
  organizationId: OrganizationId,
  year: number,
): Promise<Repetition | undefined> {
  const review = await parts.ledger.load(unitReviewDecider, organizationReviewStream(organizationId, year));
  if (review.status === 'unprepared' || review.prepared.type !== 'OrganizationReviewPrepared') return undefined;
  const {
    organizationId: _organizationId,
    year: _year,
    preparedOn: _preparedOn,
    batch: _batch,
    ...basis
  } = review.prepared.data;
  const { position, pack: id, packVersion, ...stored } = basis;
  const pack = findPolicyPack(id, packVersion);
  if (!pack) return undefined;
  const frame = analysisFrame(pack.rules, year, 'YEAR');
  const scope = await parts.tree.subtree([organizationId]);
  const figures = await analysisFromLog(parts, { ...frame, scope }, position as Position);
  return compared({
    ...{ position, pack: id, packVersion, stored },
    repeated: organizationFigureFields(figures, frame),
    ...{ storedUnderPacks: [], repeatedUnderPacks: [] },
  });
}
