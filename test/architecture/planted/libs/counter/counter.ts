import { found } from '#libs/team/team.decider';
import type { Store } from '#libs/event-store/port';
export const counter = (_store: Store) => found;
