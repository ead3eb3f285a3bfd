import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder on a file system of its own, in memory. Only root may mount one: CI runs the suite as root. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  static async of(mebibytes: number): Promise<SmallDisk> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0755`, 'tmpfs', folder]);
    return new SmallDisk(folder);
  }

  /** Leaves no byte. */
  async fill(): Promise<void> {
    const filled = run('dd', ['if=/dev/zero', `of=${this.ballast}`, 'bs=4k']);
    await filled.catch((error: Error) => {
      if (!/No space left/.test(error.message)) throw error;
    });
  }

  async free(): Promise<void> {
    await rm(this.ballast, { force: true });
  }

  /** From now on nobody, root included, may write here. */
  async lock(): Promise<void> {
    await run('mount', ['-o', 'remount,ro', this.folder]);
  }

  async end(): Promise<void> {
    await run('umount', ['--lazy', this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }

  private get ballast(): string {
    return path.join(this.folder, 'ballast');
  }
}
