import type pg from 'pg';
import type { AccountId } from '#libs/kernel/ids';
import type { MasterKey } from '#libs/privacy/master-key';

export const savedViewRegisters = ['volunteers', 'teams', 'activities'] as const;
export type SavedViewRegister = (typeof savedViewRegisters)[number];

export interface SavedView {
  readonly viewId: string;
  readonly register: SavedViewRegister;
  /** Null where the master key has changed since: the filters are still good. */
  readonly name: string | null;
  /** A query string of codes, ids and days. */
  readonly filters: string;
  /** Keys of the columns shown, in no order; empty for those that the page shows by itself. */
  readonly columns: readonly string[];
}

/** Of one account and register. */
export const savedViewsMax = 30;

interface Row extends Omit<SavedView, 'name'> {
  readonly sealed: Buffer;
}

/**
 * Filters and columns that somebody keeps for a register: theirs alone. A name is typed freely, so it is kept under the master
 * key; what is looked for by name is not kept at all, because it would outlive the person's erasure.
 */
export class SavedViews {
  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly master: Pick<MasterKey, 'wrap' | 'unwrap'>,
    private readonly now: () => number,
  ) {}

  /** Oldest first. */
  async list(accountId: AccountId, register: SavedViewRegister): Promise<readonly SavedView[]> {
    const { rows } = await this.pool.query<Row>(
      `select view_id as "viewId", register, filters, columns, sealed_name as sealed from access.saved_view
       where account_id = $1 and register = $2 order by saved_at, view_id`,
      [accountId, register],
    );
    return rows.map(({ sealed, ...row }) => ({ ...row, name: this.opened(accountId, row.viewId, sealed) }));
  }

  /** Takes the place of what was saved under this id. False when the account has 30 others of the register. */
  async save(accountId: AccountId, view: SavedView & { readonly name: string }): Promise<boolean> {
    const { viewId, register, name, filters, columns } = view;
    const sealed = this.master.wrap(Buffer.from(name, 'utf8'), placeOf(accountId, viewId));
    const { rowCount } = await this.pool.query(
      `insert into access.saved_view (account_id, view_id, register, sealed_name, filters, columns, saved_at)
       select $1, $2, $3, $4, $5, $6, $7
       where (select count(*) from access.saved_view where account_id = $1 and register = $3 and view_id <> $2) < $8
       on conflict (account_id, view_id) do update set register = excluded.register, sealed_name = excluded.sealed_name,
         filters = excluded.filters, columns = excluded.columns`,
      [accountId, viewId, register, sealed, filters, columns, new Date(this.now()), savedViewsMax],
    );
    return rowCount === 1;
  }

  async remove(accountId: AccountId, viewId: string): Promise<void> {
    await this.pool.query('delete from access.saved_view where account_id = $1 and view_id = $2', [accountId, viewId]);
  }

  private opened(accountId: AccountId, viewId: string, sealed: Buffer): string | null {
    try {
      return this.master.unwrap(sealed, placeOf(accountId, viewId)).toString('utf8');
    } catch {
      return null;
    }
  }
}

const placeOf = (accountId: AccountId, viewId: string): string => `saved-view|${accountId}|${viewId}`;
