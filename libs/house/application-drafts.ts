import type pg from 'pg';
import type { AccountId } from '#libs/kernel/ids';
import type { MasterKey } from '#libs/privacy/master-key';

export interface ApplicationDraft {
  readonly draftId: string;
  readonly savedAt: string;
  /** What stands in the fields, as the page wrote it. */
  readonly content: string;
}

export const draftsMax = 50;
const keptDays = 30;
const dayMilliseconds = 86_400_000;

interface Row {
  readonly draft_id: string;
  readonly sealed: Buffer;
  readonly saved_at: Date;
}

/**
 * Applications that somebody has begun to fill in: theirs alone, under the master key, until the application is submitted or
 * for 30 days; then they are shown no more, and go when anybody saves the next one. Nobody applied yet, so nothing of it is in the ledger and no subject key exists. After a
 * change of the master key a draft cannot be opened, and is no longer there.
 */
export class ApplicationDrafts {
  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly master: Pick<MasterKey, 'wrap' | 'unwrap'>,
    private readonly now: () => number,
  ) {}

  /** Newest first. */
  async list(accountId: AccountId): Promise<readonly ApplicationDraft[]> {
    const { rows } = await this.pool.query<Row>(
      'select draft_id, sealed, saved_at from registry.application_draft where account_id = $1 and saved_at > $2 order by saved_at desc, draft_id',
      [accountId, this.oldest()],
    );
    return rows.flatMap((row) => this.opened(accountId, row));
  }

  /** Takes the place of what was saved under this id. False when the account has 50 others. */
  async save(accountId: AccountId, draftId: string, content: string): Promise<boolean> {
    await this.pool.query('delete from registry.application_draft where saved_at <= $1', [this.oldest()]);
    const sealed = this.master.wrap(Buffer.from(content, 'utf8'), placeOf(accountId, draftId));
    const { rowCount } = await this.pool.query(
      `insert into registry.application_draft (account_id, draft_id, sealed, saved_at)
       select $1, $2, $3, $4 where (select count(*) from registry.application_draft where account_id = $1 and draft_id <> $2) < $5
       on conflict (account_id, draft_id) do update set sealed = excluded.sealed, saved_at = excluded.saved_at`,
      [accountId, draftId, sealed, new Date(this.now()), draftsMax],
    );
    return rowCount === 1;
  }

  async remove(accountId: AccountId, draftId: string): Promise<void> {
    await this.pool.query('delete from registry.application_draft where account_id = $1 and draft_id = $2', [
      accountId,
      draftId,
    ]);
  }

  private oldest(): Date {
    return new Date(this.now() - keptDays * dayMilliseconds);
  }

  private opened(accountId: AccountId, { draft_id: draftId, sealed, saved_at: savedAt }: Row): ApplicationDraft[] {
    try {
      const content = this.master.unwrap(sealed, placeOf(accountId, draftId)).toString('utf8');
      return [{ draftId, savedAt: savedAt.toISOString(), content }];
    } catch {
      return [];
    }
  }
}

const placeOf = (accountId: AccountId, draftId: string): string => `application-draft|${accountId}|${draftId}`;
