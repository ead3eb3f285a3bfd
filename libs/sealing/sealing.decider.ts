import type { Decider, Message } from '#libs/kernel/decider';
import type { ClearSealingEvent, SealingEvent } from './sealing.events.js';

export type SealingCommand = Message<
  'CommitStreamHeads',
  { readonly asOf: number; readonly streams: number; readonly root: string }
>;

/** The map of the stream heads grows with the log and is said once a size. State: the size of the newest map. */
export const sealingDecider: Decider<number, SealingCommand, SealingEvent, ClearSealingEvent, never> = {
  initial: 0,
  evolve: (_, event) => event.data.asOf,
  decide: ({ data }, newest) => (data.asOf <= newest ? [] : [{ type: 'StreamHeadsCommitted', data }]),
};
