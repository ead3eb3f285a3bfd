import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { flag, id, integer, localDate, optional, personal, text } from '#libs/kernel/fields';
import type { GroupId, OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const teamEvents = {
  /** H-06: a team is founded by a formal document. */
  TeamEstablished: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    establishedOn: localDate(),
    /** Place in the unit's list of teams, 1 first. */
    ordinal: integer(1, 1000),
    documentDatedOn: localDate(),
    name: personal('free', text(100)),
    mainProjects: optional(personal('free', text(300))),
    documentTitle: personal('free', text(200)),
    documentNumber: optional(personal('free', text(100))),
  }),
  /** What a handed-in Annex 3 says of this team, kept to reconcile it with the ledger (Z-39). */
  TeamRegisterStated: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    statedOn: localDate(),
    statedSize: integer(0, 100_000),
    statedLeader: optional(personal('free', text(100))),
  }),
  /** Z-74, A-20: exactly one leader at a time, who holds a leadership post on that day. */
  TeamLeaderAppointed: event(1, { teamId: id<TeamId>(), organizationId: id<OrganizationId>(), volunteerId: id<VolunteerId>(), postId: id<PostId>(), appointedOn: localDate() }),
  TeamLeaderStoodDown: event(1, { teamId: id<TeamId>(), organizationId: id<OrganizationId>(), volunteerId: id<VolunteerId>(), stoodDownOn: localDate() }),
  TeamMemberJoined: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    joinedOn: localDate(),
    /** Asked to be the primary team; the volunteer's own stream decides (PrimaryTeamChosen). */
    asPrimary: flag(),
  }),
  TeamMemberLeft: event(1, { teamId: id<TeamId>(), organizationId: id<OrganizationId>(), volunteerId: id<VolunteerId>(), leftOn: localDate() }),
  /** Z-75: 小组, by skill and speciality. */
  ServiceGroupFormed: event(1, { teamId: id<TeamId>(), groupId: id<GroupId>(), formedOn: localDate(), name: personal('free', text(100)), speciality: optional(personal('free', text(200))) }),
  ServiceGroupMemberAssigned: event(1, { teamId: id<TeamId>(), groupId: id<GroupId>(), volunteerId: id<VolunteerId>(), assignedOn: localDate() }),
};

export type TeamEvent = EventOf<typeof teamEvents>;
export type ClearTeamEvent = ClearEventOf<typeof teamEvents>;

export const teamStream = (teamId: TeamId): string => `team-${teamId}`;
