import { inMemoryStore } from './in-memory/in-memory-store.js';
export const proved = inMemoryStore;
