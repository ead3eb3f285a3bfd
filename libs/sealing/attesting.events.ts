import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { integer, reference } from '#libs/kernel/fields';

/** Written by the house itself before a year is closed and before figures are handed up. */
export const attestingEvents = {
  /**
   * In `sys-proj`: the rows that a projection's folds of this version made of the log up to a position, as one root. Whoever folds the
   * same log with the same version comes to it again.
   */
  ProjectionAttested: event(1, {
    projection: reference(/^[a-z][a-z0-9-]{0,63}$/),
    foldVersion: integer(1, 1_000_000),
    position: reference(/^(?:\d{1,10}|\d{1,20}:\d{1,20})$/),
    rows: integer(0, 2_000_000_000),
    root: reference(/^[A-Za-z0-9+/]{43}=$/),
  }),
};

export type AttestingEvent = EventOf<typeof attestingEvents>;
export type ClearAttestingEvent = ClearEventOf<typeof attestingEvents>;

export const attestingStream = 'sys-proj';
