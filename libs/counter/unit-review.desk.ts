import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { PolicyPack } from '#libs/policy/policy-pack';
import type { UnitReviewCommand } from '#libs/review/unit-review.commands';
import { unitReviewDecider, type UnitReviewFacts } from '#libs/review/unit-review.decider';
import { analysisStream, rosterReviewStream } from '#libs/review/unit-review.events';
import { teamDecider } from '#libs/team/team.decider';
import { teamStream } from '#libs/team/team.events';
import { leaderOn } from '#libs/team/team.state';
import { analysisFigures } from '#projections/participation/analysis.query';
import { countRosterMovements, teamsOnRoster } from '#projections/roster/roster-movement.query';
import type { CounterParts, Desk } from './desk.js';
import { policyInForce } from './policy-in-force.js';
import { windowAtRest } from './window-at-rest.js';

type Asked<T extends UnitReviewCommand['type']> = Extract<UnitReviewCommand, { type: T }>['data'];

export function unitReviewDesk(parts: CounterParts): Desk<UnitReviewCommand> {
  const factsFor = async ({ type, data }: UnitReviewCommand): Promise<UnitReviewFacts> => {
    if (type === 'PrepareRosterReview') return rosterFacts(parts, data);
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
  const {
    ADDED: additions,
    LEFT: leavers,
    TEAM_CHANGED: teamChanges,
    KIND_CHANGED: kindChanges,
    UNCHANGED: unchanged,
  } = figures.moved;
  const onRoster = additions + teamChanges + kindChanges + unchanged;
  const leaderChanges = await leadersChanged(parts, figures.teams, [sinceOn, untilOn]);
  const roster = {
    ...basisOf(pack),
    position,
    onRoster,
    additions,
    leavers,
    teamChanges,
    kindChanges,
    unchanged,
    leaderChanges,
  };
  return { roster, ...(window ? { window } : {}) };
}

async function leadersChanged(
  { ledger }: CounterParts,
  teams: readonly { readonly teamId: TeamId }[],
  [sinceOn, untilOn]: readonly [LocalDate, LocalDate],
): Promise<number> {
  const all = await Promise.all(teams.map(({ teamId }) => ledger.load(teamDecider, teamStream(teamId))));
  return all.filter((team) => leaderOn(team, sinceOn) !== leaderOn(team, untilOn)).length;
}

/** Of the organization and everything below it, from the window of participation at the position it stood at. */
async function analysisFacts(
  parts: CounterParts,
  { organizationId, year, period }: Asked<'PrepareParticipationAnalysis'>,
): Promise<UnitReviewFacts> {
  const isYear = period === 'YEAR';
  const [fromOn, untilOn] = [`${year}-01-01`, `${year}-${isYear ? '12-31' : '06-30'}`] as [LocalDate, LocalDate];
  const pack = await policyInForce(parts, organizationId, untilOn);
  const { rules } = pack;
  const minutesMin =
    (isYear ? rules.volunteerServiceMinutesPerYearMin : rules.volunteerServiceMinutesAtMidYearMin)?.value ?? null;
  const activitiesMin = isYear ? (rules.teamActivitiesPerYearMin?.value ?? null) : null;
  const { position, figures } = await windowAtRest(parts, 'participation', async () => {
    const scope: readonly OrganizationId[] = await parts.tree.subtree([organizationId]);
    return analysisFigures(parts.read, {
      fromOn,
      untilOn,
      minutesMin,
      activitiesMin,
      membersMin: rules.activityTeamMembersMin.value,
      scope,
    });
  });
  const { reached, teamsReached, serviceMinutes, declaredMinutes, ...counts } = figures;
  return {
    analysis: {
      ...basisOf(pack),
      position,
      ...counts,
      serviceMinutes: serviceMinutes as Minutes,
      declaredMinutes: declaredMinutes as Minutes,
      ...(minutesMin === null ? {} : { minutesMin: minutesMin as Minutes, reached }),
      ...(activitiesMin === null ? {} : { activitiesMin, teamsReached }),
    },
  };
}
