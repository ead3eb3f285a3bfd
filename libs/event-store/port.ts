import type { Brand } from '#libs/kernel/brand';

/**
 * Where an entry stands in the whole log. Opaque: kept, handed back and compared through the port only. In PostgreSQL it
 * is the dense number of the entry, in EventStoreDB a pair of byte offsets; nobody outside an adapter calculates with it.
 */
export type Position = Brand<string, 'Position'>;

/** Revision of the stream's last entry (0 for the first), or what must be true instead. */
export type ExpectedRevision = number | 'no_stream' | 'stream_exists' | 'any';

export interface NewEntry {
  /** UUID, unique in the whole log; the same id is the same entry. */
  readonly id: string;
  readonly type: string;
  /** Exact text, stored and read back byte for byte. */
  readonly text: string;
}

export interface StoredEntry extends NewEntry {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
}

export interface Append {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly entries: readonly NewEntry[];
}

export type AppendResult =
  /** Revision and position of the last entry of this append. */
  | { readonly status: 'stored'; readonly revision: number; readonly position: Position }
  /** All ids were stored before, in this order: the original outcome. */
  | { readonly status: 'duplicate'; readonly revision: number; readonly position: Position }
  | { readonly status: 'wrong_revision'; readonly actual: number | 'no_stream' }
  /** An id of this append belongs to another stream: the caller gave one id to two acts. */
  | { readonly status: 'id_reused' };

export interface StreamFrom {
  readonly stream: string;
  /** Revision of the first entry wanted. */
  readonly from: number;
}

export interface Page {
  readonly entries: readonly StoredEntry[];
  /** Read on after this; the position asked for when nothing came. */
  readonly last: Position | null;
  /** True when the log ended here at the time of reading. */
  readonly end: boolean;
}

export interface Watch {
  close(): Promise<void>;
}

/**
 * An append-only log of streams. Reads "after" are exclusive. A stream that does not exist is empty.
 * Every failure is one of the classes below; what is not definite is AppendOutcomeUnknown, to be repeated with the same ids.
 */
export interface EventStore {
  /** Names this log: a checkpoint of another store is refused. */
  readonly storeId: string;
  append(append: Append): Promise<AppendResult>;
  readStream(
    stream: string,
    options?: { readonly from?: number; readonly limit?: number; readonly direction?: 'forwards' | 'backwards' },
  ): AsyncIterable<StoredEntry>;
  /** Several streams to their ends at once, forwards; one list for each asked, in that order. */
  readStreams(asked: readonly StreamFrom[]): Promise<readonly (readonly StoredEntry[])[]>;
  /** Revision of the last entry without reading its text. */
  headOf(stream: string): Promise<number | 'no_stream'>;
  readAll(after: Position | null, limit: number): Promise<Page>;
  readAllBackwards(before: Position | null, limit: number): Promise<Page>;
  /** Position of the newest entry. */
  head(): Promise<Position | null>;
  /** Negative when `a` stands before `b`. */
  compare(a: Position, b: Position): number;
  /** Where a position is here that an event speaks of, which may have been written before the log was moved to this store. */
  here(position: Position): Position;
  /** Number of entries up to a position and with it, where the store counts; undefined where it cannot say. */
  entriesUpTo(position: Position): number | undefined;
  /** Calls `onNew` soon after entries were stored, by any process; may call too often and may miss: poll besides. */
  watch(onNew: () => void): Promise<Watch>;
  /** Lets accepted appends finish, refuses new ones. */
  close(): Promise<void>;
}

/** A log that says its own name, which stands in every entry. */
export interface NamedLog extends EventStore {
  readonly log: string;
}

/** 1 MiB is EventStoreDB's limit for one append; the margin is for its metadata. */
export const appendBytesMax = 1_000_000;
export const appendEntriesMax = 1_000;
/** C2SP tiles give an entry 16 bits of length. */
export const storedEntryBytesMax = 65_535;

export class InvalidAppend extends Error {}
export class EntryTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limitBytes: number,
  ) {
    super(`${bytes} bytes; the limit is ${limitBytes}`);
  }
}
/** Nobody can say whether it was stored. Repeat with the same ids. */
export class AppendOutcomeUnknown extends Error {}
export class StoreUnavailable extends Error {}
/** Somebody deleted or truncated a stream in the database itself; nothing of ours does. Restore it from a backup. */
export class StreamDestroyed extends Error {
  override readonly name = 'StreamDestroyed';
  constructor(
    readonly stream: string,
    readonly how: string,
  ) {
    super(`${stream}: ${how}`);
  }
}
/** No room left: reading goes on, writing does when there is room again. */
export class StoreFull extends StoreUnavailable {}
/** What is stored there cannot be read: its page on the disk is damaged. Other places can. */
export class StoreDamaged extends StoreUnavailable {}
/** More appends are waiting than the store is set to hold. */
export class StoreOverloaded extends Error {}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const control = /[\u0000-\u001f\u007f]/;

const wellFormed = (value: string): boolean => (value as string & { isWellFormed(): boolean }).isWellFormed();

function checkEntry(entry: NewEntry): number {
  if (!uuid.test(entry.id)) throw new InvalidAppend('an entry id must be a lower-case UUID');
  if (entry.type === '' || entry.type.length > 100 || control.test(entry.type) || !wellFormed(entry.type))
    throw new InvalidAppend('an entry type has 1 to 100 characters');
  if (entry.text === '' || entry.text.includes('\u0000') || !wellFormed(entry.text))
    throw new InvalidAppend('an entry is well-formed text without U+0000');
  const bytes = Buffer.byteLength(entry.text);
  if (bytes > storedEntryBytesMax) throw new EntryTooLarge(bytes, storedEntryBytesMax);
  return bytes;
}

function checkTarget({ stream, expected }: Append): void {
  if (stream === '' || stream.length > 200 || stream.startsWith('$') || control.test(stream) || !wellFormed(stream))
    throw new InvalidAppend('a stream name has 1 to 200 characters and does not begin with $');
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0))
    throw new InvalidAppend('an expected revision is a whole number from 0');
}

/** The same checks for every adapter, before anything is sent. Returns the bytes of all entries. */
export function checkAppend(append: Append): number {
  const { entries } = append;
  checkTarget(append);
  if (entries.length === 0) throw new InvalidAppend('an append has at least one entry');
  if (entries.length > appendEntriesMax) throw new InvalidAppend(`an append has at most ${appendEntriesMax} entries`);
  if (new Set(entries.map((entry) => entry.id)).size < entries.length)
    throw new InvalidAppend('the ids of an append differ');
  const bytes = entries.reduce((sum, entry) => sum + checkEntry(entry), 0);
  if (bytes > appendBytesMax) throw new EntryTooLarge(bytes, appendBytesMax);
  return bytes;
}
