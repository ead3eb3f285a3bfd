import { verify, type KeyObject } from 'node:crypto';
import { parseEntry, publicKeyOf, readEntry, signedText, type Entry } from './entry.js';
import { formOf, writersStream, type Fault, type Formed, type Placed } from './entry-checks.js';
import { headsStream } from './heads.js';
import { hashBytes } from './tree.js';

/** How closely entries are looked at: `known` ones were found sound before, and their bytes are compared by their hashes. */
export type Depth = 'whole' | 'known';

export interface Examining {
  readonly log: string;
  readonly depth: Depth;
  /** Raw public keys (base64) by id, as the log's own `sys-keys` names them; whether they may be used is checked elsewhere. */
  readonly keys: ReadonlyMap<string, string>;
}

/** What was found of the signature of an entry. */
export const signed = { not: 0, holds: 1, unseen: 2 } as const;

/** What can be said of a page of entries without knowing what stands before it: the dear part, which several threads share. */
export interface ExaminedPage {
  /** Leaf hashes, 32 bytes an entry. */
  readonly leaves: Uint8Array;
  readonly at: readonly string[];
  readonly prev: readonly string[];
  readonly w: readonly string[];
  /** One of `signed` an entry. */
  readonly signatures: Uint8Array;
  /** Whatever is more than a sound entry of this log without ciphertexts, by its place on the page. */
  readonly special: readonly (readonly [place: number, entry: Entry | undefined, faults: readonly Fault[]])[];
}

export type Examine = (page: readonly Placed[], how: Examining) => Promise<ExaminedPage>;

const keyObjects = new Map<string, KeyObject>();

function keyOf(raw: string): KeyObject {
  let key = keyObjects.get(raw);
  if (!key) keyObjects.set(raw, (key = publicKeyOf(raw)));
  return key;
}

const none: Pick<Entry, 'at' | 'prev' | 'w' | 'sig'> = { at: '', prev: '', w: '', sig: '' };

/** At once and in this thread. */
export function examinePage(page: readonly Placed[], how: Examining): ExaminedPage {
  const leaves = new Uint8Array(page.length * hashBytes);
  const signatures = new Uint8Array(page.length);
  const [at, prev, w]: [string[], string[], string[]] = [[], [], []];
  const special: [number, Entry | undefined, readonly Fault[]][] = [];
  for (const [place, placed] of page.entries()) {
    const formed = formOf(placed, how.depth === 'known' ? parseEntry : readEntry);
    const { entry = none, faults } = formed;
    leaves.set(Buffer.from(formed.leaf, 'base64'), place * hashBytes);
    at.push(entry.at);
    prev.push(entry.prev);
    w.push(entry.w);
    signatures[place] = signatureOf(entry, placed.text, how);
    if (!isPlain(formed, how.log)) special.push([place, formed.entry, faults]);
  }
  return { leaves, at, prev, w, signatures, special };
}

export const examineHere: Examine = (page, how) => Promise.resolve(examinePage(page, how));

const isPlain = ({ entry, faults }: Formed, log: string): boolean =>
  entry !== undefined &&
  faults.length === 0 &&
  entry.log === log &&
  entry.enc.length === 0 &&
  entry.type !== 'SubjectKeyBound' &&
  entry.stream !== writersStream &&
  entry.stream !== headsStream;

function signatureOf({ w, sig }: typeof none, text: string, { keys, depth }: Examining): number {
  const raw = keys.get(w);
  if (raw === undefined || depth === 'known') return signed.unseen;
  const signature = Buffer.from(sig, 'base64');
  // Base64 has many spellings of the same bytes; an entry has one.
  if (signature.toString('base64') !== sig) return signed.not;
  return verify(null, Buffer.from(signedText(text, sig)), keyOf(raw), signature) ? signed.holds : signed.not;
}

/** The entry at a place of a page, as far as what stands before it matters. */
export function formedAt(page: readonly Placed[], examined: ExaminedPage, place: number, log: string): Formed {
  const { leaves, at, prev, w } = examined;
  const leaf = Buffer.from(leaves.buffer, leaves.byteOffset + place * hashBytes, hashBytes).toString('base64');
  const { stream, revision, id, type } = page[place]!;
  const entry: Entry = {
    ...{ v: 1, tv: 1, by: '', org: '', cmd: '', sig: '', data: {}, enc: [] },
    ...{ log, stream, rev: revision, id, type, at: at[place]!, prev: prev[place]!, w: w[place]! },
  };
  return { leaf, entry, faults: [] };
}
