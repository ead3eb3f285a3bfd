import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownerOnly } from '#libs/files/whole-file';
import { writeOut } from './out-file.js';

describe('A file that a user asked for', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'zhice-out-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const there = async (name: string, mode: number): Promise<string> => {
    const file = path.join(folder, name);
    await writeFile(file, 'before');
    await chmod(file, mode);
    return file;
  };
  const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

  it('keeps the permissions that it had', async () => {
    const file = await there('form.html', 0o640);
    await writeOut(file, 'after');
    expect([await readFile(file, 'utf8'), await modeOf(file)]).toEqual(['after', 0o640]);
  });

  it('is the owner’s alone when it holds keys, also where everybody could read what was there', async () => {
    const file = await there('bundle.json', 0o644);
    await writeOut(file, 'keys', ownerOnly);
    expect([await readFile(file, 'utf8'), await modeOf(file)]).toEqual(['keys', 0o600]);
    const fresh = path.join(folder, 'fresh.json');
    await writeOut(fresh, 'keys', ownerOnly);
    expect(await modeOf(fresh)).toBe(0o600);
  });
});
