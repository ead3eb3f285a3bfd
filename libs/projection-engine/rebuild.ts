import type pg from 'pg';
import type { Position } from '#libs/event-store/port';
import { Checkpoints } from './checkpoint.js';
import { Follower, type FollowerParts } from './follower.js';
import { tableNames, type Queryable, type TableNames } from './row-store.js';

export interface RebuiltTable {
  readonly projection: string;
  readonly table: string;
  readonly rows: number;
  /** SHA-256 over the rows in key order, before and after; `before` is null when the live table stood elsewhere in the log. */
  readonly before: string | null;
  readonly after: string;
}

export interface RebuildProgress {
  readonly entries: number;
  readonly position: Position | null;
}

/** The rebuild met an event that a fold cannot take; nothing was changed. */
export class RebuildStopped extends Error {}

const shadow = 'read_next';

/**
 * Folds the whole log again beside the live tables and puts the result in their place in one transaction: readers see the
 * old rows or the new ones, never an empty book. Only one rebuild at a time. Throws RebuildStopped.
 */
export async function rebuild(parts: FollowerParts, onProgress: (progress: RebuildProgress) => void): Promise<RebuiltTable[]> {
  const guard = await parts.pool.connect();
  try {
    await guard.query('select pg_advisory_lock(7270003)');
    const tables = parts.projections.flatMap((projection) => projection.tables.map((table) => ({ projection: projection.name, names: tableNames(parts.source, table) })));
    await makeShadow(guard, parts.schema, tables);
    const follower = new Follower({ ...parts, schema: shadow });
    await fold(follower, onProgress);
    const result = await replace(parts, follower, tables);
    await guard.query(`drop schema ${shadow} cascade`);
    return result;
  } finally {
    await guard.query('select pg_advisory_unlock(7270003)').catch(() => undefined);
    guard.release();
  }
}

async function makeShadow(db: Queryable, live: string, tables: readonly { names: TableNames }[]): Promise<void> {
  await db.query(`drop schema if exists ${shadow} cascade`);
  await db.query(`create schema ${shadow}`);
  for (const table of ['checkpoint', ...tables.map(({ names }) => names.table)]) await db.query(`create table ${shadow}."${table}" (like ${live}."${table}" including all)`);
}

async function fold(follower: Follower, onProgress: (progress: RebuildProgress) => void): Promise<void> {
  let entries = 0;
  for (;;) {
    const read = await follower.step();
    const checkpoints = await follower.ensure();
    const stopped = checkpoints.find((checkpoint) => checkpoint.stopped !== null)?.stopped;
    if (stopped) throw new RebuildStopped(`${stopped.type} at ${stopped.position}: ${stopped.why}`);
    if (read === 0) return;
    entries += read;
    onProgress({ entries, position: checkpoints[0]?.position ?? null });
  }
}

async function replace(parts: FollowerParts, follower: Follower, tables: readonly { projection: string; names: TableNames }[]): Promise<RebuiltTable[]> {
  const client = await parts.pool.connect();
  try {
    await client.query('begin');
    // Whoever leads waits here with its next batch and then finds another epoch.
    const names = parts.projections.map(({ name }) => name);
    await client.query(`select 1 from ${parts.schema}.checkpoint where name = any($1) for update`, [names]);
    await fold(follower, () => undefined);
    const live = new Map((await new Checkpoints(parts.schema).all(client)).map((one) => [one.name, one.position]));
    const next = await follower.ensure();
    const result: RebuiltTable[] = [];
    for (const { projection, names: table } of tables) {
      const comparable = live.get(projection) === next.find(({ name }) => name === projection)?.position;
      const before = comparable ? (await tableHash(client, parts.schema, table)).hash : null;
      const after = await tableHash(client, shadow, table);
      await client.query(`delete from ${parts.schema}."${table.table}"`);
      await client.query(`insert into ${parts.schema}."${table.table}" select * from ${shadow}."${table.table}"`);
      result.push({ projection, table: table.table, rows: after.rows, before, after: after.hash });
    }
    for (const { name, version } of parts.projections) {
      const position = next.find((one) => one.name === name)?.position ?? null;
      await client.query(`update ${parts.schema}.checkpoint set position = $2, version = $3, epoch = epoch + 1, stopped = null where name = $1`, [name, position, version]);
    }
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Rows and SHA-256 of a table: of each row's JSON in key order. Equal hashes mean byte-equal tables. */
export async function tableHash(db: Queryable | pg.Pool, schema: string, { table, keys }: TableNames): Promise<{ rows: number; hash: string }> {
  const order = keys.map(({ column }) => `t."${column}"`).join(', ');
  const text = `select count(*)::int as rows,
    encode(sha256(convert_to(coalesce(string_agg(encode(sha256(convert_to(row_to_json(t)::text, 'UTF8')), 'hex'), '' order by ${order}), ''), 'UTF8')), 'hex') as hash
    from ${schema}."${table}" t`;
  const { rows } = await (db as Queryable).query<{ rows: number; hash: string }>(text);
  return rows[0]!;
}
