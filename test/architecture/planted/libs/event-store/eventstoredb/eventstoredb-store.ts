import type { Store } from '#libs/event-store/port';
export const eventStoreDbStore: Store = { read: () => undefined };
