export { second } from './second.js';
