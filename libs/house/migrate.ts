import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { StartRefused } from '#libs/postgres/fault';
import { prompt } from '#libs/postgres/prompt-client';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { applyRights, areApplied, markOf, type DatabaseRights } from './database-rights.js';
import { ensureRoles, mayMigrate, rolesSql, workingAs } from './database-roles.js';

type MigrationClass = Extract<NonNullable<DataSourceOptions['migrations']>, readonly unknown[]>[number];

export interface DatabaseParts {
  readonly connection: pg.PoolConfig;
  readonly entities: readonly (abstract new () => unknown)[];
  readonly migrations: readonly MigrationClass[];
  /** Where TypeORM notes what ran. */
  readonly migrationsTable: string;
  /** Who owns what the migrations make, and as whom the source works; without them as the login that it is. */
  readonly rights?: DatabaseRights | undefined;
  /** How long a statement, or the wait for a free connection, may take; 30,000 unless told. */
  readonly statementMilliseconds?: number | undefined;
}

// Two processes may start at once on an empty database.
const migrationLock = 7_270_004;
const migrationMillisecondsMax = 24 * 3600 * 1000;

function sourceOf(
  { connection, entities, migrations, migrationsTable }: DatabaseParts,
  milliseconds: number | undefined,
): DataSource {
  const { host, port, user, password, database, ssl, options, application_name } = connection;
  return new DataSource({
    type: 'postgres',
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { username: user }),
    ...(typeof password === 'string' ? { password } : {}),
    ...(database === undefined ? {} : { database }),
    ...(ssl === undefined ? {} : { ssl: ssl as boolean }),
    entities: entities as MixedList<new () => unknown>,
    migrations: migrations as MixedList<string>,
    migrationsTableName: migrationsTable,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize: 10,
    extra: {
      ...prompt(milliseconds),
      ...(options === undefined ? {} : { options }),
      ...(application_name === undefined ? {} : { application_name }),
    },
  });
}

/** A connected TypeORM source whose migrations have run and whose rights are as they should be. Throws StartRefused. */
export async function openMigrated(parts: DatabaseParts): Promise<DataSource> {
  const { connection, rights } = parts;
  const guard = new pg.Client(connection);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
    if (rights) await ensureRoles(guard, rights.role);
    if (!(await isUpToDate(guard, parts))) await bringUpToDate(guard, parts);
  } finally {
    await guard.end();
  }
  const working = rights ? workingAs(connection, rights.role) : connection;
  return sourceOf({ ...parts, connection: working, migrations: [] }, parts.statementMilliseconds).initialize();
}

const namesOf = ({ migrations }: DatabaseParts): string[] =>
  migrations.map((one) => (typeof one === 'function' ? one.name : String(one)));

async function isUpToDate(guard: pg.Client, parts: DatabaseParts): Promise<boolean> {
  const wanted = namesOf(parts);
  const { rows } = await guard.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `public.${parts.migrationsTable}`,
  ]);
  if (rows[0]?.there !== true) return false;
  const { rights } = parts;
  if (rights && !(await areApplied(guard, rights, markOf(rights, wanted)))) return false;
  const { rows: ran } = await guard.query<{ name: string }>(`select name from public.${parts.migrationsTable}`);
  return wanted.every((name) => ran.some((one) => one.name === name));
}

async function bringUpToDate(guard: pg.Client, parts: DatabaseParts): Promise<void> {
  const { connection, rights, migrationsTable } = parts;
  if (rights && !(await mayMigrate(guard))) throw mayNotMigrate(connection);
  try {
    await migrate(parts);
    if (rights) await applyRights(guard, rights, { mark: markOf(rights, namesOf(parts)), migrationsTable });
  } catch (error) {
    // insufficient_privilege: the login owns neither the database nor what was in it.
    throw (error as { code?: unknown }).code === '42501' ? rightsRefused(connection, error as Error) : error;
  }
}

/** In a session of its own: an index of millions of rows takes the time it takes. */
async function migrate(parts: DatabaseParts): Promise<void> {
  const source = await sourceOf({ ...parts, entities: [] }, migrationMillisecondsMax).initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

const mayNotMigrate = ({ user, database }: pg.PoolConfig): StartRefused =>
  new StartRefused(
    `数据库 ${database ?? ''} 还没有建表，或需要升级，而账号 ${user ?? ''} 没有迁移权限（zhice_migrator）。`,
    `请用迁移账号执行一次 npx zhice migrate；只用一个账号时，请数据库管理员执行：${rolesSql(user ?? '')}`,
  );

const rightsRefused = ({ user, database }: pg.PoolConfig, { message }: Error): StartRefused =>
  new StartRefused(
    `账号 ${user ?? ''} 无权在数据库 ${database ?? ''} 中建表或授权：${message}。`,
    `请数据库管理员执行：ALTER DATABASE ${pg.escapeIdentifier(database ?? '')} OWNER TO ${pg.escapeIdentifier(user ?? '')}; ${rolesSql(user ?? '')}`,
  );

/** Gives a new log its name, once and for ever. It is also the name on every signed head, hence no blank. Throws StartRefused. */
export async function ensureIdentity(connection: pg.PoolConfig, log: string | undefined): Promise<void> {
  if (log !== undefined && !/^[^\s+]{1,100}$/.test(log))
    throw new StartRefused(
      `ZHICE_LOG=${log} 不能作台账名称。`,
      '请用 1 至 100 个字符，不含空格和加号，例如 zhice/示例市。',
    );
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rowCount } = await client.query('select from ledger.identity');
    if (rowCount) return;
    await client.query(`insert into ledger.identity (store_id, log) values ($1, $2) on conflict do nothing`, [
      `postgres-${randomUUID()}`,
      log ?? `zhice/${randomUUID()}`,
    ]);
  } finally {
    await client.end();
  }
}
