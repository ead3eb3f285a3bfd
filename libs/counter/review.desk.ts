import { hoursDecider } from '#libs/hours/hours.decider';
import { hoursStream } from '#libs/hours/hours.events';
import { creditedMinutes, liveEntriesOf } from '#libs/hours/hours.state';
import type { Position } from '#libs/event-store/port';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { PolicyPack } from '#libs/policy/policy-pack';
import type { ReviewCommand } from '#libs/review/review.commands';
import { reviewDecider, type ReviewFacts, type TeamFigures, type VolunteerFigures } from '#libs/review/review.decider';
import { reviewStream } from '#libs/review/review.events';
import { teamYearOf } from '#projections/team-year/team-year.query';
import type { CounterParts, Desk } from './desk.js';
import { policyInForce } from './policy-in-force.js';
import { organizationOfTeam } from './team.desk.js';
import { organizationOfVolunteer } from './volunteer.desk.js';

/** Figures kept changing under the reading; the command may be repeated. */
export class FiguresUnsettled extends Error {}

const readingsMax = 20;

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
      return parts.ledger.run(reviewDecider, { stream: reviewStream(subjectId, command.data.year), command, context, facts: () => factsFor(command) });
    },
  };
}

interface Frame {
  readonly organizationId: OrganizationId;
  readonly pack: PolicyPack;
}

/** From the volunteer's own hours stream, at a position at which that stream stood still: an auditor folds it to the same. */
async function volunteerFigures({ ledger, store }: CounterParts, { volunteerId, year }: { volunteerId: VolunteerId; year: number }, { organizationId, pack }: Frame): Promise<VolunteerFigures> {
  const stream = hoursStream(volunteerId, year);
  for (let reading = 0; reading < readingsMax; reading++) {
    const before = await store.headOf(stream);
    const position = await positionOfNow(store);
    const hours = await ledger.load(hoursDecider, stream);
    if ((await store.headOf(stream)) !== before) continue;
    const target = pack.rules.volunteerServiceMinutesPerYearMin?.value;
    return {
      of: 'volunteer',
      organizationId,
      pack: pack.id,
      packVersion: pack.version,
      position,
      serviceMinutes: creditedMinutes(hours),
      activities: new Set(liveEntriesOf(hours).map(({ activityId }) => activityId)).size,
      ...(target === undefined ? {} : { targetMinutes: target as Minutes }),
    };
  }
  throw new FiguresUnsettled(stream);
}

/** From the window of the team's year, which thousands of streams make up, at the position the window stood at. */
async function teamFigures(parts: CounterParts, { teamId, year }: { teamId: TeamId; year: number }, { organizationId, pack }: Frame): Promise<TeamFigures> {
  const target = pack.rules.teamActivitiesPerYearMin?.value;
  await parts.waitFor(await positionOfNow(parts.store));
  for (let reading = 0; reading < readingsMax; reading++) {
    const position = await windowPosition(parts);
    const figures = await teamYearOf(parts.read, { teamId, year, membersMin: pack.rules.activityTeamMembersMin.value, targetActivities: target ?? null, scope: undefined });
    if (figures === undefined || position === undefined || (await windowPosition(parts)) !== position) continue;
    return {
      of: 'team',
      organizationId,
      pack: pack.id,
      packVersion: pack.version,
      position,
      activities: figures.activities,
      members: figures.members,
      serviceMinutes: figures.serviceMinutes as Minutes,
      ...(target === undefined ? {} : { targetActivities: target }),
    };
  }
  throw new FiguresUnsettled(`team-year ${teamId} ${year}`);
}

async function positionOfNow(store: CounterParts['store']): Promise<Position> {
  const position = await store.head();
  if (position === null) throw new FiguresUnsettled('the log is empty');
  return position;
}

async function windowPosition({ read }: CounterParts): Promise<string | undefined> {
  const rows: { position: string | null }[] = await read.query(`select position from read.checkpoint where name = 'team-year'`);
  return rows[0]?.position ?? undefined;
}
