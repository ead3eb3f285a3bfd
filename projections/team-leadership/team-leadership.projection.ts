import type { OrganizationEvent } from '#libs/organization/organization.events';
import { teamLife, teamLifeKeys, unfoundedTeam } from '#libs/projection-engine/owned-team';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { TeamEvent } from '#libs/team/team.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import {
  TeamLeadership,
  TeamLeadershipGroup,
  TeamLeadershipGrouped,
  TeamLeadershipPerson,
  TeamLeadershipPost,
} from './team-leadership.entity.js';

type TeamKey = Pick<TeamLeadership, 'teamId'>;
const teamOf = ({ teamId }: TeamKey): TeamKey => ({ teamId });

const teams = table<TeamLeadership, TeamEvent>()({
  entity: TeamLeadership,
  keyOf: { ...teamLifeKeys, TeamLeaderAppointed: teamOf, TeamLeaderStoodDown: teamOf },
  empty: (key): TeamLeadership => ({ ...unfoundedTeam(key), terms: [] }),
  on: {
    ...teamLife<TeamLeadership>(),
    TeamLeaderAppointed: (row, { volunteerId, postId, appointedOn }): TeamLeadership => ({
      ...row,
      terms: [...row.terms, { volunteerId, postId, appointedOn, stoodDownOn: null }],
    }),
    TeamLeaderStoodDown: (row, { volunteerId, stoodDownOn }): TeamLeadership => ({
      ...row,
      terms: row.terms.map((term) =>
        term.volunteerId === volunteerId && term.stoodDownOn === null ? { ...term, stoodDownOn } : term,
      ),
    }),
  },
});

type PostKey = Pick<TeamLeadershipPost, 'postId'>;
const postOf = ({ postId }: PostKey): PostKey => ({ postId });

const posts = table<TeamLeadershipPost, OrganizationEvent>()({
  entity: TeamLeadershipPost,
  keyOf: { LeadershipPostAssumed: postOf, LeadershipPostEnded: postOf },
  // The organization comes with the assumption, the first event of every post.
  empty: (key): TeamLeadershipPost => ({ ...key, endedOn: null }) as TeamLeadershipPost,
  on: {
    LeadershipPostAssumed: (row, { organizationId }): TeamLeadershipPost => ({ ...row, organizationId }),
    LeadershipPostEnded: (row, { endedOn }): TeamLeadershipPost => ({ ...row, endedOn }),
  },
});

type PersonKey = Pick<TeamLeadershipPerson, 'volunteerId'>;
const personOf = ({ volunteerId }: PersonKey): PersonKey => ({ volunteerId });

const people = table<TeamLeadershipPerson, VolunteerEvent>()({
  entity: TeamLeadershipPerson,
  keyOf: { ApplicationSubmitted: personOf, ParticularsChanged: personOf },
  empty: (key): TeamLeadershipPerson => ({ ...key, name: '' }),
  on: {
    ApplicationSubmitted: (row, { name }): TeamLeadershipPerson => ({ ...row, name }),
    ParticularsChanged: (row, { name }): TeamLeadershipPerson => ({ ...row, name: name ?? row.name }),
  },
});

type GroupKey = Pick<TeamLeadershipGroup, 'groupId'>;

const groups = table<TeamLeadershipGroup, TeamEvent>()({
  entity: TeamLeadershipGroup,
  keyOf: { ServiceGroupFormed: ({ groupId }): GroupKey => ({ groupId }) },
  empty: (key): TeamLeadershipGroup => ({ ...key, speciality: null }) as TeamLeadershipGroup,
  on: {
    ServiceGroupFormed: (row, { teamId, formedOn, name, speciality }): TeamLeadershipGroup => ({
      ...{ ...row, teamId, formedOn, name },
      speciality: speciality ?? null,
    }),
  },
});

type GroupedKey = Pick<TeamLeadershipGrouped, 'teamId' | 'volunteerId'>;
const groupedOf = ({ teamId, volunteerId }: GroupedKey): GroupedKey => ({ teamId, volunteerId });

const grouped = table<TeamLeadershipGrouped, TeamEvent>()({
  entity: TeamLeadershipGrouped,
  keyOf: { ServiceGroupMemberAssigned: groupedOf, TeamMemberLeft: groupedOf },
  empty: (key): TeamLeadershipGrouped => ({ ...key, groups: [] }),
  on: {
    ServiceGroupMemberAssigned: (row, { groupId, assignedOn }): TeamLeadershipGrouped => ({
      ...row,
      groups: [...row.groups, { groupId, assignedOn }],
    }),
    TeamMemberLeft: (): null => null,
  },
});

/**
 * Answers: who led this team when, where was nobody, and whose leader holds no leadership post any more (F-23, F-24)? And who
 * serves in which of its groups now (Z-75)?
 */
export const teamLeadership: Projection = {
  name: 'team-leadership',
  version: 2,
  opens: ['identity', 'free'],
  tables: [teams, posts, people, groups, grouped],
};
