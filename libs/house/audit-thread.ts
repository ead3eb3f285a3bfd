import { parentPort, workerData } from 'node:worker_threads';
import { performAudit, type AuditTask } from './audit-task.js';

export type { AuditTask } from './audit-task.js';

/** An audit in a thread of its own: whoever answers requests meanwhile does not wait for it. */
parentPort?.postMessage(await performAudit(workerData as AuditTask));
