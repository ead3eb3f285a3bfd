import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Refusal } from '#libs/kernel/decider';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';

import type { TeamCommand } from './team.commands.js';
import type { TeamEvent } from './team.events.js';
import { leaderInOffice, type EstablishedTeam } from './team.state.js';

export type TeamLifeRefusal =
  | 'team_must_not_have_ended'
  | 'team_ends_once'
  | 'team_merges_into_another'
  | 'team_merged_into_must_go_on'
  | 'members_must_have_joined_by_then'
  | 'renaming_must_follow_the_last_one'
  | 'end_must_not_precede_its_document'
  | 'owner_must_have_ended'
  | 'team_moves_to_a_successor'
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

export interface TeamLifeFacts {
  /** For MergeTeam: the other team is established, goes on, and was there on the day. */
  readonly otherTeamGoesOn?: boolean;
  /** For MergeTeam: those of whom it is the primary team. */
  readonly primaryOf?: ReadonlySet<VolunteerId>;
  /** For MoveTeam: what became of the owning organization; absent while it goes on. */
  readonly ownerEnded?: { readonly on: LocalDate; readonly successorIds: readonly OrganizationId[] };
}

const types = ['RenameTeam', 'DissolveTeam', 'MergeTeam', 'MoveTeam'] as const;
export type TeamLifeCommand = Extract<TeamCommand, { type: (typeof types)[number] }>;
export const isOfTeamLife = (command: TeamCommand): command is TeamLifeCommand =>
  types.some((type) => type === command.type);

type Decision = readonly TeamEvent[] | Refusal<TeamLifeRefusal>;
type Bar = Refusal<TeamLifeRefusal> | undefined;
type Asked<T extends TeamCommand['type']> = DataOfCommand<TeamCommand, T>;

/** F-21, F-22: what becomes of a team as such. */
export function decideOnTeamLife(
  { type, data }: TeamLifeCommand,
  team: EstablishedTeam,
  act: Act,
  facts: TeamLifeFacts,
): Decision {
  switch (type) {
    case 'RenameTeam':
      return rename(data, team, act);
    case 'DissolveTeam':
      return dissolve(data, team, act);
    case 'MergeTeam':
      return merge(data, team, act, facts);
    case 'MoveTeam':
      return move(data, team, facts);
  }
}

/** Two renamings of one day are a name and its correction; the later one stands. */
function rename(asked: Asked<'RenameTeam'>, { established, renamedOn, ended }: EstablishedTeam, act: Act): Decision {
  if (ended) return refuse('team_must_not_have_ended', { day: ended.on });
  const { organizationId, establishedOn } = established;
  const last = renamedOn ?? establishedOn;
  if (asked.renamedOn < last) return refuse('renaming_must_follow_the_last_one', { day: asked.renamedOn, last });
  return lyingAhead(asked.renamedOn, act) ?? [{ type: 'TeamRenamed', data: { ...asked, organizationId } }];
}

function dissolve(asked: Asked<'DissolveTeam'>, team: EstablishedTeam, act: Act): Decision {
  const { dissolvedOn } = asked;
  const { ended } = team;
  if (ended) return ended.on === dissolvedOn && !ended.intoTeamId ? [] : refuse('team_ends_once');
  const { organizationId } = team.established;
  return (
    outOfTime(dissolvedOn, asked.documentDatedOn, team, act) ?? [
      ...everybodyLeaves(team, dissolvedOn),
      { type: 'TeamDissolved', data: { ...asked, organizationId } },
    ]
  );
}

/** The members go over; the activities and minutes of the team stay under its own name. */
function merge(asked: Asked<'MergeTeam'>, team: EstablishedTeam, act: Act, facts: TeamLifeFacts): Decision {
  const { teamId, intoTeamId, mergedOn } = asked;
  const { ended } = team;
  if (ended) return ended.on === mergedOn && ended.intoTeamId === intoTeamId ? [] : refuse('team_ends_once');
  if (teamId === intoTeamId) return refuse('team_merges_into_another');
  if (!facts.otherTeamGoesOn) return refuse('team_merged_into_must_go_on');
  const { organizationId } = team.established;
  const goingOver = { movesToTeamId: intoTeamId, primaryOf: facts.primaryOf ?? new Set<VolunteerId>() };
  return (
    outOfTime(mergedOn, asked.documentDatedOn, team, act) ?? [
      ...everybodyLeaves(team, mergedOn, goingOver),
      { type: 'TeamMerged', data: { ...asked, organizationId } },
    ]
  );
}

function everybodyLeaves(
  team: EstablishedTeam,
  leftOn: LocalDate,
  goingOver?: { readonly movesToTeamId: TeamId; readonly primaryOf: ReadonlySet<VolunteerId> },
): TeamEvent[] {
  const { teamId, organizationId } = team.established;
  const leader = leaderInOffice(team);
  const standsDown: TeamEvent[] = leader
    ? [
        {
          type: 'TeamLeaderStoodDown',
          data: { teamId, organizationId, volunteerId: leader.volunteerId, stoodDownOn: leftOn },
        },
      ]
    : [];
  const leave = (volunteerId: VolunteerId): TeamEvent => ({
    type: 'TeamMemberLeft',
    data: {
      ...{ teamId, organizationId, volunteerId, leftOn },
      ...(goingOver ? { movesToTeamId: goingOver.movesToTeamId, asPrimary: goingOver.primaryOf.has(volunteerId) } : {}),
    },
  });
  return [...standsDown, ...membersNow(team).map(leave)];
}

export const membersNow = ({ members }: EstablishedTeam): VolunteerId[] =>
  [...members].flatMap(([volunteerId, { leftOn }]) => (leftOn === undefined ? [volunteerId] : []));

function outOfTime(day: LocalDate, documentDatedOn: LocalDate, team: EstablishedTeam, act: Act): Bar {
  if (day < documentDatedOn) return refuse('end_must_not_precede_its_document', { day, documentDatedOn });
  const begun = [...team.members.values()].filter(({ leftOn }) => leftOn === undefined).map(({ joinedOn }) => joinedOn);
  const term = leaderInOffice(team);
  if ([...begun, ...(term ? [term.appointedOn] : [])].some((beginning) => day < beginning))
    return refuse('members_must_have_joined_by_then', { day });
  return lyingAhead(day, act) ?? endingBefore(day, team.established.establishedOn);
}

/** A leader stays in office: whether the new owner's leadership has a post for them is looked at again (F-24). */
function move({ teamId, toOrganizationId }: Asked<'MoveTeam'>, team: EstablishedTeam, facts: TeamLifeFacts): Decision {
  const { organizationId: fromOrganizationId, establishedOn } = team.established;
  if (fromOrganizationId === toOrganizationId || team.ended) return [];
  const { ownerEnded } = facts;
  if (!ownerEnded) return refuse('owner_must_have_ended');
  if (!ownerEnded.successorIds.includes(toOrganizationId)) return refuse('team_moves_to_a_successor');
  const movedOn = establishedOn > ownerEnded.on ? establishedOn : ownerEnded.on;
  const moved = { teamId, organizationId: toOrganizationId, movedOn };
  return [
    { type: 'TeamMoved', data: { ...moved, fromOrganizationId } },
    ...membersNow(team).map((volunteerId): TeamEvent => ({ type: 'TeamMemberMoved', data: { ...moved, volunteerId } })),
  ];
}
