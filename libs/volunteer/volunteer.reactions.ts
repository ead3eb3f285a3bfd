import type { Message } from '#libs/kernel/decider';
import type { Reaction } from '#libs/kernel/reaction';
import type { TeamEvent } from '#libs/team/team.events';

import type { VolunteerEvent } from './volunteer.events.js';

type Written<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>;
type Left = Extract<TeamEvent, { type: 'TeamMemberLeft' }>['data'];

/** F-13, F-18 to F-20: who moved, died, was removed or withdrew leaves the team on the same day, and stands down if they led it. */
export const whenVolunteerIsGoneThenLeaveTeam: Reaction<
  Written<'PrimaryTeamCleared'>,
  Message<'LeaveTeam', Pick<Left, 'teamId' | 'volunteerId' | 'leftOn'>>
> = {
  name: 'whenVolunteerIsGoneThenLeaveTeam',
  on: {
    PrimaryTeamCleared: ({ data: { volunteerId, teamId, clearedOn, leavesTeam } }) =>
      leavesTeam ? [{ type: 'LeaveTeam', data: { teamId, volunteerId, leftOn: clearedOn } }] : [],
  },
};

type Linking =
  | Message<'LinkDuplicate', Omit<Written<'DuplicateLinked'>['data'], 'batch'>>
  | Message<'UnlinkDuplicate', Omit<Written<'DuplicateUnlinked'>['data'], 'batch'>>;

/** F-08: the survivor's own stream knows which records stand behind it. */
export const whenPersonsAreMergedThenLinkDuplicate: Reaction<
  Written<'PersonsMerged'> | Written<'MergeUndone'>,
  Linking
> = {
  name: 'whenPersonsAreMergedThenLinkDuplicate',
  on: {
    PersonsMerged: ({ data: { volunteerId, survivorId, mergedOn } }) => [
      { type: 'LinkDuplicate', data: { volunteerId: survivorId, duplicateId: volunteerId, linkedOn: mergedOn } },
    ],
    MergeUndone: ({ data: { volunteerId, survivorId, undoneOn } }) => [
      { type: 'UnlinkDuplicate', data: { volunteerId: survivorId, duplicateId: volunteerId, unlinkedOn: undoneOn } },
    ],
  },
};
