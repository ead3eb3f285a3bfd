export { controller } from '../../apps/api/src/team/team.controller.js';
