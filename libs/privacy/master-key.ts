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

export function masterKeyOf(secret: Buffer, epoch: number): MasterKey {
  const wrapKey = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'wrap', 32));
  const blindKey = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'blind-index', 32));
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
  const { epoch, key } = JSON.parse(await readFile(masterFile, 'utf8')) as { epoch: number; key: string };
  return {
    master: masterKeyOf(Buffer.from(key, 'base64'), epoch),
    writerPem: existsSync(writerFile) ? await readFile(writerFile, 'utf8') : undefined,
    saveWriter: (pem) => writeSecret(writerFile, pem),
  };
}
