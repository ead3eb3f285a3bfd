export { counter } from '#libs/counter/counter';
