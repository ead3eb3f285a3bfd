import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the last audit of this house came to, as health and metrics tell it. */
export interface LastAudit {
  /** When it ended, UTC. */
  readonly at: string;
  /** When the next one must have ended, UTC: later there is something wrong with the job itself. */
  readonly dueAt: string;
  readonly seconds: number;
  /** Every signature again, or only of what is new. */
  readonly whole: boolean;
  readonly entries: number;
  readonly size: number;
  readonly faultCount: number;
  readonly byCheck: Readonly<Record<string, number>>;
  /** Name of what kept it from ending; its figures are then 0. */
  readonly failed?: string;
}

/** Of a house's state and reports; `held` in it takes signed heads from elsewhere. */
export const auditFolder = (dataDir: string): string => join(dataDir, 'audit');

/** What the last audit said; undefined where none was made. */
export async function lastAudit(dataDir: string): Promise<LastAudit | undefined> {
  try {
    return JSON.parse(await readFile(join(auditFolder(dataDir), 'last.json'), 'utf8')) as LastAudit;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Does the last audit call for somebody? It found something, could not be made, or is overdue. */
export const isAlarming = ({ faultCount, failed, dueAt }: LastAudit, now: number): boolean =>
  faultCount > 0 || failed !== undefined || Date.parse(dueAt) < now;
