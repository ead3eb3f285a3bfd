import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';

import type { TeamEvent } from './team.events.js';

type Joined = Extract<TeamEvent, { type: 'TeamMemberJoined' }>;
type Left = Extract<TeamEvent, { type: 'TeamMemberLeft' }>;

/** The volunteer's stream writes down what it is asked, field for field. */
type Asking<Command extends string, Event extends VolunteerEvent['type']> = Message<
  Command,
  Omit<Extract<VolunteerEvent, { type: Event }>['data'], 'batch'>
>;

/** the team asks; which team is the primary one, the volunteer's own stream decides. */
export const whenMemberJoinedThenChoosePrimaryTeam: Reaction<
  Joined,
  Asking<'ChoosePrimaryTeam', 'PrimaryTeamChosen'>
> = {
  name: 'whenMemberJoinedThenChoosePrimaryTeam',
  on: {
    TeamMemberJoined: ({ data: { volunteerId, teamId, joinedOn, asPrimary } }) =>
      asPrimary ? [{ type: 'ChoosePrimaryTeam', data: { volunteerId, teamId, chosenOn: joinedOn } }] : [],
  },
};

/** For every team left: about one that is not the primary team the volunteer's stream has nothing to say. */
export const whenMemberLeftThenClearPrimaryTeam: Reaction<Left, Asking<'ClearPrimaryTeam', 'PrimaryTeamCleared'>> = {
  name: 'whenMemberLeftThenClearPrimaryTeam',
  on: {
    TeamMemberLeft: ({ data: { volunteerId, teamId, leftOn } }) => [
      { type: 'ClearPrimaryTeam', data: { volunteerId, teamId, clearedOn: leftOn } },
    ],
  },
};

type Joining = Message<'JoinTeam', Omit<Joined['data'], 'batch' | 'organizationId'>>;

/** F-22: the team merged into another, whose own stream takes each member in; who is a member there already only makes it the primary team. */
export const whenMemberMovesThenJoinOtherTeam: Reaction<
  Left,
  Joining | Asking<'ChoosePrimaryTeam', 'PrimaryTeamChosen'>
> = {
  name: 'whenMemberMovesThenJoinOtherTeam',
  on: {
    TeamMemberLeft: ({ data: { volunteerId, leftOn, movesToTeamId, asPrimary = false } }) => {
      if (movesToTeamId === undefined) return [];
      const join = {
        type: 'JoinTeam' as const,
        data: { teamId: movesToTeamId, volunteerId, joinedOn: leftOn, asPrimary },
      };
      const choose = {
        type: 'ChoosePrimaryTeam' as const,
        data: { volunteerId, teamId: movesToTeamId, chosenOn: leftOn },
      };
      return asPrimary ? [join, choose] : [join];
    },
  },
};
