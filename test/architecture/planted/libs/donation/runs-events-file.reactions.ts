import { type TeamFounded } from '#libs/team/team.events';
import '#libs/team/team.events';
export type Heard = TeamFounded;
