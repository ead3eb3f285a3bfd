export { projectorMain } from '../../apps/projector/src/main.js';
