export { entry } from '#libs/proof/entry';
