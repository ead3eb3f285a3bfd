import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evidenceBytesMax, EvidenceRejected } from '#libs/counter/evidence-files';
import { EvidenceFolder } from './evidence-folder.js';

const png = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(bytes - 8, 1)]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

describe('the folder of the evidence', () => {
  let dataDir: string;
  let folder: EvidenceFolder;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'zhice-evidence-'));
    folder = new EvidenceFolder(dataDir);
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
});
