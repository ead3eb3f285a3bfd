import type { TeamFounded } from '#libs/team/team.events';
import type { ServiceHoursCredited } from './hours.events.js';
export const react = (_team: TeamFounded): ServiceHoursCredited => ({ minutes: 0 });
