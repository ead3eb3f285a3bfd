import type { found } from '#libs/team/team.decider';
export type Found = typeof found;
