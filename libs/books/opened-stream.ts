import { entryOf } from '#libs/event-store/codec';
import { streamUpTo } from '#libs/event-store/ledger';
import type { Position } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import type { AnyEvent } from '#libs/kernel/event';
import type { KeyGroup } from '#libs/kernel/fields';

export type StreamParts = Pick<House, 'store' | 'codec' | 'keys'>;

/** The events of a stream up to a position, with the named groups opened; what was erased reads 已删除. */
export async function openedStream<E extends AnyEvent>(
  { store, codec, keys }: StreamParts,
  stream: string,
  { open, upTo }: { readonly open: readonly KeyGroup[]; readonly upTo: Position },
): Promise<readonly E[]> {
  const found = [];
  for await (const stored of streamUpTo(store, stream, upTo)) found.push({ stored, entry: entryOf(stored) });
  const groups = new Set(open);
  const kids = found.flatMap(({ entry }) =>
    entry.enc.filter(({ g }) => groups.has(g as KeyGroup)).map(({ kid }) => kid),
  );
  const keyring = await keys.forReading([...new Set(kids)]);
  return found.map(({ stored, entry }) => codec.read(stored, keyring, groups, entry).event as E);
}
