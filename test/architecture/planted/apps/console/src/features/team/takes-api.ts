export { controller } from '../../../../api/src/team/team.controller.js';
