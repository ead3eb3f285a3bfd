import type { Queryable, TableNames } from './row-store.js';

/** Rows and SHA-256 of a table: of each row's JSON in key order. Equal hashes mean byte-equal tables. */
export async function tableHash(
  db: Queryable,
  schema: string,
  { table, keys }: TableNames,
): Promise<{ rows: number; hash: string }> {
  const order = keys.map(({ column }) => `t."${column}"`).join(', ');
  const text = `select count(*)::int as rows,
    encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(row_to_json(t)::text, 'UTF8')), 'hex'), '' order by ${order}), ''), 'UTF8')), 'hex') as hash
    from ${schema}."${table}" t`;
  const { rows } = await db.query<{ rows: number; hash: string }>(text);
  return rows[0]!;
}
