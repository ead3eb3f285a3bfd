import type { Position } from '#libs/event-store/port';
import type { TeamId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { PolicyPack, PolicyRules } from '#libs/policy/policy-pack';
import type { UnitReviewCommand } from '#libs/review/unit-review.commands';
import { unitReviewDecider, type UnitReviewFacts } from '#libs/review/unit-review.decider';
import {
  analysisStream,
  organizationReviewStream,
  rosterReviewStream,
  type AnalysisPeriod,
} from '#libs/review/unit-review.events';
import { teamDecider } from '#libs/team/team.decider';
import { teamStream } from '#libs/team/team.events';
import { leaderOn } from '#libs/team/team.state';
import { analysisFigures, type AnalysisAsked, type AnalysisFigures } from '#projections/participation/analysis.query';
import { countRosterMovements, teamsOnRoster, type RosterMovement } from '#projections/roster/roster-movement.query';
import type { CounterParts, Desk } from './desk.js';
import { streamAt, type LogParts } from './hours-at.js';
import { policyInForce } from './policy-in-force.js';
import { windowAtRest } from './window-at-rest.js';

type Asked<T extends UnitReviewCommand['type']> = Extract<UnitReviewCommand, { type: T }>['data'];

export function unitReviewDesk(parts: CounterParts): Desk<UnitReviewCommand> {
  const factsFor = async ({ type, data }: UnitReviewCommand): Promise<UnitReviewFacts> => {
    if (type === 'PrepareRosterReview') return rosterFacts(parts, data);
    if (type === 'PrepareOrganizationReview') return organizationFacts(parts, data);
    return type === 'PrepareParticipationAnalysis' ? analysisFacts(parts, data) : {};
  };
  return {
    about: ({ data: { organizationId } }) => Promise.resolve({ organizationId }),
    perform: (command, context) =>
      parts.ledger.run(unitReviewDecider, {
        stream: streamOf(command),
        command,
        context,
        facts: () => factsFor(command),
      }),
  };
}

function streamOf({ type, data }: UnitReviewCommand): string {
  if (type === 'PrepareOrganizationReview' || type === 'ConfirmOrganizationReview')
    return organizationReviewStream(data.organizationId, data.year);
  return type === 'PrepareRosterReview' || type === 'ConfirmRosterReview'
    ? rosterReviewStream(data.organizationId, data.year, data.half)
    : analysisStream(data.organizationId, data.year, data.period);
}

const basisOf = ({ id, version }: PolicyPack): { readonly pack: string; readonly packVersion: number } => ({
  pack: id,
  packVersion: version,
});

/** From the roster's window, which thousands of streams make up, at the position it stood at; leaders from the teams' own streams. */
async function rosterFacts(
  parts: CounterParts,
  { organizationId, half, sinceOn, untilOn }: Asked<'PrepareRosterReview'>,
): Promise<UnitReviewFacts> {
  const pack = await policyInForce(parts, organizationId, untilOn);
  const window = pack.rules.rosterReviewWindows?.value[half - 1];
  const asked = { organizationId, sinceOn, untilOn, scope: undefined };
  const { position, figures } = await windowAtRest(parts, 'roster', async () => ({
    moved: await countRosterMovements(parts.read, asked),
    teams: await teamsOnRoster(parts.read, asked),
  }));
  const leaderChanges = await leadersChanged(parts, figures.teams, { sinceOn, untilOn, position });
  const roster = { ...basisOf(pack), position, ...rosterFigures(figures.moved, leaderChanges) };
  return { roster, ...(window ? { window } : {}) };
}

export function rosterFigures(moved: Readonly<Record<RosterMovement, number>>, leaderChanges: number) {
  const {
    ADDED: additions,
    LEFT: leavers,
    TEAM_CHANGED: teamChanges,
    KIND_CHANGED: kindChanges,
    UNCHANGED: unchanged,
  } = moved;
  const onRoster = additions + teamChanges + kindChanges + unchanged;
  return { onRoster, additions, leavers, teamChanges, kindChanges, unchanged, leaderChanges };
}

/** Teams led by somebody else on the later day than on the earlier, as known at the position. */
export async function leadersChanged(
  parts: LogParts,
  teams: readonly { readonly teamId: TeamId }[],
  {
    sinceOn,
    untilOn,
    position,
  }: { readonly sinceOn: LocalDate; readonly untilOn: LocalDate; readonly position: Position },
): Promise<number> {
  const all = await Promise.all(
    teams.map(({ teamId }) => streamAt(parts, teamDecider, { stream: teamStream(teamId), position })),
  );
  return all.filter((team) => leaderOn(team, sinceOn) !== leaderOn(team, untilOn)).length;
}

/** The days and the numbers of the pack that an analysis of a period is held against. */
export function analysisFrame(rules: PolicyRules, year: number, period: AnalysisPeriod): Omit<AnalysisAsked, 'scope'> {
  const isYear = period === 'YEAR';
  const [fromOn, untilOn] = [`${year}-01-01`, `${year}-${isYear ? '12-31' : '06-30'}`] as [LocalDate, LocalDate];
  const minutes = isYear ? rules.volunteerServiceMinutesPerYearMin : rules.volunteerServiceMinutesAtMidYearMin;
  const activitiesMin = isYear ? (rules.teamActivitiesPerYearMin?.value ?? null) : null;
  return {
    fromOn,
    untilOn,
    minutesMin: minutes?.value ?? null,
    activitiesMin,
    membersMin: rules.activityTeamMembersMin.value,
  };
}

/** As the event holds them: what a pack does not ask is absent. */
export function analysisFigureFields(
  figures: AnalysisFigures,
  { minutesMin, activitiesMin }: Omit<AnalysisAsked, 'scope'>,
) {
  const { reached, behind: _behind, teamsReached, serviceMinutes, declaredMinutes, lateMinutes, ...counts } = figures;
  return {
    ...counts,
    serviceMinutes: serviceMinutes as Minutes,
    declaredMinutes: declaredMinutes as Minutes,
    lateMinutes: lateMinutes as Minutes,
    ...(minutesMin === null ? {} : { minutesMin: minutesMin as Minutes, reached }),
    ...(activitiesMin === null ? {} : { activitiesMin, teamsReached }),
  };
}

/** As the event of an organization's review holds them. */
export const organizationFigureFields = (figures: AnalysisFigures, frame: Omit<AnalysisAsked, 'scope'>) => ({
  ...analysisFigureFields(figures, frame),
  ...(frame.minutesMin === null ? {} : { behind: figures.behind }),
});

async function organizationFacts(
  parts: CounterParts,
  { organizationId, year }: Asked<'PrepareOrganizationReview'>,
): Promise<UnitReviewFacts> {
  const { figures, frame, basis } = await figuresOf(parts, { organizationId, year, period: 'YEAR' });
  return { organization: { ...basis, ...organizationFigureFields(figures, frame) } };
}

async function analysisFacts(
  parts: CounterParts,
  asked: Asked<'PrepareParticipationAnalysis'>,
): Promise<UnitReviewFacts> {
  const { figures, frame, basis } = await figuresOf(parts, asked);
  return { analysis: { ...basis, ...analysisFigureFields(figures, frame) } };
}

/** Of the organization and everything below it, from the window of participation at the position it stood at. */
async function figuresOf(parts: CounterParts, { organizationId, year, period }: Asked<'PrepareParticipationAnalysis'>) {
  const pack = await policyInForce(
    parts,
    organizationId,
    `${year}-${period === 'YEAR' ? '12-31' : '06-30'}` as LocalDate,
  );
  const frame = analysisFrame(pack.rules, year, period);
  const { position, figures } = await windowAtRest(parts, 'participation', async () =>
    analysisFigures(parts.read, { ...frame, scope: await parts.tree.subtree([organizationId]) }),
  );
  return { figures, frame, basis: { ...basisOf(pack), position } };
}
