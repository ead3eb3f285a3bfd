import type { TeamId } from '#libs/kernel/ids';
export type Store = { read(team: TeamId): void };
