export { teamList } from '../features/team/team-list.js';
