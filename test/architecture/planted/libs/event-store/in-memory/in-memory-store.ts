import type { Store } from '#libs/event-store/port';
export const inMemoryStore: Store = { read: () => undefined };
