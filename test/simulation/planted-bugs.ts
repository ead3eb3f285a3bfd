import { InMemoryEventStore } from '#libs/event-store/in-memory/in-memory-event-store';
import type { Append, AppendResult, EventStore, StoredEntry } from '#libs/event-store/port';
import type { CommandId } from '#libs/kernel/ids';
import { bent } from '../support/gifts.js';
import type { Chance } from './chance.js';
import type { Bends } from './simulation.js';

const seldom = 0.1;

/** The insides of the store, for a store that does what none may do. */
interface Insides {
  readonly streams: Map<string, StoredEntry[]>;
  store(stream: string, known: StoredEntry[], entries: Append['entries']): AppendResult;
}
const insides = (store: InMemoryEventStore): Insides => store as unknown as Insides;

const appending = (
  append: (inner: InMemoryEventStore, asked: Append, chance: Chance) => Promise<AppendResult>,
): NonNullable<Bends['store']> => {
  return (inner, chance): EventStore => bent(inner, { append: (asked) => append(inner, asked, chance) });
};

const scratch = async (inner: InMemoryEventStore): Promise<InMemoryEventStore> => {
  const copy = new InMemoryEventStore();
  const { entries } = await inner.readAll(null, Infinity);
  for (const { stream, id, type, text } of entries)
    await copy.append({ stream, expected: 'any', entries: [{ id, type, text }] });
  return copy;
};

/** What could be wrong and must not stay unnoticed; the name says it. */
export const plantedBugs: Readonly<Record<string, Bends>> = {
  'a store that loses an append it acknowledged': {
    // Its answer is the right one, from a copy that nobody will read.
    store: appending(async (inner, asked, chance) =>
      (chance.happens(seldom) ? await scratch(inner) : inner).append(asked),
    ),
  },
  'a store that stores an append twice': {
    store: appending(async (inner, asked, chance) => {
      const result = await inner.append(asked);
      const { streams, store } = insides(inner);
      const known = streams.get(asked.stream);
      if (result.status === 'stored' && known && chance.happens(seldom))
        store.call(inner, asked.stream, known, asked.entries);
      return result;
    }),
  },
  'a store that does not look at the expected revision': {
    store: appending((inner, asked) => inner.append({ ...asked, expected: 'any' })),
  },
  'a store that keeps half of an append': {
    store: appending(async (inner, asked, chance) => {
      const half = asked.entries.slice(0, Math.ceil(asked.entries.length / 2));
      return inner.append(chance.happens(seldom) ? { ...asked, entries: half } : asked);
    }),
  },
  'a follower that moves its checkpoint without its rows': {
    database: (chance) => ({ losesRows: () => chance.happens(seldom) }),
  },
  'a follower that writes its rows without moving its checkpoint': {
    database: (chance) => ({ losesMove: () => chance.happens(seldom) }),
  },
  'a follower that does not notice that another has taken over': {
    database: () => ({ movesAnyway: () => true }),
  },
  'an outbox that takes a letter out of the box before the receiver has it': {
    letters: ({ box }, channel) => {
      const deliver = channel.deliver.bind(channel);
      channel.deliver = async (letter) => {
        await box.delivered(letter);
        await deliver(letter);
      };
    },
  },
  'an outbox that does not note what arrived, and sends it again under another id': {
    letters: ({ box }, channel, chance) => {
      const [deliver, delivered] = [channel.deliver.bind(channel), box.delivered.bind(box)];
      const sent = new Set<string>();
      box.delivered = async (letter) => (chance.happens(seldom) ? undefined : delivered(letter));
      channel.deliver = async (letter) => {
        const id = sent.has(letter.id) ? `${letter.id.slice(0, -4)}${chance.between(1_000, 9_999)}` : letter.id;
        sent.add(letter.id);
        await deliver({ ...letter, id });
      };
    },
  },
  'an outbox that moves its checkpoint without putting letters into the box': {
    letters: ({ box }, _, chance) => {
      const put = box.put.bind(box);
      box.put = async (db, letters) => (chance.happens(seldom) ? undefined : put(db, letters));
    },
  },
  'an outbox that puts letters into the box outside the transaction of its checkpoint, and only afterwards': {
    letters: ({ box, lease: { pool } }) => {
      const put = box.put.bind(box);
      let after: Promise<unknown> = Promise.resolve();
      box.put = async (_, letters) => {
        // On a connection of its own, when the checkpoint has been moved or not.
        after = after.then(() => put(pool, letters)).catch(() => undefined);
        return Promise.resolve();
      };
    },
  },
  'a reaction whose command ids are not derived from its event': {
    context: (context, chance) => {
      const digits = Array.from({ length: 12 }, () => chance.below(16).toString(16)).join('');
      return { ...context, commandId: `f0000000-0000-4000-8000-${digits}` as CommandId };
    },
  },
};
