import type pg from 'pg';
import type { Sealed, SealedLog } from '#libs/proof/audit-source';
import { tilePath, type TilePlace } from '#libs/proof/tile';
import { tilesAt } from './proof-store.js';

interface OrderRow {
  count: string;
  first: string | null;
  last: string | null;
  positions: string | null;
}

/** What the sealer keeps in the schema `proof`, for an audit to compare. */
export class PostgresSealedLog implements SealedLog {
  constructor(private readonly pool: pg.Pool) {}

  /** Lines as one text, since there are as many as there are entries; one by one only where some are missing. */
  async order(n: number, limit: number): Promise<readonly Sealed[]> {
    const { rows } = await this.pool.query<OrderRow>(
      `select count(*) as count, min(n) as first, max(n) as last, string_agg(position, ' ' order by n) as positions
       from (select n, position from proof.entry where n >= $1 order by n limit $2) line`,
      [n, limit],
    );
    const { count, first, last, positions } = rows[0]!;
    if (positions === null) return [];
    const from = Number(first);
    if (Number(last) - from + 1 === Number(count))
      return positions.split(' ').map((position, i) => ({ n: from + i, position }));
    const lines = await this.pool.query<{ n: string; position: string }>(
      `select n, position from proof.entry where n >= $1 order by n limit $2`,
      [n, limit],
    );
    return lines.rows.map((row) => ({ n: Number(row.n), position: row.position }));
  }

  async readTo(): Promise<string | null> {
    const { rows } = await this.pool.query<{ read_to: string | null }>(`select read_to from proof.head`);
    return rows[0]?.read_to ?? null;
  }

  tiles(places: readonly TilePlace[]): Promise<ReadonlyMap<string, Buffer>> {
    return tilesAt(this.pool, [...new Map(places.map((place) => [tilePath(place), place])).values()]);
  }

  async checkpoints(): Promise<readonly { readonly size: number; readonly note: string }[]> {
    const { rows } = await this.pool.query<{ size: string; note: string }>(
      `select size, note from proof.checkpoint order by size`,
    );
    return rows.map(({ size, note }) => ({ size: Number(size), note }));
  }
}
