import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidenceBytesMax, EvidenceRejected } from '#libs/counter/evidence-files';
import { EnvelopeBroken } from '#libs/privacy/envelope';
import { KeyLost } from '#libs/privacy/key-ring';
import { InMemoryKeyRing } from '#libs/privacy/in-memory-key-ring';
import { EvidenceFolder, fileSubjectOf } from './evidence-folder.js';

const png = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(bytes - 8, 1)]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

describe('the folder of the evidence', () => {
  let dataDir: string;
  let folder: EvidenceFolder;
  const keys = new InMemoryKeyRing();
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'zhice-evidence-'));
    folder = new EvidenceFolder(dataDir, keys);
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('keeps a file under its hash and gives it back as it was', async () => {
    const sha256 = createHash('sha256').update(jpeg).digest('hex');
    const kept = { sha256, bytes: 7, contentType: 'JPEG' };
    expect(await folder.keep(jpeg)).toEqual(kept);
    expect(await folder.find(sha256)).toEqual(kept);
    expect(await folder.read(sha256)).toEqual(jpeg);
  });

  it('keeps the same file once, and leaves nothing half written', async () => {
    const { sha256 } = await folder.keep(jpeg);
    await Promise.all([folder.keep(jpeg), folder.keep(jpeg)]);
    expect(await readdir(path.join(dataDir, 'evidence', sha256.slice(0, 2)))).toEqual([sha256]);
  });

  it('knows nothing of a file that was not kept', async () => {
    expect(await folder.find('0'.repeat(64))).toBeUndefined();
    expect(await folder.read('0'.repeat(64))).toBeUndefined();
  });

  it('tells the kind by the first bytes', async () => {
    expect(await folder.keep(Buffer.from('%PDF-1.7 …'))).toMatchObject({ contentType: 'PDF' });
    expect(await folder.keep(png(20))).toMatchObject({ contentType: 'PNG' });
    for (const content of ['<html>', 'GIF89a', 'MZ…'])
      await expect(folder.keep(Buffer.from(content))).rejects.toMatchObject({ why: 'unknown_type' });
  });

  it('takes 10 MB and not a byte more, and not nothing', async () => {
    expect(await folder.keep(png(evidenceBytesMax))).toMatchObject({ bytes: evidenceBytesMax });
    await expect(folder.keep(png(evidenceBytesMax + 1))).rejects.toMatchObject({ why: 'too_large' });
    await expect(folder.keep(Buffer.alloc(0))).rejects.toThrow(EvidenceRejected);
  });

  const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
  const placeOf = (sha256: string): string => path.join(dataDir, 'evidence', sha256.slice(0, 2), sha256);

  it('closes what lies on the disk under a key of the file’s own, and opens no other file in its place', async () => {
    const content = Buffer.concat([jpeg, Buffer.from('签到表：𠮷䶮测')]);
    const { sha256 } = await folder.keep(content);
    const onDisk = await readFile(placeOf(sha256));
    expect(onDisk.includes(Buffer.from('𠮷䶮测'))).toBe(false);
    expect(onDisk.includes(jpeg)).toBe(false);
    const other = await folder.keep(Buffer.concat([jpeg, Buffer.from('另一份')]));
    await rename(placeOf(other.sha256), placeOf(sha256));
    await expect(folder.read(sha256)).rejects.toThrow(EnvelopeBroken);
    onDisk[onDisk.length - 1]! ^= 1;
    await writeFile(placeOf(sha256), onDisk);
    await expect(folder.read(sha256)).rejects.toThrow(EnvelopeBroken);
  });

  it('has nothing left of a file that was destroyed, or whose key was', async () => {
    const { sha256 } = await folder.keep(Buffer.concat([jpeg, Buffer.from('要销毁')]));
    const copy = await readFile(placeOf(sha256));
    await folder.destroy(sha256);
    await folder.destroy(sha256);
    expect(await folder.find(sha256)).toBeUndefined();
    // Out of a backup it comes back closed, and its key does not.
    keys.shred(fileSubjectOf(sha256), 'photo');
    await writeFile(placeOf(sha256), copy);
    expect(await folder.read(sha256)).toBeUndefined();
  });

  it('says that a key is lost where nobody destroyed it', async () => {
    const { sha256 } = await folder.keep(Buffer.concat([jpeg, Buffer.from('丢了密钥')]));
    await expect(new EvidenceFolder(dataDir, new InMemoryKeyRing()).read(sha256)).rejects.toThrow(KeyLost);
  });

  it('reads a file that an older version left open', async () => {
    const content = Buffer.concat([jpeg, Buffer.from('旧版')]);
    const sha256 = sha256Of(content);
    await mkdir(path.dirname(placeOf(sha256)), { recursive: true });
    await writeFile(placeOf(sha256), content);
    expect(await folder.read(sha256)).toEqual(content);
  });
});
