import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignerAhead } from '#libs/sealing/checkpointer';
import { auditFolder } from './last-audit.js';

/** The log was shorter here than what its signer had signed: a backup was put back, or entries were taken out. */
export interface StepBack {
  /** When it was first seen, UTC. */
  readonly at: string;
  readonly signedSize: number;
  readonly sealedSize: number;
  /** Of what was sealed here, base64. */
  readonly sealedRoot: string;
}

const fileIn = (dataDir: string): string => join(auditFolder(dataDir), 'step-backs.jsonl');

/** What was noted, the oldest first. */
export async function stepBacks(dataDir: string): Promise<StepBack[]> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as StepBack);
}

/** Notes it once, beside the databases: one of them was just put back. The same again a minute later is no news. */
export async function noteStepBack(dataDir: string, error: SignerAhead, now: number): Promise<void> {
  const { signedSize, sealedSize } = error;
  const known = await stepBacks(dataDir);
  if (known.some((one) => one.signedSize === signedSize && one.sealedSize === sealedSize)) return;
  const said: StepBack = {
    ...{ at: new Date(now).toISOString(), signedSize, sealedSize },
    sealedRoot: error.sealedRoot.toString('base64'),
  };
  await mkdir(auditFolder(dataDir), { recursive: true });
  await appendFile(fileIn(dataDir), `${JSON.stringify(said)}\n`, { flush: true });
}
