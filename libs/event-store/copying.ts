import type { Append, EventStore, NamedLog, Position, StoredEntry } from './port.js';

/** The two logs are not the same entry by entry: nothing more is copied. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
  constructor(
    /** Entries that are the same before it. */
    readonly same: number,
    readonly what: string,
  ) {
    super(`entry ${same}: ${what}`);
  }
}

export interface Copied {
  /** Entries of the log, each compared in both stores. */
  readonly entries: number;
  /** Of these, how many the target had before. */
  readonly there: number;
}

/** The same entry in both logs. */
export interface Pair {
  readonly from: StoredEntry;
  readonly to: StoredEntry;
}

type Readable = Pick<EventStore, 'readAll'>;

const pageEntries = 1_000;
const appendBytes = 900_000;
const compared = ['stream', 'revision', 'id', 'type', 'text'] as const;

async function* entriesAfter(store: Readable, position: Position | null): AsyncGenerator<StoredEntry> {
  for (let after = position; ;) {
    const page = await store.readAll(after, pageEntries);
    yield* page.entries;
    if (page.end) return;
    after = page.last;
  }
}

/** Both logs side by side, as far as the shorter one goes. Throws LogsDiffer at the first entry that is not the same. */
export async function* pairsOf(source: Readable, target: Readable): AsyncGenerator<Pair> {
  const others = entriesAfter(target, null);
  let same = 0;
  for await (const from of entriesAfter(source, null)) {
    const other = await others.next();
    if (other.done === true) return;
    const to = other.value;
    const differing = compared.find((field) => from[field] !== to[field]);
    if (differing) throw new LogsDiffer(same, `${differing} differs: ${from.stream}@${from.revision}`);
    same++;
    yield { from, to };
  }
  if ((await others.next()).done !== true) throw new LogsDiffer(same, 'the target goes on');
}

/** Neighbours of one stream go together: an append holds 1,000 entries and some 0.9 MB at most. */
async function* appendsOf(entries: AsyncIterable<StoredEntry>): AsyncGenerator<Append & { readonly last: Position }> {
  let group: StoredEntry[] = [];
  let bytes = 0;
  for await (const entry of entries) {
    const more = Buffer.byteLength(entry.text);
    const fits = group[0]?.stream === entry.stream && group.length < pageEntries && bytes + more <= appendBytes;
    if (group.length > 0 && !fits) {
      yield appendOf(group);
      [group, bytes] = [[], 0];
    }
    group.push(entry);
    bytes += more;
  }
  if (group.length > 0) yield appendOf(group);
}

const appendOf = (group: readonly StoredEntry[]): Append & { last: Position } => ({
  stream: group[0]!.stream,
  expected: group[0]!.revision === 0 ? 'no_stream' : group[0]!.revision - 1,
  entries: group.map(({ id, type, text }) => ({ id, type, text })),
  last: group.at(-1)!.position,
});

/**
 * Copies what the target lacks, one append after the other in the order of the source, and then compares every entry of both.
 * A copy that was cut off goes on where it ended: what is there is compared first. `onProgress`: entries done so far; both
 * reading back what is there and comparing count. Nobody may write to either store meanwhile.
 * Throws LogsDiffer, and the errors of the stores.
 */
export async function copyLog(
  source: NamedLog,
  target: NamedLog,
  onProgress: (phase: 'there' | 'copied' | 'compared', entries: number) => void = () => undefined,
): Promise<Copied> {
  if (source.log !== target.log) throw new LogsDiffer(0, `the target is the log ${target.log}, not ${source.log}`);
  let there = 0;
  let last: Position | null = null;
  for await (const { from } of pairsOf(source, target)) {
    last = from.position;
    onProgress('there', ++there);
  }
  let copied = there;
  for await (const append of appendsOf(entriesAfter(source, last))) {
    const { status } = await target.append(append);
    if (status !== 'stored' && status !== 'duplicate')
      throw new LogsDiffer(copied, `${append.stream} was not taken: ${status}`);
    onProgress('copied', (copied += append.entries.length));
  }
  let entries = 0;
  for await (const _pair of pairsOf(source, target)) onProgress('compared', ++entries);
  if (entries !== copied) throw new LogsDiffer(entries, `${copied} were copied, ${entries} are there`);
  return { entries, there };
}
