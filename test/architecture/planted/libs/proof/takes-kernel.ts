export type { TeamId } from '#libs/kernel/ids';
