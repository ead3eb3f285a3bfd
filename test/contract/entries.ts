import { randomUUID } from 'node:crypto';
import type { AppendResult, EventStore, NewEntry, Position, StoredEntry } from '#libs/event-store/port';

let given = 0;

/** A stream that no other test writes to. */
export const newStream = (): string => `gift-${randomUUID()}`;

export const entry = (text = `{"n":${++given}}`, type = 'Given'): NewEntry => ({ id: randomUUID(), type, text });

export const entries = (count: number, text?: string): NewEntry[] => Array.from({ length: count }, () => entry(text));

export const idsOf = (written: readonly NewEntry[]): string[] => written.map(({ id }) => id);

/** Appends and returns the entries as they now stand; throws when the store does not take them. */
export async function filled(store: EventStore, stream: string, count: number): Promise<StoredEntry[]> {
  for (let left = count; left > 0; left -= 1_000) {
    const { status } = await store.append({ stream, expected: 'any', entries: entries(Math.min(left, 1_000)) });
    if (status !== 'stored') throw new Error(status);
  }
  return streamOf(store, stream);
}

export async function collected<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

export const streamOf = (store: EventStore, stream: string): Promise<StoredEntry[]> =>
  collected(store.readStream(stream));

/** Everything behind `after`, page by page, until the store says that the log ends. */
export async function logAfter(store: EventStore, after: Position | null, limit = 1_000): Promise<StoredEntry[]> {
  const read: StoredEntry[] = [];
  for (let from = after; ;) {
    const page = await store.readAll(from, limit);
    read.push(...page.entries);
    if (page.end) return read;
    from = page.last;
  }
}

export const countOf = (results: readonly AppendResult[], status: AppendResult['status']): number =>
  results.filter((result) => result.status === status).length;

export const repeated = <T>(count: number, what: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => what(i)));
