import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Kept, KeeperMemory } from '#libs/proof/keeper';

type Lines = Record<string, { size: number; root: string }>;

/**
 * What a signer or witness last signed, in a file of its own: never in the database whose history it watches. Written whole, flushed
 * and renamed, file and folder, so that a crash leaves the old state or the new one.
 */
export class KeeperFile implements KeeperMemory {
  constructor(private readonly file: string) {}

  async of(origin: string): Promise<Kept | undefined> {
    const kept = (await this.read())[origin];
    return kept && { size: kept.size, root: Buffer.from(kept.root, 'base64') };
  }

  async keep(origin: string, { size, root }: Kept): Promise<void> {
    const lines = { ...(await this.read()), [origin]: { size, root: root.toString('base64') } };
    const temporary = `${this.file}.tmp`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(`${JSON.stringify(lines, undefined, 1)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.file);
    await flushFolder(dirname(this.file));
  }

  private async read(): Promise<Lines> {
    try {
      return JSON.parse(await readFile(this.file, 'utf8')) as Lines;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw error;
    }
  }
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
