import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { PolicyPack } from '#libs/policy/policy-pack';
import type { ReviewCommand } from '#libs/review/review.commands';
import { reviewDecider, type ReviewFacts, type TeamFigures, type VolunteerFigures } from '#libs/review/review.decider';
import { reviewStream } from '#libs/review/review.events';
import { teamYearOf } from '#projections/team-year/team-year.query';
import type { CounterParts, Desk } from './desk.js';
import { positionOfNow } from './figures.js';
import { packsOfYear } from './packs-of-year.js';
import { policyInForce } from './policy-in-force.js';
import {
  enrolmentDay,
  hoursOfYearAt,
  sumOfVolunteer,
  teamDuties,
  teamReadiness,
  teamUnderPacks,
  volunteerTargets,
  volunteerUnderPacks,
} from './review-figures.js';
import { organizationOfTeam } from './team.desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';
import { windowAtRest } from './window-at-rest.js';

export function reviewDesk(parts: CounterParts): Desk<ReviewCommand> {
  const organizationOf = async (command: ReviewCommand): Promise<OrganizationId | undefined> => {
    if ('volunteerId' in command.data) return organizationOfVolunteer(parts, command.data.volunteerId);
    return organizationOfTeam(parts, command.data.teamId);
  };
  const factsFor = async (command: ReviewCommand): Promise<ReviewFacts> => {
    if (command.type !== 'PrepareVolunteerReview' && command.type !== 'PrepareTeamReview') return undefined;
    const organizationId = await organizationOf(command);
    if (organizationId === undefined) return undefined;
    // F-43: the pack in force at the end of the year reviewed.
    const pack = await policyInForce(parts, organizationId, `${command.data.year}-12-31` as LocalDate);
    return command.type === 'PrepareVolunteerReview'
      ? volunteerFigures(parts, command.data, { organizationId, pack })
      : teamFigures(parts, command.data, { organizationId, pack });
  };
  return {
    about: async (command) => {
      const organizationId = await organizationOf(command);
      if (organizationId === undefined) return undefined;
      return { organizationId, ...('volunteerId' in command.data ? { volunteerId: command.data.volunteerId } : {}) };
    },
    perform: (command, context) => {
      const subjectId = 'volunteerId' in command.data ? command.data.volunteerId : command.data.teamId;
      return parts.ledger.run(reviewDecider, {
        stream: reviewStream(subjectId, command.data.year),
        command,
        context,
        facts: () => factsFor(command),
      });
    },
  };
}

interface Frame {
  readonly organizationId: OrganizationId;
  readonly pack: PolicyPack;
}

/** From the volunteer's own hours stream as it stood at a position: an auditor folds it to the same. */
async function volunteerFigures(
  parts: CounterParts,
  of: { volunteerId: VolunteerId; year: number },
  { organizationId, pack }: Frame,
): Promise<VolunteerFigures> {
  const position = await positionOfNow(parts.store);
  const entries = await hoursOfYearAt(parts, { ...of, position });
  const measured = volunteerUnderPacks(entries, await packsOfYear(parts, organizationId, of.year));
  const basis = { organizationId, pack: pack.id, packVersion: pack.version, position, measured };
  const targets = volunteerTargets(pack.rules, of.year, await enrolmentDay(parts, of.volunteerId));
  return { of: 'volunteer', ...basis, ...sumOfVolunteer(entries), ...targets };
}

/** From the window of the team's year, which thousands of streams make up, at the position the window stood at. */
async function teamFigures(
  parts: CounterParts,
  { teamId, year }: { teamId: TeamId; year: number },
  { organizationId, pack }: Frame,
): Promise<TeamFigures> {
  const target = pack.rules.teamActivitiesPerYearMin?.value;
  const asked = {
    teamId,
    year,
    membersMin: pack.rules.activityTeamMembersMin.value,
    targetActivities: target ?? null,
    scope: undefined,
  };
  const { position, figures } = await windowAtRest(parts, 'team-year', () => teamYearOf(parts.read, asked));
  return {
    of: 'team',
    organizationId,
    pack: pack.id,
    packVersion: pack.version,
    position,
    activities: figures.activities,
    members: figures.members,
    serviceMinutes: figures.serviceMinutes as Minutes,
    ...(await teamReadiness(parts, { teamId, year, position })),
    duties: await teamDuties(parts, { teamId, year, position }),
    measured: await teamUnderPacks(parts, { teamId, year, position }, await packsOfYear(parts, organizationId, year)),
    ...(target === undefined ? {} : { targetActivities: target }),
  };
}
