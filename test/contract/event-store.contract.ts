import { afterAll, beforeAll, describe } from '@jest/globals';
import type { EventStore } from '#libs/event-store/port';
import { appending } from './appending.contract.js';
import { fidelity } from './fidelity.contract.js';
import { following } from './following.contract.js';
import { reading } from './reading.contract.js';
import { repeating } from './repeating.contract.js';
import { stopping } from './stopping.contract.js';

export interface OpenedStore {
  readonly store: EventStore;
  /** The same log once more: another process, or this one after a restart. Absent where the log dies with its process. */
  readonly reopen?: () => Promise<EventStore>;
  drop(): Promise<void>;
}

/** What a group of tests is given; `store` is there once the tests run. */
export interface Bench {
  readonly store: EventStore;
  readonly open: () => Promise<OpenedStore>;
}

/**
 * What every adapter of the port promises. The numbers in the sentences are those of the design notes, so that a gap in
 * the row is a promise of another layer (subscriptions, deletion, rebuild) and not a test forgotten.
 */
export function describeEventStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} as an event store`, () => {
    let opened: OpenedStore;
    const bench: Bench = {
      get store() {
        return opened.store;
      },
      open,
    };

    beforeAll(async () => {
      opened = await open();
    }, 120_000);
    afterAll(async () => {
      await opened.store.close();
      await opened.drop();
    });

    describe('appending', () => appending(bench));
    describe('repeating', () => repeating(bench));
    describe('reading', () => reading(bench));
    describe('fidelity', () => fidelity(bench));
    describe('following the whole log', () => following(bench));
    describe('stopping', () => stopping(bench));
  });
}
