import type { AnyEvent } from './event.js';
import type { OrganizationId, VolunteerId } from './ids.js';

/** Whom a letter is for, and the unit it is about. */
export interface Addressee {
  readonly volunteerId: VolunteerId;
  readonly organizationId: OrganizationId;
}

/**
 * When this is recorded, then somebody outside is told that there is something to read. Pure. A letter names ids and the type of the
 * event, never what it says: who may read that is asked at the door.
 */
export type LetterRule<E extends AnyEvent> = {
  readonly [T in E['type']]?: (event: Extract<E, { type: T }>) => Addressee | undefined;
};
