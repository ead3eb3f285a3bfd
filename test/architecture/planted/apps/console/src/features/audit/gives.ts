export { give } from '../../api/give.js';
