import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { integer, reference } from '#libs/kernel/fields';

/** Written by the sealer itself. */
export const sealingEvents = {
  /**
   * In `sys-heads`: the root over the last entry of every stream when `asOf` entries were sealed. It shows that the newest entries
   * of a stream, or a whole stream, were not left out (attack 33).
   */
  StreamHeadsCommitted: event(1, {
    asOf: integer(1, Number.MAX_SAFE_INTEGER),
    streams: integer(1, 2_000_000_000),
    root: reference(/^[A-Za-z0-9+/]{43}=$/),
  }),
};

export type SealingEvent = EventOf<typeof sealingEvents>;
export type ClearSealingEvent = ClearEventOf<typeof sealingEvents>;
