import { entryOf, UnknownEvent, type EventCodec, type Recorded } from '#libs/event-store/codec';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import type { KeyGroup } from '#libs/kernel/fields';
import { EnvelopeBroken } from '#libs/privacy/envelope';
import { KeyLost, type Found, type KeyRing } from '#libs/privacy/key-ring';
import type { Entry } from '#libs/proof/entry';

export interface LogParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly keys: KeyRing;
}

/** An entry that nobody may skip: an unknown type, a newer shape, a broken envelope, a lost key. */
export interface Unreadable {
  readonly stored: StoredEntry;
  readonly error: Error;
  /** The group whose key is lost, which hurts only those who open it. */
  readonly group?: string | undefined;
}

export interface Batch {
  /** Wanted events, up to the first that cannot be read. */
  readonly events: readonly Recorded[];
  readonly last: Position | null;
  /** Entries on the page, wanted or not. */
  readonly entries: number;
  readonly unreadable?: Unreadable;
}

export interface Wanted {
  readonly limit: number;
  /** Groups to open for an event type; undefined where nobody handles it. */
  readonly opens: (type: string) => ReadonlySet<KeyGroup> | undefined;
  /** The last position of interest; without one, the page ends where it ends. */
  readonly until?: Position | undefined;
}

const none: ReadonlyMap<string, Found> = new Map();

interface Chosen {
  readonly stored: StoredEntry;
  readonly entry: Entry;
}

/** One page of the log, decoded once for everybody who is fed from it: only wanted types, only wanted groups opened. */
export async function readBatch(parts: LogParts, after: Position | null, wanted: Wanted): Promise<Batch> {
  const { entries, last } = upTo(parts.store, await parts.store.readAll(after, wanted.limit), wanted.until);
  return { last: last ?? after, entries: entries.length, ...(await decoded(parts, entries, wanted.opens)) };
}

/** The events of some entries, as `readBatch` gives them. */
export async function decoded(
  { codec, keys }: Omit<LogParts, 'store'>,
  entries: readonly StoredEntry[],
  opens: Wanted['opens'],
): Promise<Pick<Batch, 'events' | 'unreadable'>> {
  const { chosen, unreadable } = parsed(entries.filter(({ type }) => opens(type) ?? !codec.knows(type)));
  const kids = chosen.flatMap(({ entry }) =>
    entry.enc.filter(({ g }) => opens(entry.type)?.has(g as KeyGroup)).map(({ kid }) => kid),
  );
  const found = kids.length === 0 ? none : await keys.forReading([...new Set(kids)]);
  const events: Recorded[] = [];
  for (const { stored, entry } of chosen) {
    try {
      events.push(codec.read(stored, found, opens(entry.type) ?? new Set(), entry));
    } catch (error) {
      if (isUnreadable(error)) return { events, unreadable: { stored, error, group: groupLost(entry, error) } };
      throw error;
    }
  }
  return { events, ...(unreadable ? { unreadable } : {}) };
}

function upTo(
  store: EventStore,
  page: { readonly entries: readonly StoredEntry[]; readonly last: Position | null },
  until: Position | undefined,
): { readonly entries: readonly StoredEntry[]; readonly last: Position | null } {
  if (until === undefined) return page;
  const entries = page.entries.filter(({ position }) => store.compare(position, until) <= 0);
  return { entries, last: entries.at(-1)?.position ?? null };
}

function parsed(entries: readonly StoredEntry[]): { readonly chosen: readonly Chosen[]; unreadable?: Unreadable } {
  const chosen: Chosen[] = [];
  for (const stored of entries) {
    try {
      chosen.push({ stored, entry: entryOf(stored) });
    } catch (error) {
      if (isUnreadable(error)) return { chosen, unreadable: { stored, error } };
      throw error;
    }
  }
  return { chosen };
}

const isUnreadable = (error: unknown): error is Error =>
  error instanceof UnknownEvent || error instanceof EnvelopeBroken || error instanceof KeyLost;

const groupLost = ({ enc }: Entry, error: Error): string | undefined =>
  error instanceof KeyLost ? enc.find(({ kid }) => kid === error.kid)?.g : undefined;

/** Where one stands who has seen everything before this entry. */
export async function positionBefore(store: EventStore, position: Position): Promise<Position | null> {
  return (await store.readAllBackwards(position, 1)).entries[0]?.position ?? null;
}
