import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeWhole } from '#libs/files/whole-file';
import { checkpointText, readCheckpoint, type Checkpoint } from '#libs/proof/checkpoint';
import { NotANote } from '#libs/proof/note';

/** The file is not what an audit left behind: cut off, changed by hand, or another file. */
export class StateDamaged extends Error {
  override readonly name = 'StateDamaged';
}

const format = 'zhice-audit@1';

/**
 * How far an audit came: a size and the root it found there. Whoever goes on from it hashes everything before again and must come to
 * that root, so that all the file can spare is the verifying of signatures a second time. Its last line guards against accidents.
 */
export async function readAuditState(file: string): Promise<Checkpoint | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const cut = text.lastIndexOf('sha256 ');
  const [body, guard] = [text.slice(0, Math.max(cut, 0)), text.slice(cut)];
  if (!body.startsWith(`${format}\n`) || guard !== guardOf(body)) throw new StateDamaged(file);
  try {
    return readCheckpoint(body.slice(format.length + 1));
  } catch (error) {
    if (error instanceof NotANote) throw new StateDamaged(file, { cause: error });
    throw error;
  }
}

export async function keepAuditState(file: string, reached: Checkpoint): Promise<void> {
  const body = `${format}\n${checkpointText(reached)}`;
  await writeWhole(file, body + guardOf(body));
}

const guardOf = (body: string): string => `sha256 ${hash('sha256', body, 'hex')}\n`;
