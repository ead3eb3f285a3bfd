import type { EventStore, Position } from '#libs/event-store/port';
import type { House } from '#libs/house/house';

const countedMax = 10_000;
const pageEntries = 1_000;

/** How many entries a window has not seen, where the store counts; else counted up to 10,000. */
export async function behindOf(
  store: Pick<EventStore, 'entriesUpTo' | 'readAll'>,
  head: Position | null,
  position: Position | null,
): Promise<number> {
  if (head === null || head === position) return 0;
  const all = store.entriesUpTo(head);
  if (all !== undefined) return all - (position === null ? 0 : store.entriesUpTo(position)!);
  let count = 0;
  for (let after = position; count < countedMax;) {
    const page = await store.readAll(after, pageEntries);
    count += page.entries.length;
    if (page.end) break;
    after = page.last;
  }
  return count;
}

/** Entries of the log, as near as is known without reading it: those up to its head, else those that are sealed. */
export async function entriesIn({ store, mainPool }: House, head: Position | null): Promise<number> {
  const counted = head === null ? 0 : store.entriesUpTo(head);
  if (counted !== undefined) return counted;
  const { rows } = await mainPool.query<{ size: string }>('select size from proof.head');
  return Number(rows[0]?.size ?? 0);
}
