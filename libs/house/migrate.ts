import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { StartRefused } from '#libs/postgres/fault';
import { prompt } from '#libs/postgres/prompt-client';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';

type MigrationClass = Extract<NonNullable<DataSourceOptions['migrations']>, readonly unknown[]>[number];

export interface DatabaseParts {
  readonly connection: pg.PoolConfig;
  readonly entities: readonly (abstract new () => unknown)[];
  readonly migrations: readonly MigrationClass[];
  /** Where TypeORM notes what ran. */
  readonly migrationsTable: string;
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
  const { host, port, user, password, database, ssl } = connection;
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
    extra: prompt(milliseconds),
  });
}

/** A connected TypeORM source whose migrations have run. */
export async function openMigrated(parts: DatabaseParts): Promise<DataSource> {
  const guard = new pg.Client(parts.connection);
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [migrationLock]);
    const source = await sourceOf(parts, parts.statementMilliseconds).initialize();
    try {
      if (await source.showMigrations()) await migrate(parts);
    } catch (error) {
      await source.destroy();
      throw mayNotMakeRole(error) ? roleRefused(parts.connection) : error;
    }
    return source;
  } finally {
    await guard.end();
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

// insufficient_privilege: the owner of the database may not make the role that writes, or not take it.
const mayNotMakeRole = (error: unknown): boolean => (error as { code?: unknown }).code === '42501';

const roleRefused = ({ user }: pg.PoolConfig): StartRefused =>
  new StartRefused(
    '数据库账号无权建立或使用只写角色 zhice_writer：台账的写入只用这个只能新增、不能修改和删除的角色。',
    `请数据库管理员执行：CREATE ROLE zhice_writer NOLOGIN;（角色已存在时省去这一句）GRANT zhice_writer TO ${pg.escapeIdentifier(user ?? '')};`,
  );

/** Gives a new log its name, once and for ever. It is also the name on every signed head, hence no blank. Throws StartRefused. */
export async function ensureIdentity(source: DataSource, log: string | undefined): Promise<void> {
  if (log !== undefined && !/^[^\s+]{1,100}$/.test(log))
    throw new StartRefused(
      `ZHICE_LOG=${log} 不能作台账名称。`,
      '请用 1 至 100 个字符，不含空格和加号，例如 zhice/示例市。',
    );
  await source.query(`insert into ledger.identity (store_id, log) values ($1, $2) on conflict do nothing`, [
    `postgres-${randomUUID()}`,
    log ?? `zhice/${randomUUID()}`,
  ]);
}
