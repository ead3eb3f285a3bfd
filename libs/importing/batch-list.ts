import type pg from 'pg';
import type { AccountId, BatchId, OrganizationId } from '#libs/kernel/ids';
import { orderOf, pageOf, type Page, type Paging, type Reader, type Sorting } from '#libs/projection-engine/paging';
import type { ImportKindName } from './batch.js';
import type { Outcome, RowOutcome } from './result.js';

/** Begun and not through; through with rows that were refused, to be tried again; through. */
export const batchStates = ['RUNNING', 'WITH_REFUSALS', 'FINISHED'] as const;
export type BatchState = (typeof batchStates)[number];
export const outcomes = ['WRITTEN', 'EXISTING', 'REFUSED'] as const satisfies readonly Outcome[];

/** One import. Of the file the ledger keeps its hash alone: a name of a file may be a person's. */
export interface BatchItem {
  readonly batchId: BatchId;
  readonly kind: ImportKindName;
  readonly organizationId: OrganizationId;
  /** Hex. */
  readonly fileSha256: string;
  readonly accountId: AccountId;
  /** Whose account began it. */
  readonly displayName: string | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly state: BatchState;
  /** Rows by what became of them. Twin: `rowsOfBatch` with that outcome. */
  readonly written: number;
  readonly existing: number;
  readonly refused: number;
}

const sorts = { startedAt: '"startedAt"', kind: 'kind', refused: 'refused' } as const;
export type BatchSort = keyof typeof sorts;

interface Asked {
  /** Organizations for which something was imported. */
  readonly scope: readonly OrganizationId[];
}

const counted = (outcome: Outcome, name: string): string =>
  `(select count(*) from jsonb_array_elements(coalesce(b.result->'rows', '[]')) r where r->>'outcome' = '${outcome}')::int as ${name}`;

const reader = (pool: pg.Pool): Reader => ({
  query: async <T>(text: string, values?: readonly unknown[]): Promise<T> =>
    (await pool.query(text, [...(values ?? [])])).rows as T,
});

/** Newest first unless sorted otherwise. The registry of imports lies beside the log, in no window. */
export function importBatches(
  pool: pg.Pool,
  asked: Asked &
    Paging &
    Sorting<BatchSort> & {
      readonly batchId?: BatchId | undefined;
      readonly kind?: ImportKindName | undefined;
      readonly state?: BatchState | undefined;
    },
): Promise<Page<BatchItem>> {
  const text = `select * from (select b.batch_id as "batchId", b.kind, b.organization_id as "organizationId",
      b.file_sha256 as "fileSha256", b.account_id as "accountId", a.display_name as "displayName", b.started_at as "startedAt",
      b.finished_at as "finishedAt", case when b.finished_at is not null then 'FINISHED' when b.result is null then 'RUNNING'
        else 'WITH_REFUSALS' end as state, ${counted('WRITTEN', 'written')}, ${counted('EXISTING', 'existing')},
      ${counted('REFUSED', 'refused')}
    from registry.import_batch b left join access.account a on a.account_id = b.account_id
    where b.organization_id = any($1) and ($2::uuid is null or b.batch_id = $2) and ($3::text is null or b.kind = $3)) listed
    where $4::text is null or state = $4`;
  const values = [asked.scope, asked.batchId ?? null, asked.kind ?? null, asked.state ?? null];
  const order = orderOf(sorts, asked.sort ? asked : { descending: true }, { otherwise: 'startedAt', key: '"batchId"' });
  return pageOf(reader(pool), { text, values }, order, asked);
}

/** What became of each row, in the order of the sheet. No name and no number of a person: those are in the paper. */
export function rowsOfBatch(
  pool: pg.Pool,
  asked: Asked & Paging & { readonly batchId: BatchId; readonly outcome?: Outcome | undefined },
): Promise<Page<RowOutcome>> {
  const text = `select (r->>'row')::int as row, r->>'subject' as subject, r->>'outcome' as outcome, r->>'stream' as stream,
      (r->>'revision')::int as revision, r->>'position' as position, r->>'volunteerNumber' as "volunteerNumber",
      r->>'refusal' as refusal, n
    from registry.import_batch b cross join lateral jsonb_array_elements(coalesce(b.result->'rows', '[]')) with ordinality as o(r, n)
    where b.batch_id = $1 and b.organization_id = any($2) and ($3::text is null or r->>'outcome' = $3)`;
  const values = [asked.batchId, asked.scope, asked.outcome ?? null];
  return pageOf(reader(pool), { text, values }, 'n', asked);
}
