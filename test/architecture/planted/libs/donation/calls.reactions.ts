import { found } from '#libs/team/team.decider';
export const calls = found;
