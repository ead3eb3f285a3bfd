import type { Decider, Message } from '#libs/kernel/decider';
import type { AttestingEvent, ClearAttestingEvent } from './attesting.events.js';

/** The roots of one re-derivation, all at the same position. */
export type AttestingCommand = Message<
  'AttestProjections',
  { readonly projections: readonly AttestingEvent['data'][] }
>;

/** What was worked out is said as it is; state: the last of each projection. */
export const attestingDecider: Decider<
  ReadonlyMap<string, ClearAttestingEvent['data']>,
  AttestingCommand,
  AttestingEvent,
  ClearAttestingEvent,
  never
> = {
  initial: new Map(),
  evolve: (newest, { data }) => new Map(newest).set(data.projection, data),
  decide: ({ data }) => data.projections.map((one) => ({ type: 'ProjectionAttested', data: one })),
};
