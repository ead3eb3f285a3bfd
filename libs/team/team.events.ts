import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { flag, id, integer, localDate, optional, personal, text } from '#libs/kernel/fields';
import type { GroupId, OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';

/** The paper on which a team ends. */
const document = {
  documentDatedOn: localDate(),
  documentTitle: personal('free', text(200)),
  documentNumber: optional(personal('free', text(100))),
};

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
  TeamLeaderAppointed: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    postId: id<PostId>(),
    appointedOn: localDate(),
  }),
  TeamLeaderStoodDown: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    stoodDownOn: localDate(),
  }),
  TeamMemberJoined: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    joinedOn: localDate(),
    /** Asked to be the primary team; the volunteer's own stream decides (PrimaryTeamChosen). */
    asPrimary: flag(),
  }),
  TeamMemberLeft: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    leftOn: localDate(),
    /** F-22: the team merged into this one, whose own stream takes the person in. */
    movesToTeamId: optional(id<TeamId>()),
    asPrimary: optional(flag()),
  }),
  /** Z-75: 小组, by skill and speciality. */
  ServiceGroupFormed: event(1, {
    teamId: id<TeamId>(),
    groupId: id<GroupId>(),
    formedOn: localDate(),
    name: personal('free', text(100)),
    speciality: optional(personal('free', text(200))),
  }),
  ServiceGroupMemberAssigned: event(1, {
    teamId: id<TeamId>(),
    groupId: id<GroupId>(),
    volunteerId: id<VolunteerId>(),
    assignedOn: localDate(),
  }),
  /** F-22: past activities keep the name of their day. */
  TeamRenamed: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    renamedOn: localDate(),
    name: personal('free', text(100)),
  }),
  /** No more from this day; what it did stays its own. */
  TeamDissolved: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    dissolvedOn: localDate(),
    ...document,
  }),
  TeamMerged: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    intoTeamId: id<TeamId>(),
    mergedOn: localDate(),
    ...document,
  }),
  /** F-21: the owning organization merged or split; the team and its members go on under the one named. */
  TeamMoved: event(1, {
    teamId: id<TeamId>(),
    fromOrganizationId: id<OrganizationId>(),
    organizationId: id<OrganizationId>(),
    movedOn: localDate(),
  }),
  TeamMemberMoved: event(1, {
    teamId: id<TeamId>(),
    organizationId: id<OrganizationId>(),
    volunteerId: id<VolunteerId>(),
    movedOn: localDate(),
  }),
};

export type TeamEvent = EventOf<typeof teamEvents>;
export type ClearTeamEvent = ClearEventOf<typeof teamEvents>;

export const teamStream = (teamId: TeamId): string => `team-${teamId}`;
