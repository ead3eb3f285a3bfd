import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';

/**
 * What `libs/proof` takes of `node:crypto`, for the page that checks without a network: SHA-256 and Ed25519, and nothing that signs.
 * `@noble` instead of WebCrypto, since a page that was opened from a file has no WebCrypto everywhere, and the checks are synchronous.
 */
class PublicKey {
  readonly asymmetricKeyType = 'ed25519';
  constructor(readonly raw: Buffer) {}

  export(): Buffer {
    return Buffer.concat([spkiPrefix, this.raw]);
  }
}

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? Buffer.from(data) : data);

export function hash(_algorithm: 'sha256', data: string | Uint8Array, encoding: 'buffer' | 'hex' | 'base64'): unknown {
  const digest = Buffer.from(sha256(bytesOf(data)));
  return encoding === 'buffer' ? digest : digest.toString(encoding);
}

export function createHash(): { update: (data: Uint8Array) => { digest: (encoding: 'hex') => unknown } } {
  return { update: (data) => ({ digest: (encoding) => hash('sha256', data, encoding) }) };
}

export function createPublicKey(given: PublicKey | { readonly key: Buffer }): PublicKey {
  return given instanceof PublicKey ? given : new PublicKey(Buffer.from(given.key.subarray(spkiPrefix.length)));
}

type Told = (error: null, holds: boolean) => void;

/** The strict rule of RFC 8032, as OpenSSL has it. */
export function verify(
  _algorithm: null,
  ...[data, key, signature, told]: readonly [Uint8Array, PublicKey, Uint8Array, Told?]
): boolean {
  const holds = holdsFor(data, key, signature);
  told?.(null, holds);
  return holds;
}

function holdsFor(data: Uint8Array, { raw }: PublicKey, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, data, raw, { zip215: false });
  } catch {
    // A signature or key of another length is no signature.
    return false;
  }
}

const signsNothing = (): never => {
  throw new Error('this page signs nothing');
};
export { signsNothing as sign, signsNothing as createPrivateKey, signsNothing as generateKeyPairSync };
