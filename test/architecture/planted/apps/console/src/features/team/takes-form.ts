export { teamForm } from '#libs/forms/team-form';
