import type { TeamFounded } from '#libs/team/team.events';
export const teamBook = (_event: TeamFounded) => 1;
