import { createHash } from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { EvidenceType } from '#libs/activity/activity.events';
import { evidenceBytesMax, EvidenceRejected, type EvidenceFile, type EvidenceFiles } from '#libs/counter/evidence-files';
import { flushFolder, writeWhole } from '#libs/files/whole-file';

/** The first bytes of a file; what its name or its sender says is not asked. */
const magic: readonly (readonly [EvidenceType, Buffer])[] = [
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['PDF', Buffer.from('%PDF-')],
];

const typeOf = (head: Buffer): EvidenceType | undefined =>
  magic.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes))?.[0];

/** `<dataDir>/evidence/ab/abcd…`: what has its name is whole. */
export class EvidenceFolder implements EvidenceFiles {
  private readonly folder: string;

  constructor(dataDir: string) {
    this.folder = path.join(dataDir, 'evidence');
  }

  async keep(content: Buffer): Promise<EvidenceFile> {
    if (content.length === 0) throw new EvidenceRejected('empty');
    if (content.length > evidenceBytesMax) throw new EvidenceRejected('too_large');
    const contentType = typeOf(content);
    if (!contentType) throw new EvidenceRejected('unknown_type');
    const sha256 = createHash('sha256').update(content).digest('hex');
    const place = this.placeOf(sha256);
    if (!(await this.find(sha256))) await keepWhole(place, content);
    return { sha256, bytes: content.length, contentType };
  }

  async find(sha256: string): Promise<EvidenceFile | undefined> {
    const place = this.placeOf(sha256);
    const size = await stat(place).catch(absent);
    if (!size) return undefined;
    const file = await open(place, 'r');
    try {
      const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
      const contentType = typeOf(buffer);
      return contentType && { sha256, bytes: size.size, contentType };
    } finally {
      await file.close();
    }
  }

  read(sha256: string): Promise<Buffer | undefined> {
    return readFile(this.placeOf(sha256)).catch(absent);
  }

  private placeOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** The folder of the first two digits may be new: its name has to reach the disk too. */
async function keepWhole(place: string, content: Buffer): Promise<void> {
  const folder = path.dirname(place);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeWhole(place, content);
  await flushFolder(path.dirname(folder));
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
