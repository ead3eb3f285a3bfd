import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { canonicalText, readCanonical } from './canonical.js';

/** C2SP tiles carry entries with a 16-bit length. */
export const entryBytesMax = 65_535;

export interface SealedPart {
  readonly g: string;
  readonly kid: string;
  readonly alg: 'A256GCM-KC1';
  readonly iv: string;
  readonly ct: string;
  readonly tag: string;
  readonly kc: string;
}

/** One event as it is stored, hashed and proved: integrity notes 2.2, kept in docs/event-format.md. */
export interface Entry {
  readonly v: 1;
  readonly log: string;
  readonly stream: string;
  readonly rev: number;
  readonly id: string;
  readonly type: string;
  readonly tv: number;
  readonly at: string;
  readonly by: string;
  readonly org: string;
  readonly cmd: string;
  /** Leaf hash of the stream's previous entry, '' at revision 0. */
  readonly prev: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly enc: readonly SealedPart[];
  readonly w: string;
  readonly sig: string;
}

export interface WriterKey {
  /** `w-` and 16 hex digits of the public key's SHA-256. */
  readonly id: string;
  /** Raw 32 bytes of the Ed25519 public key in base64. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

export const writerKeyId = (publicKey: string): string =>
  `w-${createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)}`;

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export const publicKeyOf = (raw: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([spkiPrefix, Buffer.from(raw, 'base64')]), format: 'der', type: 'spki' });

/** Reads an Ed25519 key from PKCS#8 PEM, or makes one. Throws TypeError for a key of another kind. */
export function writerKey(pem?: string): WriterKey & { readonly pem: string } {
  const privateKey = pem === undefined ? generateKeyPairSync('ed25519').privateKey : createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('a writer key is Ed25519');
  const publicKey = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(spkiPrefix.length)
    .toString('base64');
  return {
    id: writerKeyId(publicKey),
    publicKey,
    privateKey,
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }) as string,
  };
}

/** RFC 6962 leaf hash of an entry's exact bytes, base64. */
export const leafHash = (text: string): string => hash('sha256', `\0${text}`, 'base64');

/**
 * Canonical text of a signed entry. The signature covers the canonical text without `sig`; as keys are sorted, `sig`
 * falls between `rev` and `stream`, so the text is put together from two halves and canonicalised only once. Signed here: handing
 * 28 µs of work to a thread of the pool and waking it costs more than it spares (docs/performance.md).
 */
export function signEntry(unsigned: Omit<Entry, 'sig' | 'w'>, key: WriterKey): string {
  const { at, by, cmd, data, enc, id, log, org, prev, rev, stream, tv, type, v } = unsigned;
  const head = canonicalText({ at, by, cmd, data, enc, id, log, org, prev, rev }).slice(0, -1);
  const tail = canonicalText({ stream, tv, type, v, w: key.id }).slice(1);
  const sig = sign(null, Buffer.from(`${head},${tail}`), key.privateKey);
  return `${head},"sig":"${sig.toString('base64')}",${tail}`;
}

const shape: Readonly<Record<keyof Entry, (value: unknown) => boolean>> = {
  v: (value) => value === 1,
  log: isText,
  stream: isText,
  rev: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  id: isText,
  type: isText,
  tv: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
  at: isText,
  by: isText,
  org: isText,
  cmd: isText,
  prev: (value) => typeof value === 'string',
  data: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  enc: (value) => Array.isArray(value) && value.every(isSealedPart),
  w: isText,
  sig: isText,
};

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0;
}

function isSealedPart(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const part = value as Record<string, unknown>;
  return (
    ['g', 'kid', 'iv', 'ct', 'tag', 'kc'].every((name) => isText(part[name])) &&
    part['alg'] === 'A256GCM-KC1' &&
    Object.keys(part).length === 7
  );
}

/** The bytes are not an entry of this format. */
export class NotAnEntry extends Error {}

const names = Object.keys(shape) as (keyof Entry)[];

function isEntry(fields: Readonly<Record<string, unknown>>): fields is Readonly<Record<string, unknown>> & Entry {
  for (const name of names) if (!shape[name](fields[name])) return false;
  return Object.keys(fields).length === names.length;
}

function entryOf(value: unknown): Entry {
  if (typeof value !== 'object' || value === null) throw new NotAnEntry('not an object');
  const fields = value as Record<string, unknown>;
  if (isEntry(fields)) return fields;
  const wrong = names.filter((name) => !shape[name](fields[name]));
  const extra = Object.keys(fields).filter((name) => !Object.hasOwn(shape, name));
  if (wrong.length + extra.length > 0)
    throw new NotAnEntry(`missing or malformed: ${wrong.join(', ')}; unknown: ${extra.join(', ')}`);
  return value as Entry;
}

/** For an auditor: exact form required. Throws NotCanonical or NotAnEntry. */
export const readEntry = (text: string): Entry => entryOf(readCanonical(text));

/** For the product's own reading, where the chain and not the spelling is checked. Throws NotAnEntry. */
export function parseEntry(text: string): Entry {
  try {
    return entryOf(JSON.parse(text));
  } catch (error) {
    throw error instanceof NotAnEntry ? error : new NotAnEntry('not JSON');
  }
}

/**
 * Does the writer's signature cover this entry? `verifySignature` answers the same aside, in a thread of the pool, so that two
 * cores share the work.
 */
export function signatureHolds(entry: Entry, publicKey: KeyObject): boolean {
  const signed = signedBytes(entry);
  return signed !== undefined && verify(null, signed.bytes, publicKey, signed.signature);
}

export function verifySignature({ entry, key }: { readonly entry: Entry; readonly key: KeyObject }): Promise<boolean> {
  const signed = signedBytes(entry);
  if (!signed) return Promise.resolve(false);
  return new Promise((resolve, reject) =>
    verify(null, signed.bytes, key, signed.signature, (error, holds) => (error ? reject(error) : resolve(holds))),
  );
}

/** Base64 has many spellings of the same bytes; an entry has one, and undefined is any other. */
function signedBytes({ sig, ...unsigned }: Entry): { bytes: Buffer; signature: Buffer } | undefined {
  const signature = Buffer.from(sig, 'base64');
  return signature.toString('base64') === sig ? { bytes: Buffer.from(canonicalText(unsigned)), signature } : undefined;
}

/**
 * What the signature of a canonical entry covers: its text without `sig`, which in the order of keys stands behind `data` and before
 * short fields only, so its last place is the right one.
 */
export function signedText(canonical: string, sig: string): string {
  const part = `,"sig":"${sig}"`;
  const at = canonical.lastIndexOf(part);
  return at < 0 ? canonical : canonical.slice(0, at) + canonical.slice(at + part.length);
}
