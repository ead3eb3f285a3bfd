import type { KeyObject } from 'node:crypto';
import { NotCanonical } from './canonical.js';
import { entryBytesMax, leafHash, NotAnEntry, publicKeyOf, readEntry, writerKeyId, type Entry } from './entry.js';

/** What can be wrong with an entry; each name is one check. */
export type EntryCheck =
  | 'NON_CANONICAL'
  | 'TOO_LARGE'
  | 'LOG'
  | 'PLACE'
  | 'REV_GAP'
  | 'CHAIN'
  | 'DUP_ID'
  | 'KEY_UNKNOWN'
  | 'KEY_REVOKED'
  | 'KEY_ID'
  | 'WRITER_SIG'
  | 'ENC_KID'
  | 'TIME_BACK';

export interface Fault {
  readonly check: EntryCheck;
  readonly detail: string;
}

/** An entry and where the store says it stands. */
export interface Placed {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly text: string;
}

export interface Writer {
  readonly key: KeyObject;
  /** Leaf index of the entry that added it; what stands before that cannot be its. */
  readonly addedAt?: number;
  /** Leaf index of the entry that revoked it; what it signed after that is void (attack 14). */
  readonly revokedAt?: number;
}

/** What must be known of the log before an entry: whole for an audit, of a batch's streams for the sealer. */
export interface Known {
  /** Last entry by stream. */
  readonly heads: Map<string, { readonly rev: number; readonly leaf: string }>;
  /** Commitment by `boundKey(stream, key id)`. */
  readonly bound: Map<string, string>;
  /** By key id, out of `sys-keys`. */
  readonly writers: Map<string, Writer>;
  /** Entry ids so far. */
  readonly ids: { has(id: string): boolean; add(id: string): unknown };
  /** Latest time of acceptance so far. */
  latest: string;
}

export const boundKey = (stream: string, keyId: string): string => `${stream} ${keyId}`;
export const writersStream = 'sys-keys';

/** An honest clock is set back by less than this between two entries. */
const backMillisecondsMax = 120_000;

export interface Checked {
  /** Base64; also of what is not an entry. */
  readonly leaf: string;
  readonly entry: Entry | undefined;
  readonly faults: readonly Fault[];
  /** Still to be verified, apart because it is the dear part. */
  readonly signature: { readonly entry: Entry; readonly key: KeyObject } | undefined;
  /** Takes the entry into what is known; what is no entry at all leaves no trace there. */
  readonly accept: () => void;
}

interface About {
  /** Leaf index of the entry. */
  readonly n: number;
  /** Name of the log. */
  readonly log: string;
  readonly known: Known;
}

/** An entry by itself: what can be said of it without knowing what stands before it. */
export interface Formed {
  /** Base64. */
  readonly leaf: string;
  readonly entry: Entry | undefined;
  readonly faults: readonly Fault[];
}

/** `read` spares the spelling where the same bytes were found canonical before. */
export function formOf(placed: Placed, read: (text: string) => Entry = readEntry): Formed {
  const faults: Fault[] = [];
  const entry = entryOf(placed.text, faults, read);
  if (entry) faults.push(...placeFaults(placed, entry));
  return { leaf: leafHash(placed.text), entry, faults };
}

/** Checks entry `n` of a log against what is known. Believes no column that the entry's own text does not say. */
export const checkEntry = (placed: Placed, about: About): Checked => checkFormed(formOf(placed), about);

/** The same for an entry whose form was looked at before, perhaps elsewhere. */
export function checkFormed({ leaf, entry, faults: found }: Formed, about: About): Checked {
  const faults: Fault[] = [...found];
  if (!entry) return { leaf, entry, faults, signature: undefined, accept: () => undefined };
  const adds = writerAddedBy(entry, about.n, faults);
  const writer = writerOf(entry, { ...about, adds });
  if (typeof writer === 'string') faults.push({ check: writer, detail: entry.w });
  faults.push(...orderFaults(entry, about), ...keyFaults(entry, about));
  const signature = typeof writer === 'string' ? undefined : { entry, key: writer.key };
  return { leaf, entry, faults, signature, accept: () => take(entry, { ...about, leaf, adds }) };
}

