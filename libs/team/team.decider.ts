import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { PostId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/reference/organization-kinds';

import type { TeamCommand } from './team.commands.js';
import type { ClearTeamEvent, TeamEvent } from './team.events.js';
import {
  decideOnTeamLife,
  isOfTeamLife,
  type TeamLifeCommand,
  type TeamLifeFacts,
  type TeamLifeRefusal,
} from './team.life.js';
import {
  evolveTeam,
  leaderInOffice,
  memberNow,
  type EstablishedTeam,
  type LeaderTerm,
  type Team,
  type TeamMember,
} from './team.state.js';

export type TeamRefusal =
  | TeamLifeRefusal
  | 'team_is_established_once'
  | 'team_must_be_established'
  | 'party_organization_must_be_registered'
  | 'party_group_and_provisional_branch_own_no_team'
  | 'team_must_not_precede_its_document'
  | 'team_has_one_leader'
  | 'team_leader_must_hold_a_leadership_post'
  | 'volunteer_must_lead_the_team'
  | 'volunteer_must_be_enrolled'
  | 'joining_must_not_precede_enrolment'
  | 'volunteer_joins_a_team_once'
  | 'rejoining_must_follow_leaving'
  | 'volunteer_must_be_a_member'
  | 'service_group_is_formed_once'
  | 'service_group_must_be_formed'
  | 'assignment_must_follow_joining_and_forming'
  | 'day_must_not_precede_establishment'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

export interface TeamFacts extends TeamLifeFacts {
  /** For EstablishTeam; absent where no such organization is registered. */
  readonly organizationKind?: OrganizationKind;
  /** For AppointTeamLeader: the post the person holds in the owning organization on the day of appointment. */
  readonly post?: PostId;
  /** For AppointTeamLeader: enrolled on the day of appointment. */
  readonly enrolled?: boolean;
  /** For JoinTeam: first day of the enrolment that is open now; absent for a person not enrolled. */
  readonly enrolledOn?: LocalDate;
}

type Decision = readonly TeamEvent[] | Refusal<TeamRefusal>;
type Bar = Refusal<TeamRefusal> | undefined;
type Asked<T extends TeamCommand['type']> = DataOfCommand<TeamCommand, T>;

const kindsWithoutTeam: readonly OrganizationKind[] = ['PARTY_GROUP', 'PROVISIONAL_BRANCH'];

/** One service team: its founding document, one leader at a time, members and skill groups. Of any size (Z-24). */
export const teamDecider: Decider<Team, TeamCommand, TeamEvent, ClearTeamEvent, TeamRefusal, TeamFacts> = {
  initial: { status: 'unestablished' },
  evolve: evolveTeam,
  decide: (command, team, act, facts) => {
    if (command.type === 'EstablishTeam') return establish(command.data, team, act, facts);
    if (team.status === 'unestablished') return refuse('team_must_be_established');
    return isOfTeamLife(command)
      ? decideOnTeamLife(command, team, act, facts)
      : (endedAlready(team) ?? decideOnEstablished(command, team, act, facts));
  },
};

const endedAlready = ({ ended }: EstablishedTeam): Bar =>
  ended ? refuse('team_must_not_have_ended', { day: ended.on }) : undefined;

type LaterCommand = Exclude<TeamCommand, TeamLifeCommand | { type: 'EstablishTeam' }>;

function decideOnEstablished(
  { type, data }: LaterCommand,
  team: EstablishedTeam,
  act: Act,
  facts: TeamFacts,
): Decision {
  switch (type) {
    case 'StateTeamRegister':
      return stateTeamRegister(data, team, act);
    case 'AppointTeamLeader':
      return appointLeader(data, team, act, facts);
    case 'StandDownTeamLeader':
      return standDownLeader(data, team, act);
    case 'JoinTeam':
      return join(data, team, act, facts);
    case 'LeaveTeam':
      return leave(data, team, act);
    case 'FormServiceGroup':
      return formServiceGroup(data, team, act);
    case 'AssignServiceGroupMember':
      return assignServiceGroupMember(data, team, act);
  }
}

function establish(asked: Asked<'EstablishTeam'>, team: Team, act: Act, { organizationKind }: TeamFacts): Decision {
  if (team.status === 'established') return isSameTeam(team, asked) ? [] : refuse('team_is_established_once');
  if (!organizationKind) return refuse('party_organization_must_be_registered');
  //
  if (kindsWithoutTeam.includes(organizationKind)) return refuse('party_group_and_provisional_branch_own_no_team');
  const { establishedOn, documentDatedOn } = asked;
  if (establishedOn < documentDatedOn)
    return refuse('team_must_not_precede_its_document', { day: establishedOn, documentDatedOn });
  return lyingAhead(establishedOn, act) ?? [{ type: 'TeamEstablished', data: { ...asked } }];
}

// Name and document are encrypted and not at hand here: the id, made by the client for this one team, stands for them.
const isSameTeam = ({ established }: EstablishedTeam, asked: Asked<'EstablishTeam'>): boolean =>
  established.organizationId === asked.organizationId &&
  established.establishedOn === asked.establishedOn &&
  established.ordinal === asked.ordinal &&
  established.documentDatedOn === asked.documentDatedOn;

/** A figure is stated anew to put it right. With a leader's name it is never silent, since the name cannot be compared. */
function stateTeamRegister(asked: Asked<'StateTeamRegister'>, team: EstablishedTeam, act: Act): Decision {
  const { statedOn, statedSize, statedLeader } = asked;
  if (statedLeader === undefined && team.statedSizes.get(statedOn) === statedSize) return [];
  const { organizationId } = team.established;
  return lyingAhead(statedOn, act) ?? [{ type: 'TeamRegisterStated', data: { ...asked, organizationId } }];
}

/** Z-74: one leader at a time, who holds a leadership post; on a handover the old one stands down on the same day. */
function appointLeader(
  { teamId, volunteerId, appointedOn, replacing }: Asked<'AppointTeamLeader'>,
  team: EstablishedTeam,
  act: Act,
  facts: TeamFacts,
): Decision {
  const leader = leaderInOffice(team);
  if (leader?.volunteerId === volunteerId && leader.appointedOn === appointedOn) return [];
  const handover = replacing === true && leader?.volunteerId !== volunteerId;
  const bar = outOfTime(appointedOn, team, act) ?? occupied(appointedOn, team, handover);
  if (bar) return bar;
  if (!facts.enrolled) return refuse('volunteer_must_be_enrolled');
  if (!facts.post) return refuse('team_leader_must_hold_a_leadership_post');
  const { organizationId } = team.established;
  return [
    ...stoodDownOf(leader, team, appointedOn),
    { type: 'TeamLeaderAppointed', data: { teamId, organizationId, volunteerId, postId: facts.post, appointedOn } },
  ];
}

/** A day on which somebody leads already: the leader in office, unless replaced, or one whose term reaches beyond it. */
function occupied(day: LocalDate, team: EstablishedTeam, handover: boolean): Bar {
  const leader = leaderInOffice(team);
  const isTaken = team.terms.some(({ stoodDownOn }) => stoodDownOn !== undefined && day < stoodDownOn);
  if (isTaken || (leader && !handover)) return refuse('team_has_one_leader', { day });
  return leader && endingBefore(day, leader.appointedOn);
}

function stoodDownOf(leader: LeaderTerm | undefined, team: EstablishedTeam, stoodDownOn: LocalDate): TeamEvent[] {
  if (!leader) return [];
  const { teamId, organizationId } = team.established;
  return [
    { type: 'TeamLeaderStoodDown', data: { teamId, organizationId, volunteerId: leader.volunteerId, stoodDownOn } },
  ];
}

function standDownLeader(asked: Asked<'StandDownTeamLeader'>, team: EstablishedTeam, act: Act): Decision {
  const { volunteerId, stoodDownOn } = asked;
  const leader = leaderInOffice(team);
  if (leader?.volunteerId !== volunteerId) {
    const before = team.terms.findLast((term) => term.volunteerId === volunteerId);
    return before?.stoodDownOn === stoodDownOn ? [] : refuse('volunteer_must_lead_the_team');
  }
  return (
    lyingAhead(stoodDownOn, act) ??
    endingBefore(stoodDownOn, leader.appointedOn) ??
    stoodDownOf(leader, team, stoodDownOn)
  );
}

function join(asked: Asked<'JoinTeam'>, team: EstablishedTeam, act: Act, { enrolledOn }: TeamFacts): Decision {
  const { volunteerId, joinedOn, asPrimary } = asked;
  const known = team.members.get(volunteerId);
  if (known && known.leftOn === undefined)
    return known.joinedOn === joinedOn && known.asPrimary === asPrimary ? [] : refuse('volunteer_joins_a_team_once');
  if (enrolledOn === undefined) return refuse('volunteer_must_be_enrolled');
  if (joinedOn < enrolledOn) return refuse('joining_must_not_precede_enrolment', { day: joinedOn, enrolledOn });
  const { organizationId } = team.established;
  return (
    rejoiningTooEarly(joinedOn, known) ??
    outOfTime(joinedOn, team, act) ?? [{ type: 'TeamMemberJoined', data: { ...asked, organizationId } }]
  );
}

const rejoiningTooEarly = (joinedOn: LocalDate, known: TeamMember | undefined): Bar =>
  known?.leftOn !== undefined && joinedOn < known.leftOn
    ? refuse('rejoining_must_follow_leaving', { day: joinedOn, leftOn: known.leftOn })
    : undefined;

/** F-20: at once and without a reason. A leader who leaves the team stands down with it. */
function leave(asked: Asked<'LeaveTeam'>, team: EstablishedTeam, act: Act): Decision {
  const { volunteerId, leftOn } = asked;
  const known = team.members.get(volunteerId);
  if (!known) return refuse('volunteer_must_be_a_member');
  if (known.leftOn !== undefined) return known.leftOn === leftOn ? [] : refuse('volunteer_must_be_a_member');
  const { organizationId } = team.established;
  const leader = leaderInOffice(team);
  const leads = leader?.volunteerId === volunteerId;
  return (
    lyingAhead(leftOn, act) ??
    endingBefore(leftOn, known.joinedOn) ??
    (leads ? endingBefore(leftOn, leader.appointedOn) : undefined) ?? [
      ...stoodDownOf(leads ? leader : undefined, team, leftOn),
      { type: 'TeamMemberLeft', data: { ...asked, organizationId } },
    ]
  );
}

function formServiceGroup(asked: Asked<'FormServiceGroup'>, team: EstablishedTeam, act: Act): Decision {
  const group = team.groups.get(asked.groupId);
  if (group) return group.formedOn === asked.formedOn ? [] : refuse('service_group_is_formed_once');
  return outOfTime(asked.formedOn, team, act) ?? [{ type: 'ServiceGroupFormed', data: { ...asked } }];
}

/** Z-75. A member may serve in several groups. */
function assignServiceGroupMember(asked: Asked<'AssignServiceGroupMember'>, team: EstablishedTeam, act: Act): Decision {
  const { groupId, volunteerId, assignedOn } = asked;
  const group = team.groups.get(groupId);
  if (!group) return refuse('service_group_must_be_formed');
  const member = memberNow(team, volunteerId);
  if (!member) return refuse('volunteer_must_be_a_member');
  if (group.members.has(volunteerId)) return [];
  if (assignedOn < group.formedOn || assignedOn < member.joinedOn)
    return refuse('assignment_must_follow_joining_and_forming', { day: assignedOn });
  return lyingAhead(assignedOn, act) ?? [{ type: 'ServiceGroupMemberAssigned', data: { ...asked } }];
}

const outOfTime = (day: LocalDate, { established: { establishedOn } }: EstablishedTeam, act: Act): Bar =>
  day < establishedOn ? refuse('day_must_not_precede_establishment', { day, establishedOn }) : lyingAhead(day, act);
