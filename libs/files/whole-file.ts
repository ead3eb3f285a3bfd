import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Readable and writable by the owner alone. */
export const ownerOnly = 0o600;

/**
 * Writes a file whole: beside its place, flushed, then renamed, and the folder flushed too. A crash at any moment, a full disk or two
 * writers at once leave the old file or the new one, never half of either; what failed leaves nothing beside it.
 * The folder has to be there. `mode` is cut by the umask. Throws what the system says (`ENOSPC`, `EACCES` …).
 */
export async function writeWhole(place: string, content: string | Buffer, mode: number = ownerOnly): Promise<void> {
  const temporary = `${place}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, place);
    await flushFolder(path.dirname(place));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The names in a folder reach the disk with the folder, not with the files; Windows knows no such thing. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
