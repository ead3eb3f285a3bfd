import type { Client, PoolConfig } from 'pg';
import { connectionOf, createDatabaseSql, placeOf, withSession } from './connection.js';
import { assertDurable } from './durability.js';
import { type EmbeddedOptions, startEmbedded } from './embedded.js';
import { StartRefused } from './fault.js';

/** `server_version_num` of PostgreSQL 14. */
const versionNumberMin = 140_000;
/** A longer name PostgreSQL cuts off with no more than a notice. */
const databaseNameBytesMax = 63;

/** Where the ledger, the subjects' keys and the read tables lie. A config may hold a password: never log one. */
export interface Server {
  readonly how: 'initdb' | 'start' | 'attach' | 'external';
  readonly main: PoolConfig;
  readonly keys: PoolConfig;
  readonly read: PoolConfig;
  /** Give back the embedded server, after ending all pools on it; nothing for an external one. Never hangs. */
  stop(): Promise<void>;
}

export interface ServerOptions extends EmbeddedOptions {
  /** Holds the embedded server; unused with DATABASE_URL. */
  readonly dataDir: string;
  /** DATABASE_URL, KEY_DATABASE_URL and READ_DATABASE_URL are read, nothing else. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The PostgreSQL of DATABASE_URL, else our own under `dataDir`, with its databases made and its promises checked:
 * version 14 or later, UTF-8, primary, durable. Throws StartRefused.
 */
export async function openServer(options: ServerOptions): Promise<Server> {
  const url = valueOf(options.env, 'DATABASE_URL');
  const server = url === undefined ? await openEmbedded(options) : external(connectionOf('DATABASE_URL', url));
  try {
    return await withOthers(server, options.env);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
}

/** Throws StartRefused for a server older than 14; `versionNumber` as in `server_version_num`, e.g. 140023. */
export function assertVersion(versionNumber: number): void {
  if (versionNumber >= versionNumberMin) return;
  throw new StartRefused(
    `数据库是 PostgreSQL ${Math.floor(versionNumber / 10_000)}，版本太旧。`,
    '志册需要 PostgreSQL 14 或更新的版本，请升级数据库服务器。',
  );
}

interface Opened extends Pick<Server, 'how' | 'main' | 'stop'> {
  readonly variable: string;
}

async function openEmbedded({ dataDir, report }: ServerOptions): Promise<Opened> {
  const embedded = await startEmbedded(dataDir, report === undefined ? {} : { report });
  const { how, host, port, user } = embedded;
  const at = { host, port, user, ssl: false };
  const stop = async () => void (await embedded.stop());
  try {
    await withSession('内嵌数据库', { ...at, database: 'postgres' }, (session) => createDatabase(session, 'zhice'));
    return { how, main: { ...at, database: 'zhice' }, variable: '内嵌数据库', stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function external(main: PoolConfig): Opened {
  return { how: 'external', main, variable: 'DATABASE_URL', stop: async () => undefined };
}

async function withOthers({ how, main, variable, stop }: Opened, env: ServerOptions['env']): Promise<Server> {
  await verify(variable, main, 'durable');
  const keyUrl = valueOf(env, 'KEY_DATABASE_URL');
  const keys = keyUrl === undefined ? await keysBeside(variable, main) : connectionOf('KEY_DATABASE_URL', keyUrl);
  if (placeOf(keys) === placeOf(main)) {
    throw new StartRefused(
      'KEY_DATABASE_URL 与 DATABASE_URL 是同一个数据库。',
      '密钥必须放在单独的数据库中，否则台账的备份会带上已销毁的密钥。请换一个数据库，或去掉 KEY_DATABASE_URL。',
    );
  }
  await verify(keyUrl === undefined ? variable : 'KEY_DATABASE_URL', keys, 'durable');
  const readUrl = valueOf(env, 'READ_DATABASE_URL');
  if (readUrl === undefined) return { how, main, keys, read: main, stop };
  const read = connectionOf('READ_DATABASE_URL', readUrl);
  // Read tables may lose their last seconds: they and their position in the log do so together, and are made again.
  await verify('READ_DATABASE_URL', read, 'rebuildable');
  return { how, main, keys, read, stop };
}

interface Nature {
  readonly version: number;
  readonly encoding: string;
  readonly standby: boolean;
}

async function verify(variable: string, config: PoolConfig, promise: 'durable' | 'rebuildable'): Promise<void> {
  await withSession(variable, config, async (session) => {
    const { rows } = await session.query<Nature>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        pg_is_in_recovery() as standby`,
    );
    for (const { version, encoding, standby } of rows) {
      assertVersion(version);
      if (encoding !== 'UTF8') throw wrongEncoding(config, encoding);
      if (standby) throw isStandby(variable, config);
    }
    if (promise === 'durable') await assertDurable(session);
  });
}

async function keysBeside(variable: string, main: PoolConfig): Promise<PoolConfig> {
  const database = `${main.database ?? ''}_keys`;
  if (Buffer.byteLength(database) > databaseNameBytesMax) {
    throw new StartRefused(
      `密钥数据库的名称 ${database} 超过 ${databaseNameBytesMax} 个字节。`,
      '请用 KEY_DATABASE_URL 指定密钥数据库。',
    );
  }
  await withSession(variable, main, async (session) => {
    try {
      await createDatabase(session, database);
    } catch (fault) {
      throw new StartRefused(
        `无法建立密钥数据库 ${database}：${(fault as Error).message}`,
        `请数据库管理员执行：${createDatabaseSql(database, main.user)}`,
      );
    }
  });
  return { ...main, database };
}

/** Of several processes at once one makes it; the others hear of it from the unique index or by name. */
async function createDatabase(session: Client, database: string): Promise<void> {
  const { rowCount } = await session.query('select 1 from pg_database where datname = $1', [database]);
  if (rowCount) return;
  const alreadyThere = ['42P04', '23505'];
  await session.query(createDatabaseSql(database, undefined)).catch((fault: { code?: string }) => {
    if (!alreadyThere.includes(fault.code ?? '')) throw fault;
  });
}

function valueOf(env: ServerOptions['env'], variable: string): string | undefined {
  return env[variable]?.trim() || undefined;
}

function wrongEncoding({ database, user }: PoolConfig, encoding: string): StartRefused {
  return new StartRefused(
    `数据库 ${database ?? ''} 的编码是 ${encoding}，不是 UTF8，生僻字姓名会保存不下。`,
    `请数据库管理员另建一个 UTF8 编码的数据库：${createDatabaseSql(`${database ?? ''}_utf8`, user)} 并改用它。`,
  );
}

function isStandby(variable: string, config: PoolConfig): StartRefused {
  return new StartRefused(
    `${variable} 指定的 ${placeOf(config)} 是只读的备机，不能写入台账。`,
    `请把 ${variable} 改为主机的地址；多台时可用始终指向主机的域名。`,
  );
}
