import { endOf, holdsLeadershipPost } from '#libs/organization/organization.state';
import type { TeamCommand } from '#libs/team/team.commands';
import { teamDecider, type TeamFacts } from '#libs/team/team.decider';
import { membersNow } from '#libs/team/team.life';
import { teamStream } from '#libs/team/team.events';
import { volunteerDecider } from '#libs/volunteer/volunteer.decider';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { isEnrolledOn, primaryTeam, type Volunteer } from '#libs/volunteer/volunteer.state';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { CounterParts, Desk } from './desk.js';
import { loadOrganization } from './organization.desk.js';

/** The organization that owns the team; undefined where none was established. */
export async function organizationOfTeam({ ledger }: Pick<CounterParts, 'ledger'>, teamId: TeamId): Promise<OrganizationId | undefined> {
  const team = await ledger.load(teamDecider, teamStream(teamId));
  return team.status === 'established' ? team.established.organizationId : undefined;
}

export function teamDesk(parts: CounterParts): Desk<TeamCommand> {
  const volunteerOf = (volunteerId: VolunteerId): Promise<Volunteer> => parts.ledger.load(volunteerDecider, volunteerStream(volunteerId));
  const leaderFacts = async ({ teamId, volunteerId, appointedOn }: Extract<TeamCommand, { type: 'AppointTeamLeader' }>['data']): Promise<TeamFacts> => {
    const owner = await organizationOfTeam(parts, teamId);
    const post = owner && holdsLeadershipPost(await loadOrganization(parts, owner), volunteerId, appointedOn);
    const enrolled = isEnrolledOn(await volunteerOf(volunteerId), appointedOn);
    return { enrolled, ...(post ? { post } : {}) };
  };
  const factsFor = async ({ type, data }: TeamCommand): Promise<TeamFacts> => {
    switch (type) {
      case 'EstablishTeam': {
        const owner = await loadOrganization(parts, data.organizationId);
        return owner.status === 'registered' && !owner.ended ? { organizationKind: owner.registered.kind } : {};
      }
      case 'AppointTeamLeader':
        return leaderFacts(data);
      case 'JoinTeam': {
        const volunteer = await volunteerOf(data.volunteerId);
        return volunteer.status === 'enrolled' ? { enrolledOn: volunteer.enrolledOn } : {};
      }
      case 'MergeTeam':
        return mergeFacts(parts, data);
      case 'MoveTeam': {
        const owner = await organizationOfTeam(parts, data.teamId);
        const ownerEnded = owner && endOf(await loadOrganization(parts, owner));
        return ownerEnded ? { ownerEnded } : {};
      }
      default:
        return {};
    }
  };
  return {
    about: async ({ type, data }) => {
      const organizationId = type === 'EstablishTeam' ? data.organizationId : await organizationOfTeam(parts, data.teamId);
      if (organizationId === undefined) return undefined;
      if (type === 'MergeTeam') {
        const other = await organizationOfTeam(parts, data.intoTeamId);
        return other && { organizationId, alsoIn: [other] };
      }
      return { organizationId, ...('volunteerId' in data ? { volunteerId: data.volunteerId } : {}) };
    },
    perform: (command, context) => parts.ledger.run(teamDecider, { stream: teamStream(command.data.teamId), command, context, facts: () => factsFor(command) }),
  };
}

async function mergeFacts({ ledger }: CounterParts, { teamId, intoTeamId, mergedOn }: Extract<TeamCommand, { type: 'MergeTeam' }>['data']): Promise<TeamFacts> {
  const [team, other] = await Promise.all([teamId, intoTeamId].map((id) => ledger.load(teamDecider, teamStream(id))));
  const members = team?.status === 'established' ? membersNow(team) : [];
  const standings = await Promise.all(members.map((id) => ledger.load(volunteerDecider, volunteerStream(id))));
  return {
    otherTeamGoesOn: other?.status === 'established' && !other.ended && other.established.establishedOn <= mergedOn,
    primaryOf: new Set(members.filter((_, i) => primaryTeam(standings[i] ?? volunteerDecider.initial) === teamId)),
  };
}
