import { lstat, writeFile } from 'node:fs/promises';
import { writeWhole } from '#libs/files/whole-file';
import { fileAt } from './place.js';

/** As any program makes a file: the umask says who may read it. */
const everybody = 0o666;
const permissions = 0o777;

/**
 * Writes what a user asked for into the file they named, whole or not at all: a form of which half was printed would be believed.
 * A file that was there keeps its permissions, unless `mode` says who may read what goes into it. Into a device, a pipe or a link
 * it is written as it comes. Answers the full path. Throws what the system says.
 */
export async function writeOut(name: string, text: string | Buffer, mode?: number): Promise<string> {
  const place = fileAt(name);
  const there = await lstat(place).catch(absent);
  if (there && !there.isFile()) await writeFile(place, text);
  else await writeWhole(place, text, mode ?? (there ? there.mode & permissions : everybody));
  return place;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
