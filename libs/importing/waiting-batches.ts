import type pg from 'pg';
import type { AccountId, BatchId, OrganizationId, SessionId } from '#libs/kernel/ids';
import type { Page, Paging, Reader } from '#libs/projection-engine/paging';
import { attendancesOfSessions } from '#projections/activity-register/session-attendance.query';
import { heldInSessions } from '#projections/volunteer-year/hours-watch.query';
import { isOnlyLate } from './approve.js';
import { sheetRows } from './batch-row.js';
import type { PlannedSession } from './plan.js';
import type { ImportResult } from './result.js';

/** A batch of sign-in sheets of which rows wait for a second or a third person. */
export interface WaitingBatch {
  readonly batchId: BatchId;
  readonly organizationId: OrganizationId;
  readonly startedAt: string;
  /** Whose account brought it; it decides nothing about it. */
  readonly accountId: AccountId;
  readonly displayName: string | null;
  /** Rows that a second person has not attested (F-07), and their minutes. */
  readonly unattested: number;
  readonly unattestedMinutes: number;
  /** Rows held for nothing but that they came late (F-05), and their minutes. */
  readonly late: number;
  readonly lateMinutes: number;
  /** Rows held because their day is too long: looked at one by one (F-04). */
  readonly longDays: number;
}

type Registered = Pick<WaitingBatch, 'batchId' | 'organizationId' | 'startedAt' | 'accountId' | 'displayName'> & {
  readonly sessions: readonly PlannedSession[];
};

interface Waiting {
  readonly batchId: BatchId;
  readonly entryId: string;
  readonly serviceMinutes: number;
  readonly what: 'unattested' | 'late' | 'longDays';
}

const pageSizeDefault = 50;

/** Oldest first. The registry lies beside the log and may stand on another server than the windows: they are asked in turn. */
export async function waitingBatches(
  { mainPool, read }: { readonly mainPool: pg.Pool; readonly read: Reader },
  asked: Paging & { readonly scope: readonly OrganizationId[] },
): Promise<Page<WaitingBatch>> {
  const registered = await registeredBatches(mainPool, asked.scope);
  const found = new Map<BatchId, Waiting[]>();
  for (const one of await whatWaits(read, registered)) {
    const rows = found.get(one.batchId) ?? [];
    rows.push(one);
    found.set(one.batchId, rows);
  }
  const own = await rowsOfBatches(mainPool, [...found.keys()]);
  const all = registered.flatMap(({ sessions: _sessions, ...batch }): WaitingBatch[] => {
    const rows = (found.get(batch.batchId) ?? []).filter(({ entryId }) => own.has(entryId));
    return rows.length === 0 ? [] : [{ ...batch, ...counted(rows) }];
  });
  const { page = 1, pageSize = pageSizeDefault } = asked;
  return { items: all.slice((page - 1) * pageSize, page * pageSize), total: all.length, page, pageSize };
}

async function registeredBatches(mainPool: pg.Pool, scope: readonly OrganizationId[]): Promise<Registered[]> {
  const { rows } = await mainPool.query<Registered & { startedAt: Date }>(
    `select b.batch_id as "batchId", b.organization_id as "organizationId", b.started_at as "startedAt",
      b.account_id as "accountId", a.display_name as "displayName", coalesce(b.result->'sessions', '[]') as sessions
    from registry.import_batch b left join access.account a on a.account_id = b.account_id
    where b.kind = 'sign-in' and b.result is not null and b.organization_id = any($1) order by b.started_at, b.batch_id`,
    [scope],
  );
  return rows.map((row) => ({ ...row, startedAt: row.startedAt.toISOString() }));
}

async function whatWaits(read: Reader, batches: readonly Registered[]): Promise<Waiting[]> {
  const batchOf = new Map<SessionId, BatchId>(
    batches.flatMap(({ batchId, sessions }) =>
      sessions.map(({ sessionId }): [SessionId, BatchId] => [sessionId, batchId]),
    ),
  );
  const sessionIds = [...batchOf.keys()];
  if (sessionIds.length === 0) return [];
  const [unattested, held] = await Promise.all([
    attendancesOfSessions(read, sessionIds, { waiting: true }),
    heldInSessions(read, { sessionIds }),
  ]);
  const waiting = (
    { entryId, sessionId, serviceMinutes }: { entryId: string; sessionId: SessionId | null; serviceMinutes: number },
    what: Waiting['what'],
  ): Waiting[] => {
    const batchId = sessionId === null ? undefined : batchOf.get(sessionId);
    return batchId === undefined ? [] : [{ batchId, entryId, serviceMinutes, what }];
  };
  return [
    ...unattested.flatMap((one) => waiting(one, 'unattested')),
    ...held.flatMap((one) => waiting(one, isOnlyLate(one) ? 'late' : 'longDays')),
  ];
}

/** Entries that stand on a row of their batch's sheet: what was added by hand is decided by itself. */
async function rowsOfBatches(mainPool: pg.Pool, batchIds: readonly BatchId[]): Promise<ReadonlySet<string>> {
  const { rows } = await mainPool.query<{ result: ImportResult }>(
    'select result from registry.import_batch where batch_id = any($1)',
    [batchIds],
  );
  return new Set(rows.flatMap(({ result }) => [...sheetRows(result).keys()]));
}

function counted(
  rows: readonly Waiting[],
): Pick<WaitingBatch, 'unattested' | 'unattestedMinutes' | 'late' | 'lateMinutes' | 'longDays'> {
  const of = (what: Waiting['what']): readonly Waiting[] => rows.filter((row) => row.what === what);
  const minutes = (some: readonly Waiting[]): number => some.reduce((sum, row) => sum + row.serviceMinutes, 0);
  const [unattested, late] = [of('unattested'), of('late')];
  return {
    ...{ unattested: unattested.length, unattestedMinutes: minutes(unattested) },
    ...{ late: late.length, lateMinutes: minutes(late), longDays: of('longDays').length },
  };
}
