import type { LetterRule } from '#libs/kernel/letter';
import type { BreachEvent } from './breach.events.js';

/** PIPL 57: the person concerned is told; the letter says that there is something to read. */
export const breachLetters: LetterRule<BreachEvent> = {
  BreachPersonNotified: ({ data: { volunteerId, organizationId } }) => ({ volunteerId, organizationId }),
};
