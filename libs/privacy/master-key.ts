import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { flushFolder, writeWhole } from '#libs/files/whole-file';

/** Wraps subject keys. A KMS takes the place of the file behind the same port. */
export interface MasterKey {
  readonly epoch: number;
  wrap(dek: Buffer, place: string): Buffer;
  /** Throws when the key or the place is another one. */
  unwrap(wrapped: Buffer, place: string): Buffer;
  /** HMAC-SHA-256 under a key of its own: equality without the value. For the blind index and for codes that are gone in a minute, never for the log. */
  blind(kind: string, value: string): Buffer;
}

/** Every secret of an installation that does not live in a database. */
export interface KeyFiles {
  readonly master: MasterKey;
  /** PKCS#8 PEM of the writer's Ed25519 key, or undefined at the first start. */
  readonly writerPem: string | undefined;
  saveWriter(pem: string): Promise<void>;
}

const ivBytes = 12;
const tagBytes = 16;

const derivedFrom = (secret: Buffer, name: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), name, 32));
const blindKeyOf = (secret: Buffer): Buffer => derivedFrom(secret, 'blind-index');

/** `blindKey` outlives the secret it was made of at first: a rotation cannot work the blind index out anew. */
export function masterKeyOf(secret: Buffer, epoch: number, blindKey: Buffer = blindKeyOf(secret)): MasterKey {
  const wrapKey = derivedFrom(secret, 'wrap');
  return {
    epoch,
    wrap: (dek, place) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', wrapKey, iv);
      cipher.setAAD(Buffer.from(place));
      return Buffer.concat([iv, cipher.update(dek), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: (wrapped, place) => {
      const decipher = createDecipheriv('aes-256-gcm', wrapKey, wrapped.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(wrapped.subarray(-tagBytes));
      return Buffer.concat([decipher.update(wrapped.subarray(ivBytes, -tagBytes)), decipher.final()]);
    },
    blind: (kind, value) => createHmac('sha256', blindKey).update(`${kind}|${value}`).digest(),
  };
}

/** Written whole; readable by the owner alone, and by nobody writable. */
export const writeSecret = (file: string, content: string): Promise<void> => writeWhole(file, content, 0o400);

/**
 * Opens `<dataDir>/keys`, or makes it at the first start. `mayCreate` is false when a key database exists already:
 * a new master key there would make everything unreadable, so the missing file is reported instead.
 */
export async function openKeyFiles(dataDir: string, mayCreate: boolean): Promise<KeyFiles | 'missing'> {
  const folder = join(dataDir, 'keys');
  const masterFile = join(folder, 'master.key');
  const writerFile = join(folder, 'writer.pem');
  if (!existsSync(masterFile)) {
    if (!mayCreate) return 'missing';
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await flushFolder(dirname(folder));
    await writeSecret(masterFile, JSON.stringify({ epoch: 1, key: randomBytes(32).toString('base64') }));
  }
  return {
    master: masterOf(await kept(masterFile)),
    writerPem: existsSync(writerFile) ? await readFile(writerFile, 'utf8') : undefined,
    saveWriter: (pem) => writeSecret(writerFile, pem),
  };
}

/** What stands in `master.key`; `blind` since the first rotation, `previous` while one is under way. */
interface Kept {
  readonly epoch: number;
  readonly key: string;
  readonly blind?: string;
  readonly previous?: { readonly epoch: number; readonly key: string };
}

const kept = async (file: string): Promise<Kept> => JSON.parse(await readFile(file, 'utf8')) as Kept;
const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** While a rotation is under way, what the key before wrapped opens too. */
function masterOf({ epoch, key, blind, previous }: Kept): MasterKey {
  const master = masterKeyOf(bytesOf(key), epoch, blind === undefined ? undefined : bytesOf(blind));
  if (!previous) return master;
  const before = masterKeyOf(bytesOf(previous.key), previous.epoch);
  const unwrap: MasterKey['unwrap'] = (wrapped, place) => {
    try {
      return master.unwrap(wrapped, place);
    } catch {
      return before.unwrap(wrapped, place);
    }
  };
  return { ...master, unwrap };
}

const masterFileIn = (dataDir: string): string => join(dataDir, 'keys', 'master.key');

/** A new master key beside the old one, or the one that a rotation cut off left behind. */
export async function startRotation(dataDir: string): Promise<MasterKey> {
  const file = masterFileIn(dataDir);
  const now = await kept(file);
  if (now.previous) return masterOf(now);
  const { epoch, key } = now;
  const blind = now.blind ?? blindKeyOf(bytesOf(key)).toString('base64');
  const next: Kept = { epoch: epoch + 1, key: randomBytes(32).toString('base64'), blind, previous: { epoch, key } };
  await writeSecret(file, JSON.stringify(next));
  return masterOf(next);
}

/** Destroys the old master key: whatever it wrapped, in whatever copy, is unreadable from here on. */
export async function finishRotation(dataDir: string): Promise<void> {
  const file = masterFileIn(dataDir);
  const { previous: _destroyed, ...left } = await kept(file);
  await writeSecret(file, JSON.stringify(left));
}