function entryOf(text: string, faults: Fault[], read: (text: string) => Entry): Entry | undefined {
  if (Buffer.byteLength(text) > entryBytesMax)
    faults.push({ check: 'TOO_LARGE', detail: `more than ${entryBytesMax} bytes` });
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof NotCanonical || error instanceof NotAnEntry)) throw error;
    faults.push({ check: 'NON_CANONICAL', detail: error.message });
    return undefined;
  }
}

function placeFaults({ stream, revision, id, type }: Placed, entry: Entry): Fault[] {
  const stands = entry.stream === stream && entry.rev === revision && entry.id === id && entry.type === type;
  return stands ? [] : [{ check: 'PLACE', detail: 'stored under another stream, revision, id or type than it says' }];
}

function orderFaults(entry: Entry, { log, known }: About): Fault[] {
  const head = known.heads.get(entry.stream) ?? { rev: -1, leaf: '' };
  const wrong: readonly [boolean, EntryCheck, string][] = [
    [entry.log !== log, 'LOG', `an entry of ${entry.log}`],
    [entry.rev !== head.rev + 1, 'REV_GAP', `revision ${entry.rev} after ${head.rev}`],
    [entry.prev !== head.leaf, 'CHAIN', 'does not continue the entry before it in its stream'],
    [known.ids.has(entry.id), 'DUP_ID', entry.id],
    [
      Date.parse(entry.at) < Date.parse(known.latest) - backMillisecondsMax,
      'TIME_BACK',
      `${entry.at} after ${known.latest}`,
    ],
  ];
  return wrong.filter(([is]) => is).map(([, check, detail]) => ({ check, detail }));
}

/** A ciphertext opens under a key that was bound in this stream before, with the commitment that stands there (attack 17). */
const keyFaults = ({ stream, enc }: Entry, { known }: About): Fault[] =>
  enc
    .filter(({ kid, kc }) => known.bound.get(boundKey(stream, kid)) !== kc)
    .map(({ kid }) => ({ check: 'ENC_KID', detail: kid }));

interface Added {
  readonly id: string;
  readonly writer: Writer;
}

function writerAddedBy({ stream, type, data }: Entry, n: number, faults: Fault[]): Added | undefined {
  if (stream !== writersStream || type !== 'WriterKeyAdded') return undefined;
  const publicKey = String(data['publicKey']);
  const id = writerKeyId(publicKey);
  if (id === data['writerKeyId']) return { id, writer: { key: publicKeyOf(publicKey), addedAt: n } };
  faults.push({ check: 'KEY_ID', detail: 'the id of a writer key does not fit its bytes' });
  return undefined;
}

/**
 * Does a key hold at entry `n`? Of a bundle all keys are known before its entries are looked at, so it counts when each came and went.
 */
export function valid(writer: Writer | undefined, n: number): Writer | 'KEY_UNKNOWN' | 'KEY_REVOKED' {
  if (!writer || (writer.addedAt ?? -1) > n) return 'KEY_UNKNOWN';
  return (writer.revokedAt ?? Infinity) > n ? writer : 'KEY_REVOKED';
}

/** The first key vouches for itself; every later one is vouched for by a key known before. */
function writerOf(
  { w }: Entry,
  { n, known, adds }: About & { readonly adds: Added | undefined },
): Writer | 'KEY_UNKNOWN' | 'KEY_REVOKED' {
  const writer = known.writers.get(w) ?? (known.writers.size === 0 && adds?.id === w ? adds.writer : undefined);
  return valid(writer, n);
}

function take(
  entry: Entry,
  { n, known, leaf, adds }: About & { readonly leaf: string; readonly adds: Added | undefined },
): void {
  const { stream, type, data } = entry;
  known.heads.set(stream, { rev: entry.rev, leaf });
  known.ids.add(entry.id);
  if (entry.at > known.latest) known.latest = entry.at;
  if (type === 'SubjectKeyBound') known.bound.set(boundKey(stream, String(data['keyId'])), String(data['commitment']));
  // A key that was revoked does not come back by being added again.
  if (adds && !known.writers.has(adds.id)) known.writers.set(adds.id, adds.writer);
  if (stream !== writersStream || type !== 'WriterKeyRevoked') return;
  const revoked = String(data['writerKeyId']);
  const writer = known.writers.get(revoked);
  if (writer && writer.revokedAt === undefined) known.writers.set(revoked, { ...writer, revokedAt: n });
}
