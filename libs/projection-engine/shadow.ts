import type pg from 'pg';
import type { FollowerParts } from './follower.js';
import { tableNames, type Queryable, type TableNames } from './row-store.js';

/** A table of a projection, by its names in the database. */
export interface ProjectedTable {
  readonly projection: string;
  readonly names: TableNames;
}

/** Where a rebuild folds, and where the tables it replaces go until they are dropped. */
export const shadowOf = (live: string): string => `${live}_next`;
export const archiveOf = (live: string): string => `${live}_old`;

export const tablesOf = ({ projections, source }: Pick<FollowerParts, 'projections' | 'source'>): ProjectedTable[] =>
  projections.flatMap((projection) =>
    projection.tables.map((table) => ({ projection: projection.name, names: tableNames(source, table) })),
  );

/** What a shadow was begun for: only the same folds over the same log may go on with it. */
function markOf({ projections, store }: FollowerParts, tables: readonly ProjectedTable[]): string {
  return JSON.stringify({
    store: store.storeId,
    projections: projections.map(({ name, version }) => [name, version]),
    columns: tables.map(({ names }) => [names.table, ...names.columns.map(({ column }) => column)]),
  });
}

/**
 * Empty tables beside the live ones, without keys and indexes, or those that a rebuild of the same folds left behind when it was
 * cut off.
 */
export async function makeShadow(parts: FollowerParts, tables: readonly ProjectedTable[]): Promise<void> {
  const { pool, schema: live } = parts;
  const [shadow, mark] = [shadowOf(live), markOf(parts, tables)];
  const { rows } = await pool.query<{ mark: string | null }>(
    "select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1",
    [shadow],
  );
  if (rows[0]?.mark === mark) return;
  const all = ['checkpoint', ...tables.map(({ names }) => names.table)];
  await inTransaction(pool, async (db) => {
    await db.query(`drop schema if exists ${shadow} cascade; create schema ${shadow}`);
    for (const table of all)
      await db.query(
        `create table ${shadow}."${table}" (like ${live}."${table}" including defaults including constraints)`,
      );
    for (const statement of await rightsOf(db, live, all)) await db.query(statement);
    await makeKeys(db, live, ['checkpoint']);
    await db.query(`comment on schema ${shadow} is ${quotedText(mark)}`);
  });
}

const buildMemory = '128MB';

const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function rightsOf(db: Queryable, live: string, tables: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ statement: string }>(
    `select format('grant %s on %I.%I to %s', a.privilege_type, $2::text, t.relname, coalesce(quote_ident(r.rolname), 'public')) as statement
       from pg_class t join pg_namespace n on n.oid = t.relnamespace cross join aclexplode(t.relacl) a
       left join pg_roles r on r.oid = a.grantee
      where n.nspname = $1 and t.relname = any($3) and a.grantee <> t.relowner`,
    [live, shadowOf(live), tables],
  );
  return rows.map(({ statement }) => statement);
}

/** Makes those keys of the live tables that the shadow's have not. An index's name is its schema's own, so they are called alike. */
export async function makeKeys(db: Queryable, live: string, tables: readonly string[]): Promise<void> {
  const { rows } = await db.query<{ statement: string }>(
    `select format('alter table %I.%I add constraint %I %s', $2::text, t.relname, c.conname, pg_get_constraintdef(c.oid)) as statement
       from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = $1 and t.relname = any($3) and c.contype in ('p', 'u')
        and not exists (select from pg_constraint d join pg_namespace m on m.oid = d.connamespace where m.nspname = $2 and d.conname = c.conname)`,
    [live, shadowOf(live), tables],
  );
  for (const { statement } of rows) await db.query(statement);
}

interface Building {
  readonly tables: readonly ProjectedTable[];
  /** Connections that work at the same time, each at another table. */
  readonly connections: number;
  readonly signal: AbortSignal | undefined;
}

/** The live tables' keys and indexes, once the rows are there; those that are already there are left as they are. */
export async function buildIndexes(
  { pool, schema: live }: Pick<FollowerParts, 'pool' | 'schema'>,
  { tables, connections, signal }: Building,
): Promise<void> {
  const { rows } = await pool.query<{ table: string }>(
    `select relname as table from pg_class t join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = $1 and t.relname = any($2) order by pg_relation_size(t.oid) desc`,
    [shadowOf(live), tables.map(({ names }) => names.table)],
  );
  const waiting = rows.values();
  const lane = async (): Promise<void> => {
    for (const { table } of waiting) {
      signal?.throwIfAborted();
      await inTransaction(pool, (db) => buildIndexesOf(db, live, table));
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: connections }, lane));
  for (const one of lanes) if (one.status === 'rejected') throw one.reason;
}

async function buildIndexesOf(db: Queryable, live: string, table: string): Promise<void> {
  const shadow = shadowOf(live);
  // Two tables at a time keep both cores; workers beside them for one index cost it a fifth more.
  await db.query(`set local maintenance_work_mem = '${buildMemory}'; set local max_parallel_maintenance_workers = 0`);
  await makeKeys(db, live, [table]);
  const { rows } = await db.query<{ definition: string }>(
    `select pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
       join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = $1 and t.relname = $3
        and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
        and not exists (select 1 from pg_class y join pg_namespace m on m.oid = y.relnamespace where m.nspname = $2 and y.relname = x.relname)`,
    [live, shadow, table],
  );
  for (const { definition } of rows) await db.query(definition.replace(` ON ${live}.`, ` ON ${shadow}.`));
  await db.query(`analyze ${shadow}."${table}"`);
}

/** Drops what a rebuild made and what it put aside. */
export async function clearAway({ pool, schema: live }: Pick<FollowerParts, 'pool' | 'schema'>): Promise<void> {
  await pool.query(`drop schema if exists ${shadowOf(live)} cascade`);
  await pool.query(`drop schema if exists ${archiveOf(live)} cascade`);
}

export async function inTransaction<T>(
  pool: pg.Pool,
  work: (db: pg.PoolClient) => Promise<T>,
  how = 'begin',
): Promise<T> {
  const client = await pool.connect();
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let broken = true;
  try {
    await client.query(how);
    const result = await work(client);
    await client.query('commit');
    broken = false;
    return result;
  } catch (error) {
    await client.query('rollback').then(() => (broken = false), ignore);
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
}
