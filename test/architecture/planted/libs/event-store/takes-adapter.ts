export { postgresStore } from './postgres/postgres-store.js';
