export { inMemoryStore } from '#libs/event-store/in-memory/in-memory-store';
