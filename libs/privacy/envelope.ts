import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from 'node:crypto';
import type { SealedPart } from '#libs/proof/entry';

/** A subject's data key for one group, as the key ring hands it out. */
export interface SubjectKey {
  readonly kid: string;
  readonly subject: string;
  readonly group: string;
  /** 32 random bytes. */
  readonly dek: Buffer;
}

/** Where a ciphertext stands; moving it elsewhere breaks its authentication (attack 44). */
export interface Place {
  readonly stream: string;
  readonly rev: number;
  readonly type: string;
}

/** A ciphertext with its place, so that a read table can keep it and open it later for those entitled. */
export interface Sealed extends Place {
  readonly part: SealedPart;
}

/** Authentication failed: wrong key, moved or changed ciphertext. An incident, never an erased value. */
export class EnvelopeBroken extends Error {}

interface Derived {
  readonly cipherKey: Buffer;
  readonly commitment: string;
}

const derived = new WeakMap<Buffer, Derived>();

function derive(dek: Buffer): Derived {
  let keys = derived.get(dek);
  if (!keys) {
    keys = {
      cipherKey: Buffer.from(hkdfSync('sha256', dek, Buffer.alloc(0), 'encrypt', 32)),
      commitment: Buffer.from(hkdfSync('sha256', dek, Buffer.alloc(0), 'commit', 16)).toString('base64'),
    };
    derived.set(dek, keys);
  }
  return keys;
}

/** AES-GCM does not commit to its key; this string does, and the event that binds the key to the stream repeats it. */
export const keyCommitment = (key: SubjectKey): string => derive(key.dek).commitment;

const placeBytes = (place: Place, kid: string, group: string): Buffer => Buffer.from(`${place.stream}|${place.rev}|${place.type}|${kid}|${group}`);

const ivBytes = 12;
const drawn = Buffer.alloc(ivBytes * 256);
let drawnUsed = drawn.length;

/** Random, each handed out once: drawn from the system for many at a time, in a fifteenth of the time. */
function freshIv(): Buffer {
  if (drawnUsed === drawn.length) {
    randomFillSync(drawn);
    drawnUsed = 0;
  }
  const iv = Buffer.from(drawn.subarray(drawnUsed, drawnUsed + ivBytes));
  drawnUsed += ivBytes;
  return iv;
}

export function seal(text: string, key: SubjectKey, place: Place): SealedPart {
  const { cipherKey, commitment } = derive(key.dek);
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', cipherKey, iv);
  cipher.setAAD(placeBytes(place, key.kid, key.group));
  const ct = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    g: key.group,
    kid: key.kid,
    alg: 'A256GCM-KC1',
    iv: iv.toString('base64'),
    ct: ct.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    kc: commitment,
  };
}

/** Opens a ciphertext at its place. Throws EnvelopeBroken. */
export function open(sealed: Sealed, dek: Buffer): string {
  const { part } = sealed;
  const { cipherKey, commitment } = derive(dek);
  if (commitment !== part.kc) throw new EnvelopeBroken(`key ${part.kid} does not match its commitment`);
  try {
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, Buffer.from(part.iv, 'base64'), { authTagLength: 16 });
    decipher.setAAD(placeBytes(sealed, part.kid, part.g));
    decipher.setAuthTag(Buffer.from(part.tag, 'base64'));
    return decipher.update(Buffer.from(part.ct, 'base64'), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new EnvelopeBroken(`${sealed.stream} revision ${sealed.rev}: ciphertext does not open with key ${part.kid}`);
  }
}
