import { mkdtemp, rm, rmdir, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareSocketFolder } from './cluster.js';

describe('The socket folder of the embedded PostgreSQL', () => {
  let base: string;
  beforeAll(async () => {
    base = await mkdtemp(path.join(os.tmpdir(), 'zhice-socket-'));
  });
  afterAll(() => rm(base, { recursive: true, force: true }));

  it('is made again when one who stops the server removes it between two steps of one who starts it', async () => {
    for (let round = 0; round < 300; round += 1) {
      const socketFolder = path.join(base, `round-${round}`);
      const prepared = prepareSocketFolder({ socketFolder, as: { cwd: '/', env: {} } });
      for (let turns = 0; turns < round % 8; turns += 1) await turn();
      await rmdir(socketFolder).catch(() => undefined);
      await expect(prepared).resolves.toBeUndefined();
    }
  });

  it('is never made where there is no folder for it', async () => {
    const socketFolder = path.join(base, 'nowhere', 'sockets');
    await expect(prepareSocketFolder({ socketFolder, as: { cwd: '/', env: {} } })).rejects.toThrow('ENOENT');
    await expect(stat(socketFolder)).rejects.toThrow('ENOENT');
  });
});
