import type { TeamId } from '#libs/kernel/ids';
export type TeamFounded = { teamId: TeamId };
