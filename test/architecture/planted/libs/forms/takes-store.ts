export type { Store } from '#libs/event-store/port';
