export { found } from '#libs/team/team.decider';
