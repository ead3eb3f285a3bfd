export { house } from '#libs/house/house';
