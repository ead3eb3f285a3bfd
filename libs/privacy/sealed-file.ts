import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { EnvelopeBroken, type SubjectKey } from './envelope.js';

const magic = Buffer.from('zhice-file@1\n');
const kidBytes = 36;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = magic.length + kidBytes + ivBytes + tagBytes;

const cipherKeyOf = (dek: Buffer): Buffer => Buffer.from(hkdfSync('sha256', dek, Buffer.alloc(0), 'file', 32));
/** Under another name, or another key's, the same bytes do not open. */
const placeBytes = (name: string, kid: string): Buffer => Buffer.from(`file|${name}|${kid}`);

/** A file as it lies on the disk: which key opens it, then AES-256-GCM over its content, bound to its name. */
export function sealFile(content: Buffer, { kid, dek }: Pick<SubjectKey, 'kid' | 'dek'>, name: string): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', cipherKeyOf(dek), iv);
  cipher.setAAD(placeBytes(name, kid));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([magic, Buffer.from(kid), iv, cipher.getAuthTag(), sealed]);
}

/** The id of the key that opens it; undefined for a file that was never sealed. */
export const keyIdOfFile = (file: Buffer): string | undefined =>
  file.length >= headBytes && file.subarray(0, magic.length).equals(magic)
    ? file.toString('latin1', magic.length, magic.length + kidBytes)
    : undefined;

/** Throws EnvelopeBroken: another key or name, or a byte of it was changed. */
export function openFile(file: Buffer, { kid, dek }: Pick<SubjectKey, 'kid' | 'dek'>, name: string): Buffer {
  const [ivAt, tagAt] = [magic.length + kidBytes, magic.length + kidBytes + ivBytes];
  try {
    const iv = file.subarray(ivAt, tagAt);
    const decipher = createDecipheriv('aes-256-gcm', cipherKeyOf(dek), iv, { authTagLength: tagBytes });
    decipher.setAAD(placeBytes(name, kid));
    decipher.setAuthTag(file.subarray(tagAt, headBytes));
    return Buffer.concat([decipher.update(file.subarray(headBytes)), decipher.final()]);
  } catch {
    throw new EnvelopeBroken(`file ${name} does not open with key ${kid}`);
  }
}
