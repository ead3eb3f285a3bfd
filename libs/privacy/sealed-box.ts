import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

const format = 'zhice-sealed@1';

/** A text that the holder of one X25519 private key opens and nobody else, the sender neither. */
interface SealedBox {
  readonly format: typeof format;
  /** Public key made for this text alone, SPKI in base64. */
  readonly from: string;
  readonly iv: string;
  readonly tag: string;
  readonly ct: string;
}

/** The file is no sealed text, was changed, or is meant for another key. */
export class BoxBroken extends Error {
  override readonly name = 'BoxBroken';
}

const spkiOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' });

/** Both public keys are part of what the key is made of: a text cannot be passed on as meant for somebody else. */
function cipherKeyOf(shared: Buffer, from: Buffer, to: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', shared, Buffer.concat([from, to]), format, 32));
}

/** Is this an X25519 key? Any other kind cannot agree on a secret. */
export const isBoxKey = ({ asymmetricKeyType }: KeyObject): boolean => asymmetricKeyType === 'x25519';

/** X25519 with a key made for this text, HKDF-SHA256, AES-256-GCM. `to`: public key of the reader. */
export function sealFor(text: string, to: KeyObject): string {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const from = spkiOf(publicKey);
  const key = cipherKeyOf(diffieHellman({ privateKey, publicKey: to }), from, spkiOf(to));
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const ct = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const box: SealedBox = {
    ...{ format, from: from.toString('base64'), iv: iv.toString('base64') },
    ...{ tag: cipher.getAuthTag().toString('base64'), ct: ct.toString('base64') },
  };
  return `${JSON.stringify(box)}\n`;
}

/** Whether a file says of itself that it is sealed. */
export const isSealedBox = (text: string): boolean => text.startsWith(`{"format":"${format}"`);

/** Throws BoxBroken. */
export function openBox(text: string, own: KeyObject): string {
  try {
    const { from, iv, tag, ct } = JSON.parse(text) as SealedBox;
    const der = Buffer.from(from, 'base64');
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const key = cipherKeyOf(diffieHellman({ privateKey: own, publicKey }), der, spkiOf(createPublicKey(own)));
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'), { authTagLength: 16 });
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    return decipher.update(Buffer.from(ct, 'base64'), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw new BoxBroken('the sealed text does not open with this key', { cause: error });
  }
}
