import type { Queryable, TableNames } from './row-store.js';

/**
 * Rows of a table and 128 bits that all of them make together, whatever their order: two sums of PostgreSQL's own hash of a row.
 * Equal for tables of equal rows. For finding differences, not for proving their absence to an opponent: a SHA-256 of each row's
 * text in key order took six times as long.
 */
export async function tableHash(
  db: Queryable,
  schema: string,
  { table }: Pick<TableNames, 'table'>,
): Promise<{ rows: number; hash: string }> {
  const sum = (seed: number): string => `coalesce(sum(hash_record_extended(t, ${seed})), 0)::text`;
  const { rows } = await db.query<{ rows: number; one: string; other: string }>(
    `select count(*)::int as rows, ${sum(1)} as one, ${sum(2)} as other from ${schema}."${table}" t`,
  );
  const [{ rows: count, one, other }] = rows as [(typeof rows)[0]];
  return { rows: count, hash: hex(one) + hex(other) };
}

const hex = (sum: string): string => BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0');
