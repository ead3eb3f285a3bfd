import type { TeamFounded } from '#libs/team/team.events';
import { open } from '#libs/reference/sex';
export const refusals = (_team: TeamFounded) => [open, '须先建队'];
