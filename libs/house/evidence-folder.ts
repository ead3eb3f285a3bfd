import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { v5 as uuidv5 } from 'uuid';
import type { EvidenceType } from '#libs/activity/activity.events';
import {
  evidenceBytesMax,
  EvidenceRejected,
  type EvidenceFile,
  type EvidenceFiles,
} from '#libs/counter/evidence-files';
import { flushFolder, writeWhole } from '#libs/files/whole-file';
import { KeyLost, SubjectFenced, type KeyRing } from '#libs/privacy/key-ring';
import type { SubjectKey } from '#libs/privacy/envelope';
import { keyIdOfFile, openFile, sealFile } from '#libs/privacy/sealed-file';

/** The first bytes of a file; what its name or its sender says is not asked. */
const magic: readonly (readonly [EvidenceType, Buffer])[] = [
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['PDF', Buffer.from('%PDF-')],
];

const typeOf = (head: Buffer): EvidenceType | undefined =>
  magic.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes))?.[0];

const fileNamespace = '5a1d4c1b-0a56-4f0e-9d3c-5f2f3f0b7c22';

/** Under whom the key of a file stands in the key database: the file has a key of its own. */
export const fileSubjectOf = (sha256: string): string => uuidv5(sha256, fileNamespace);

/**
 * `<dataDir>/evidence/ab/abcd…`: what has its name is whole. Its content is closed under a key of its own in the key database, so
 * that a file is destroyed with its key, in every backup too. A file of a version before that lies open and is read as it is.
 */
export class EvidenceFolder implements EvidenceFiles {
  private readonly folder: string;

  constructor(
    dataDir: string,
    private readonly keys: KeyRing,
  ) {
    this.folder = path.join(dataDir, 'evidence');
  }

  async keep(content: Buffer): Promise<EvidenceFile> {
    if (content.length === 0) throw new EvidenceRejected('empty');
    if (content.length > evidenceBytesMax) throw new EvidenceRejected('too_large');
    const contentType = typeOf(content);
    if (!contentType) throw new EvidenceRejected('unknown_type');
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (!(await this.read(sha256))) {
      await keepWhole(this.placeOf(sha256), sealFile(content, await this.keyFor(sha256), sha256));
    }
    return { sha256, bytes: content.length, contentType };
  }

  private async keyFor(sha256: string): Promise<SubjectKey> {
    try {
      const [key] = await this.keys.forWriting([{ subject: fileSubjectOf(sha256), group: 'photo' }]);
      return key!;
    } catch (error) {
      // The file was destroyed with somebody's data: it comes back by no door.
      throw error instanceof SubjectFenced ? new EvidenceRejected('destroyed') : error;
    }
  }

  async find(sha256: string): Promise<EvidenceFile | undefined> {
    const content = await this.read(sha256);
    const contentType = content && typeOf(content);
    return contentType && { sha256, bytes: content.length, contentType };
  }

  async read(sha256: string): Promise<Buffer | undefined> {
    const file = await readFile(this.placeOf(sha256)).catch(absent);
    const kid = file && keyIdOfFile(file);
    if (!file || kid === undefined) return file;
    const key = (await this.keys.forReading([kid])).get(kid);
    if (key === undefined) throw new KeyLost(kid);
    return key === 'shredded' ? undefined : openFile(file, key, sha256);
  }

  async destroy(sha256: string): Promise<void> {
    const place = this.placeOf(sha256);
    await rm(place, { force: true });
    await flushFolder(path.dirname(place)).catch(absent);
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
