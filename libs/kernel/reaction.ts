import type { Message } from './decider.js';
import type { AnyEvent } from './event.js';

/**
 * When this is recorded, then those commands follow. Pure; the runner gives each command the id
 * uuid v5 (event id, reaction name and place in the list), so that a second delivery is the same act.
 */
export interface Reaction<E extends AnyEvent, C extends Message<string, unknown>> {
  readonly name: string;
  readonly on: { readonly [T in E['type']]?: (event: Extract<E, { type: T }>) => readonly C[] };
}
