export type { TeamFounded } from '#libs/team/team.events';
