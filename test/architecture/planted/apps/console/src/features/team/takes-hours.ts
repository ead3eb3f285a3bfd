export { hoursList } from '../hours/hours-list.js';
