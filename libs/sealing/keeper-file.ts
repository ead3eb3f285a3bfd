import { readFile } from 'node:fs/promises';
import { writeWhole } from '#libs/files/whole-file';
import type { Kept, KeeperMemory } from '#libs/proof/keeper';

type Lines = Record<string, { size: number; root: string }>;

/**
 * What a signer or witness last signed, in a file of its own: never in the database whose history it watches. Written whole,
 * so that a crash leaves the old state or the new one.
 */
export class KeeperFile implements KeeperMemory {
  constructor(private readonly file: string) {}

  async of(origin: string): Promise<Kept | undefined> {
    return (await this.all()).get(origin);
  }

  /** By name of the log. */
  async all(): Promise<ReadonlyMap<string, Kept>> {
    const lines = Object.entries(await this.read());
    return new Map(lines.map(([origin, { size, root }]) => [origin, { size, root: Buffer.from(root, 'base64') }]));
  }

  async keep(origin: string, { size, root }: Kept): Promise<void> {
    const lines = { ...(await this.read()), [origin]: { size, root: root.toString('base64') } };
    await writeWhole(this.file, `${JSON.stringify(lines, undefined, 1)}\n`);
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
