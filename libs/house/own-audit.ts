import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';
import type { NamedLog } from '#libs/event-store/port';
import type { AuditReport } from '#libs/proof/audit-report';
import { ownPolicyText } from './audit-place.js';
import { performAudit } from './audit-task.js';
import type { AuditSaid, AuditTask } from './audit-thread.js';

/** There is neither a policy nor the log's own key to believe. */
export class PolicyMissing extends Error {
  override readonly name = 'PolicyMissing';
}

/** An audit that nobody waits for any longer was ended. */
export class AuditAbandoned extends Error {
  override readonly name = 'AuditAbandoned';
}

export interface OwnAuditPlace {
  readonly house: { readonly mainPool: pg.Pool; readonly store: NamedLog };
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The newest head must have been witnessed within 26 hours. */
const ageSecondsMax = 26 * 3_600;

/**
 * An audit of the house's own log: policy is the file `ZHICE_AUDIT_POLICY`, else the log's own key, which it trusts. `now` in
 * milliseconds since 1970. Throws PolicyMissing and what reading these files throws.
 */
export async function ownAuditTask(
  { house, dataDir, env }: OwnAuditPlace,
  asked: Pick<AuditTask, 'whole' | 'held' | 'stateFile' | 'now'>,
): Promise<AuditTask> {
  const { host, port, user, password, database, ssl } = house.mainPool.options;
  const file = env['ZHICE_AUDIT_POLICY'];
  const policyText =
    file === undefined ? await ownPolicyText({ dataDir, env }, house.store.log) : await readFile(file, 'utf8');
  if (policyText === undefined) throw new PolicyMissing();
  return {
    ...asked,
    connection: { host, port, user, password, database, ssl },
    env: { EVENTSTORE_URL: env['EVENTSTORE_URL'], EVENTSTORE_PREFIX: env['EVENTSTORE_PREFIX'] },
    policyText,
    now: Math.floor(asked.now / 1000),
    ageSecondsMax,
    workers: 2,
  };
}

export interface Listening {
  readonly onProgress?: (entries: number) => void;
  /** Ends the thread; the audit then throws AuditAbandoned. */
  readonly signal?: AbortSignal;
}

/** In a thread of its own. Node 20 runs no TypeScript: where the program was not compiled, the audit is made here. */
export function auditAside(task: AuditTask, { onProgress, signal }: Listening = {}): Promise<AuditReport> {
  if (!import.meta.url.endsWith('.js')) return performAudit({ ...task, workers: 0 }, onProgress);
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./audit-thread.js', import.meta.url), { workerData: task, execArgv: [] });
    signal?.addEventListener('abort', () => {
      reject(new AuditAbandoned());
      void thread.terminate();
    });
    thread
      .on('message', (said: AuditSaid) => ('report' in said ? resolve(said.report) : onProgress?.(said.entries)))
      .once('error', reject)
      .once('exit', (code) => reject(new Error(`the audit's thread ended with ${code}`)));
  });
}
