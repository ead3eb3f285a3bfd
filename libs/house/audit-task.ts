import type pg from 'pg';
import type { AuditReport } from '#libs/proof/audit-report';
import { readPolicy } from '#libs/proof/policy';
import { runAudit } from '#libs/sealing/audit-run';
import { openAuditPlaceOn } from './audit-place.js';

/** An audit as one thread asks another for it. */
export interface AuditTask {
  readonly connection: Pick<pg.PoolConfig, 'host' | 'port' | 'user' | 'password' | 'database' | 'ssl'>;
  /** What names the log, where it is not in that database. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly policyText: string;
  readonly held: readonly string[];
  /** Where it goes on from; without one it begins at the first entry. */
  readonly stateFile?: string | undefined;
  /** Verifies everything again. */
  readonly whole: boolean;
  /** Seconds since 1970. */
  readonly now: number;
  readonly ageSecondsMax: number;
  readonly workers: number;
}

/** Throws what the place, the policy and the audit throw. */
export async function performAudit(
  { connection, env, policyText, ...run }: AuditTask,
  onProgress?: (entries: number) => void,
): Promise<AuditReport> {
  const place = await openAuditPlaceOn(connection, env);
  try {
    return await runAudit(place.source, {
      ...run,
      policy: readPolicy(policyText),
      ...(onProgress ? { onProgress } : {}),
    });
  } finally {
    await place.close();
  }
}
