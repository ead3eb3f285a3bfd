import type { EventCodec, Recorded } from '#libs/event-store/codec';
import type { EventStore, Page, Position } from '#libs/event-store/port';
import type { KeyGroup } from '#libs/kernel/fields';
import type { KeyRing } from '#libs/privacy/key-ring';
import { parseEntry } from '#libs/proof/entry';

export interface LogParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly keys: KeyRing;
}

export interface Batch {
  readonly events: readonly Recorded[];
  readonly last: Position | null;
  readonly end: boolean;
}

/** One page of the log, decoded once for everybody who is fed from it: only wanted types, only wanted groups opened. */
export async function readBatch({ store, codec, keys }: LogParts, after: Position | null, wanted: { readonly limit: number; readonly types: (type: string) => boolean; readonly opens: ReadonlySet<KeyGroup> }): Promise<Batch> {
  return decodeBatch({ codec, keys }, await store.readAll(after, wanted.limit), wanted);
}

async function decodeBatch({ codec, keys }: Pick<LogParts, 'codec' | 'keys'>, page: Page, wanted: { readonly types: (type: string) => boolean; readonly opens: ReadonlySet<KeyGroup> }): Promise<Batch> {
  const chosen = page.entries.filter(({ type }) => wanted.types(type) || !codec.knows(type));
  const kids = chosen.flatMap(({ text }) => parseEntry(text).enc.filter(({ g }) => wanted.opens.has(g as KeyGroup)).map(({ kid }) => kid));
  const found = await keys.forReading([...new Set(kids)]);
  return { events: chosen.map((stored) => codec.read(stored, found, wanted.opens)), last: page.last, end: page.end };
}
