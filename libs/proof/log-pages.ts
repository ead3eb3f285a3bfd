import type { AuditSource, LogEntry } from './audit-source.js';
import type { Entry } from './entry.js';
import type { Examine, ExaminedPage } from './examine.js';

const pageEntries = 2_000;

interface Reading {
  readonly examine: Examine;
  /** Pages examined at the same time. */
  readonly lanes: number;
  readonly hashesOnly: boolean;
  readonly keys: ReadonlyMap<string, string>;
  /** Entries before this one were found sound by an earlier audit. */
  readonly knownTo: number;
}

interface Read {
  readonly page: readonly LogEntry[];
  /** Undefined where only hashes are asked for. */
  readonly examined: ExaminedPage | undefined;
}

/** The log's pages up to the head it had, in order, each examined while others are read. */
export async function* pagesOf(source: AuditSource, head: string | null, reading: Reading): AsyncIterable<Read> {
  const under: Promise<Read>[] = [];
  let read = 0;
  try {
    for await (const page of rawPages(source, head)) {
      const depth = read + page.length <= reading.knownTo ? 'known' : 'whole';
      read += page.length;
      under.push(one(page, depth));
      // Errors are thrown where the page is awaited, which may be later.
      under.at(-1)!.catch(() => undefined);
      if (under.length > reading.lanes) yield await under.shift()!;
    }
    while (under.length > 0) yield await under.shift()!;
  } finally {
    await Promise.allSettled(under);
  }

  async function one(page: readonly LogEntry[], depth: 'known' | 'whole'): Promise<Read> {
    if (reading.hashesOnly) return { page, examined: undefined };
    const { log } = source;
    return { page, examined: await reading.examine(page, { log, depth, keys: reading.keys }) };
  }
}

/** The next page is on its way while one is looked at. */
async function* rawPages({ store }: AuditSource, head: string | null): AsyncIterable<readonly LogEntry[]> {
  if (head === null) return;
  const isPast = (position: string): boolean => store.compare(position as never, head as never) >= 0;
  let next = store.readAll(null as never, pageEntries);
  for (;;) {
    const { entries, last, end } = await next;
    const isLast = end || entries.length === 0 || last === null || isPast(last);
    if (!isLast) {
      next = store.readAll(last as never, pageEntries);
      next.catch(() => undefined);
    }
    const wanted = isLast
      ? entries.filter(({ position }) => store.compare(position as never, head as never) <= 0)
      : entries;
    if (wanted.length > 0) yield wanted;
    if (isLast) return;
  }
}

/** The data of an entry that nobody has checked yet; empty for what is none. */
export function dataIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const { data } = JSON.parse(text) as Partial<Entry>;
    return data ?? {};
  } catch {
    return {};
  }
}
