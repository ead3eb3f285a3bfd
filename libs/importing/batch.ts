import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { AccountId, BatchId, OrganizationId } from '#libs/kernel/ids';
import type { ImportResult } from './result.js';

export const importKinds = ['organizations', 'teams', 'roster', 'members', 'sign-in'] as const;
export type ImportKindName = (typeof importKinds)[number];

/** What names a batch: the same sheet for the same organization is the same import, however often it is begun. */
export interface BatchKey {
  readonly kind: ImportKindName;
  /** For a unit still to be registered, the one above it. */
  readonly organizationId: OrganizationId;
  /** Hex. */
  readonly fileSha256: string;
}

/** Options by the names the user types; texts in clear stay out of the registry and are kept as a digest. */
export type OptionValues = Readonly<Record<string, string>>;

export interface ImportBatch {
  readonly batchId: BatchId;
  readonly kind: ImportKindName;
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  readonly options: OptionValues;
  readonly startedAt: Date;
  /** Set once no row was refused; until then the same command tries again. */
  readonly finishedAt: Date | null;
  readonly result: ImportResult | null;
}

/** The same sheet was begun with other options, or by somebody else: going on would write a mixture. Chinese message. */
export class BatchDiffers extends Error {
  override readonly name = 'BatchDiffers';
}

export const sha256Of = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** For the free texts among the options: equal texts are seen to be equal, and nothing else is kept of them. */
export const digestOf = (text: string): string => `#${sha256Of(text).slice(0, 16)}`;

const columns = `batch_id as "batchId", kind, organization_id as "organizationId", account_id as "accountId", options,
  started_at as "startedAt", finished_at as "finishedAt", result`;

/** Imports under way and done (registry.import_batch). */
export class ImportBatches {
  constructor(private readonly pool: pg.Pool) {}

  async find({ kind, organizationId, fileSha256 }: BatchKey): Promise<ImportBatch | undefined> {
    const where = 'kind = $1 and organization_id = $2 and file_sha256 = $3';
    const { rows } = await this.pool.query<ImportBatch>(`select ${columns} from registry.import_batch where ${where}`, [
      kind,
      organizationId,
      fileSha256,
    ]);
    return rows[0];
  }

  async byId(batchId: BatchId): Promise<ImportBatch | undefined> {
    const { rows } = await this.pool.query<ImportBatch>(
      `select ${columns} from registry.import_batch where batch_id = $1`,
      [batchId],
    );
    return rows[0];
  }

  /** The batch's random id is on disk before its first event is. Two who begin at once get the same batch. */
  async begin(key: BatchKey, options: OptionValues, accountId: AccountId): Promise<ImportBatch> {
    const { kind, organizationId, fileSha256 } = key;
    await this.pool.query(
      `insert into registry.import_batch (batch_id, kind, organization_id, file_sha256, options, account_id)
       values ($1, $2, $3, $4, $5, $6) on conflict on constraint import_batch_once do nothing`,
      [randomUUID(), kind, organizationId, fileSha256, JSON.stringify(options), accountId],
    );
    const batch = await this.find(key);
    if (!batch) throw new Error('a batch that was just begun is not there');
    assertSameImport(batch, options, accountId);
    return batch;
  }

  async note(batchId: BatchId, result: ImportResult, isFinished: boolean): Promise<void> {
    await this.pool.query(
      `update registry.import_batch set result = $2, finished_at = case when $3 then coalesce(finished_at, now()) end where batch_id = $1`,
      [batchId, JSON.stringify(result), isFinished],
    );
  }
}

/** Throws BatchDiffers. */
export function assertSameImport(batch: ImportBatch, options: OptionValues, accountId: AccountId): void {
  if (batch.accountId !== accountId)
    throw new BatchDiffers('这份表由另一个账号开始导入，请用那个账号继续，或由那个账号的人完成。');
  const names = [...new Set([...Object.keys(batch.options), ...Object.keys(options)])].toSorted();
  const differing = names.filter((name) => batch.options[name] !== options[name]);
  if (differing.length === 0) return;
  const told = differing.map((name) => `--${name}：${differenceText(batch.options[name], options[name])}`).join('；');
  throw new BatchDiffers(`这份表以前开始导入时的选项与这次不同（${told}）。请用第一次的选项再执行，导入会接着进行。`);
}

function differenceText(first: string | undefined, now: string | undefined): string {
  if (first === undefined) return '第一次没有写';
  if (now === undefined) return first.startsWith('#') ? '第一次写了，这次没有写' : `第一次是 ${first}，这次没有写`;
  return first.startsWith('#') ? '内容与第一次不同' : `第一次是 ${first}，这次是 ${now}`;
}
