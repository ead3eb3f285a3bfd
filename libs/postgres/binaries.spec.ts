import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findBinaries, linkLibraries, majorVersion } from './binaries.js';
import { StartRefused } from './fault.js';

describe('The PostgreSQL programs from npm', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-binaries-'));
    await mkdir(path.join(folder, 'native/lib'), { recursive: true });
    const links = [{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }];
    await writeFile(path.join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('get the links that a blocked install script did not make, by however many processes at once', async () => {
    await Promise.all([linkLibraries(folder), linkLibraries(folder), linkLibraries(folder)]);
    expect(await readlink(path.join(folder, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  });

  it('are refused, saying what to do, when a link cannot be made', async () => {
    await rm(path.join(folder, 'native/lib'), { recursive: true });
    const refusal = await linkLibraries(folder).catch((fault: StartRefused) => fault);
    expect(refusal).toBeInstanceOf(StartRefused);
    expect(refusal?.remedy).toMatch(/npm rebuild/);
  });

  it('are of major version 18', async () => {
    expect(await majorVersion(await findBinaries(), {})).toBe(18);
  });

  it('are refused when they do not run here', async () => {
    const programs = { initdb: '', pg_ctl: '', postgres: path.join(folder, 'postgres') };
    await expect(majorVersion(programs, {})).rejects.toThrow(/程序无法运行/);
  });
});
