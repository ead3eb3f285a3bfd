import { existsSync } from 'node:fs';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { flushFolder } from '#libs/files/whole-file';
import { writeSecret } from '#libs/privacy/master-key';
import { writerKey } from '#libs/proof/entry';
import { sayOfKeys } from './announce-writer.js';
import type { House } from './house.js';

const fileIn = (dataDir: string): string => join(dataDir, 'keys', 'writer.pem');

/** Id of the key that a process starting now would sign with. */
export const writerKeyIdIn = async (dataDir: string): Promise<string> =>
  writerKey(await readFile(fileIn(dataDir), 'utf8')).id;

/**
 * A new writer's key: kept aside first, then said in the log by the old key, then put in its place. Killed in between, the next call
 * goes on with the same new key. Processes that run keep the old one, which holds until it is revoked. Answers both ids.
 */
export async function rotateWriter({ ledger }: House, dataDir: string): Promise<{ old: string; fresh: string }> {
  const [file, next] = [fileIn(dataDir), `${fileIn(dataDir)}.next`];
  if (!existsSync(next)) await writeSecret(next, writerKey().pem);
  const [old, fresh] = [await writerKeyIdIn(dataDir), writerKey(await readFile(next, 'utf8'))];
  await sayOfKeys(ledger, { type: 'AddWriterKey', data: { writerKeyId: fresh.id, publicKey: fresh.publicKey } }, []);
  await rename(next, file);
  await flushFolder(join(dataDir, 'keys'));
  return { old, fresh: fresh.id };
}
