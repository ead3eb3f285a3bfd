export { hoursPerYearMin } from '#libs/policy/hours';
