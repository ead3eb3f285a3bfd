import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import { publicKeyOf } from './entry.js';

/** C2SP signed-note: type byte of a key. A log signs the text; a witness signs the text and when it saw it. */
export const keyTypes = { log: 0x01, witness: 0x04 } as const;
export type KeyType = (typeof keyTypes)[keyof typeof keyTypes];

/** A key that may open a note: `name+keyid+base64(type ‖ public key)`, the form that goes on paper. */
export interface VerifierKey {
  readonly name: string;
  /** 4 bytes in hex. */
  readonly id: string;
  readonly type: KeyType;
  readonly publicKey: KeyObject;
  readonly text: string;
}

export interface SignerKey extends VerifierKey {
  readonly privateKey: KeyObject;
}

/** The text is not a signed note of this form; `why` in one sentence. */
export class NotANote extends Error {}

const noteBytesMax = 16_384;
/** C2SP asks that at least 16 are taken. */
export const signaturesMax = 16;
const signatureLine = /^— ([^\s+\p{White_Space}]+) ([A-Za-z0-9+/]+={0,2})$/u;
const rawKeyBytes = 32;

/** No blank of any script and no plus; what looks alike is another name, since names are compared byte by byte. */
const isName = (name: string): boolean =>
  name.length > 0 && name.length <= 200 && !/[\s+\p{White_Space}\p{Cc}]/u.test(name);

const keyIdOf = (name: string, keyed: Buffer): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), keyed]), 'hex').slice(0, 8);

function bytesOf(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

const rawOf = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-rawKeyBytes);

/** Throws TypeError for a name with blanks or a plus, or for a key that is not Ed25519. */
export function signerKey(name: string, type: KeyType, pem: string): SignerKey {
  const privateKey = createPrivateKey(pem);
  if (!isName(name)) throw new TypeError('a key name has no blank and no plus');
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('a note is signed with Ed25519');
  const keyed = Buffer.concat([Buffer.of(type), rawOf(privateKey)]);
  const id = keyIdOf(name, keyed);
  return {
    name,
    id,
    type,
    privateKey,
    publicKey: createPublicKey(privateKey),
    text: `${name}+${id}+${keyed.toString('base64')}`,
  };
}

/** Reads the form that stands on paper. Throws NotANote. */
export function verifierKey(text: string): VerifierKey {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) ?? [];
  const keyed = bytesOf(encoded);
  if (!isName(name) || keyed?.length !== 1 + rawKeyBytes)
    throw new NotANote(`not a verifier key: ${text.slice(0, 80)}`);
  const type = Object.values(keyTypes).find((known) => known === keyed[0]);
  if (type === undefined) throw new NotANote(`key of unknown type ${keyed[0]}`);
  if (keyIdOf(name, keyed) !== id) throw new NotANote(`the id of key ${name} does not fit its bytes`);
  return { name, id, type, publicKey: publicKeyOf(keyed.subarray(1).toString('base64')), text };
}

export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  readonly signature: Buffer;
}

export interface SignedNote {
  /** What is signed, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Strict: no carriage return, no control character, one blank line, at most 16 signatures. Throws NotANote. */
export function readNote(note: string): SignedNote {
  if (Buffer.byteLength(note) > noteBytesMax) throw new NotANote(`longer than ${noteBytesMax} bytes`);
  if (/[\u0000-\u0009\u000b-\u001f\u007f]/.test(note) || !(note as string & { isWellFormed(): boolean }).isWellFormed())
    throw new NotANote('holds a control character');
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0 || !note.endsWith('\n')) throw new NotANote('has no blank line before its signatures');
  const lines = note.slice(cut + 2, -1).split('\n');
  if (lines.length > signaturesMax) throw new NotANote(`has more than ${signaturesMax} signatures`);
  return { text: note.slice(0, cut + 1), signatures: lines.map(signatureOf) };
}

function signatureOf(line: string): NoteSignature {
  const [, name, encoded] = signatureLine.exec(line) ?? [];
  const bytes = encoded === undefined ? undefined : bytesOf(encoded);
  if (name === undefined || !bytes || bytes.length < 5) throw new NotANote('a signature line is malformed');
  return { name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
}

export const writeNote = ({ text, signatures }: SignedNote): string => `${text}\n${signatures.map(lineOf).join('')}`;

export const lineOf = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;

const timeBytes = 8;
const cosigned = (text: string, seconds: bigint): Buffer => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** A log's signature, or a witness's with the second (since 1970) at which it saw the text. */
export function signNote(text: string, key: SignerKey, seconds?: number): NoteSignature {
  const { name, id, type, privateKey } = key;
  if (type === keyTypes.log) return { name, id, signature: sign(null, Buffer.from(text), privateKey) };
  if (seconds === undefined) throw new TypeError('a witness says when');
  const time = Buffer.alloc(timeBytes);
  time.writeBigUInt64BE(BigInt(seconds));
  return { name, id, signature: Buffer.concat([time, sign(null, cosigned(text, BigInt(seconds)), privateKey)]) };
}

/**
 * Does this key's signature stand under the note? A witness's answers the second it saw the note, a log's answers 0;
 * undefined when it does not, or when a line that bears the key's name and id does not verify.
 */
export function signedBy({ text, signatures }: SignedNote, key: VerifierKey): number | undefined {
  const mine = signatures.filter(({ name, id }) => name === key.name && id === key.id);
  if (mine.length !== 1) return undefined;
  const { signature } = mine[0]!;
  if (key.type === keyTypes.log) return verify(null, Buffer.from(text), key.publicKey, signature) ? 0 : undefined;
  if (signature.length !== timeBytes + 64) return undefined;
  const seconds = signature.readBigUInt64BE();
  const holds = verify(null, cosigned(text, seconds), key.publicKey, signature.subarray(timeBytes));
  return holds && seconds <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(seconds) : undefined;
}
