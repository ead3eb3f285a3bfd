import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ownerOnly, writeWhole } from './whole-file.js';

describe('A file that is written whole', () => {
  let folder: string;
  let place: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-whole-'));
    place = path.join(folder, '附件3.html');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const modeOf = async (): Promise<number> => (await stat(place)).mode & 0o777;

  it('takes the place of the one before it, for the owner alone unless told, and leaves nothing beside it', async () => {
    await writeWhole(place, '一'.repeat(100_000));
    expect(await modeOf()).toBe(ownerOnly);
    await writeWhole(place, Buffer.from('二'), 0o400);
    expect([await readFile(place, 'utf8'), await modeOf()]).toEqual(['二', 0o400]);
    // Nobody may write into it, and it can be replaced all the same.
    await writeWhole(place, '三');
    expect([await readFile(place, 'utf8'), await readdir(folder)]).toEqual(['三', ['附件3.html']]);
  });

  it('is one of them whole when many are written at once', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => String(i % 10).repeat(50_000 + i));
    const done = Promise.all(texts.map((text) => writeWhole(place, text)));
    let ended = false;
    void done.then(() => (ended = true));
    while (!ended) {
      const seen = await readFile(place, 'utf8').catch(() => texts[0]!);
      expect(texts.includes(seen)).toBe(true);
    }
    await done;
    expect(await readdir(folder)).toEqual(['附件3.html']);
  });

  it('is as it was when the new one cannot be put there, and nothing stays beside it', async () => {
    await mkdir(path.join(place, 'full'), { recursive: true });
    await expect(writeWhole(place, '新')).rejects.toMatchObject({ code: expect.stringMatching(/^E(?:ISDIR|NOTEMPTY|EXIST)$/) });
    expect(await readdir(folder)).toEqual(['附件3.html']);
    await expect(writeWhole(path.join(folder, 'nowhere/x'), '新')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
