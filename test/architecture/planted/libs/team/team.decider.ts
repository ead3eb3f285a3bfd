import type { TeamFounded } from './team.events.js';
export const found = (team: TeamFounded): TeamFounded => team;
