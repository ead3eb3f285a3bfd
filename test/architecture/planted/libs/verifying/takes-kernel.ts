export type { TeamId } from '#libs/kernel/ids';
export { entry } from '#libs/proof/entry';
