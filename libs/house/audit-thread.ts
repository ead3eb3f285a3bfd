import { parentPort, workerData } from 'node:worker_threads';
import type { AuditReport } from '#libs/proof/audit-report';
import { performAudit, type AuditTask } from './audit-task.js';

export type { AuditTask } from './audit-task.js';

/** What the thread says: how many entries it has looked at, in the end what it found. */
export type AuditSaid = { readonly entries: number } | { readonly report: AuditReport };

const say = (said: AuditSaid): void => parentPort?.postMessage(said);

/** An audit in a thread of its own: whoever answers requests meanwhile does not wait for it. */
say({ report: await performAudit(workerData as AuditTask, (entries) => say({ entries })) });
