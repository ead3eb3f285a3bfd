export { IsCode } from '#libs/reference/validators';
