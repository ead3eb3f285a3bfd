import type { TeamId } from '#libs/kernel/ids';
export const hoursPerYearMin: Record<TeamId, number> = {};
