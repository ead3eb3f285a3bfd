import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';

/** What leaves the house: that there is something to read for whom. Nothing of what it says. */
export interface Letter {
  /** Derived from the event and the addressee: a receiver that keeps it notices a second delivery. */
  readonly id: string;
  /** Of the event. */
  readonly type: string;
  readonly volunteerId: VolunteerId;
  readonly organizationId: OrganizationId;
  readonly eventId: string;
  /** Of the event in the log. */
  readonly position: string;
  /** ISO 8601, UTC. */
  readonly recordedAt: string;
}

/** The world outside. */
export interface Sink {
  /** Resolves when the receiver has the letter for good; called again with the same letter after a crash. Throws LetterRefused. */
  deliver(letter: Letter): Promise<void>;
}

/** The receiver did not take it now; our own words for why. Any other error may pass as well. */
export class LetterDelayed extends Error {
  override readonly name = 'LetterDelayed';
}

/** The receiver will not have this letter, however often it is offered. */
export class LetterRefused extends Error {
  override readonly name = 'LetterRefused';
}
