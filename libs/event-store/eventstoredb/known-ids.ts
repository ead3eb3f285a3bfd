import { LRUCache } from 'lru-cache';
import type { AppendResult, EventStore, NewEntry, Position, StoredEntry } from '../port.js';

/** Where an entry of this id stands. */
export interface KnownId {
  readonly stream: string;
  readonly revision: number;
  readonly position?: Position;
}

/** Positions of those of these ids that are in the log, as far as the house knows. */
export type PlacesOf = (ids: readonly string[]) => Promise<ReadonlyMap<string, Position>>;

/** Some 200 bytes each. */
const remembered = 100_000;

/**
 * Ids this process appended lately. The server compares ids only with those right behind the expected revision, and with
 * none of another stream; the rest is remembered here, and asked of `PlacesOf` where the house has it.
 */
export class KnownIds {
  private readonly recent = new LRUCache<string, KnownId>({ max: remembered });

  get(id: string): KnownId | undefined {
    return this.recent.get(id);
  }

  keep(
    stream: string,
    entries: readonly Pick<NewEntry, 'id'>[],
    last: { readonly revision: number; readonly position: Position },
  ): void {
    entries.forEach(({ id }, i) => {
      const revision = last.revision - entries.length + 1 + i;
      this.recent.set(id, { stream, revision, ...(revision === last.revision ? { position: last.position } : {}) });
    });
  }
}

type Verdict = Exclude<AppendResult['status'], 'stored'>;

/** What is to be said of an append whose ids are known, all or some; undefined when none is. */
export function verdictOf(stream: string, known: readonly (KnownId | undefined)[]): Verdict | undefined {
  if (known.every((one) => one === undefined)) return undefined;
  if (known.some((one) => one !== undefined && one.stream !== stream)) return 'id_reused';
  const [first] = known;
  const same = first !== undefined && known.every((one, i) => one?.revision === first.revision + i);
  return same ? 'duplicate' : 'wrong_revision';
}

export interface LookupParts {
  readonly store: Pick<EventStore, 'readStream' | 'headOf'>;
  /** The entry at a position. */
  readonly at: (position: Position) => Promise<StoredEntry | undefined>;
  readonly placesOf?: PlacesOf | undefined;
}

/** Looks into the log for what an answer left open. */
export class Lookup {
  constructor(private readonly parts: LookupParts) {}

  headOf(stream: string): Promise<number | 'no_stream'> {
    return this.parts.store.headOf(stream);
  }

  /** Position of an entry that is there. */
  async positionOf(stream: string, revision: number): Promise<Position> {
    for await (const { position } of this.parts.store.readStream(stream, { from: revision, limit: 1 })) return position;
    throw new Error(`${stream}: no entry at ${revision}`);
  }

  /** Those of the entries that the stream has, in their order. */
  async inStream(stream: string, entries: readonly NewEntry[]): Promise<readonly (KnownId | undefined)[]> {
    const wanted = new Map<string, KnownId | undefined>(entries.map(({ id }) => [id, undefined]));
    for await (const { id, revision, position } of this.parts.store.readStream(stream, { direction: 'backwards' }))
      if (wanted.has(id)) wanted.set(id, { stream, revision, position });
    return entries.map(({ id }) => wanted.get(id));
  }

  /** By id, whatever stream they are in. */
  async elsewhere(ids: readonly string[]): Promise<ReadonlyMap<string, KnownId>> {
    const places = (await this.parts.placesOf?.(ids)) ?? new Map<string, Position>();
    const found = new Map<string, KnownId>();
    for (const [id, position] of places) {
      const entry = await this.parts.at(position);
      if (entry?.id === id) found.set(id, { stream: entry.stream, revision: entry.revision, position });
    }
    return found;
  }
}
