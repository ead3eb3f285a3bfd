import pg, { type PoolConfig } from 'pg';
import { StartRefused } from './fault.js';

const connectMsMax = 10_000;
const queryMsMax = 30_000;

/**
 * The connection that the setting `variable` describes, as single fields: pg lets a connection string overrule a
 * `database` written beside it. Throws StartRefused, never showing the string, which holds a password.
 */
export function connectionOf(variable: string, url: string): PoolConfig {
  if (!/^postgres(?:ql)?:\/\/[^/?#]*\/[^/?#]+/.test(url)) throw malformed(variable);
  try {
    const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url });
    const options = /[?&]options=([^&]*)/.exec(url)?.[1];
    return {
      host,
      port,
      ssl,
      ...(user !== undefined && { user }),
      ...(password && { password }),
      ...(database !== undefined && { database }),
      ...(options !== undefined && { options: decodeURIComponent(options.replaceAll('+', ' ')) }),
    };
  } catch {
    // Not as the cause either: ERR_INVALID_URL carries the whole string.
    throw malformed(variable);
  }
}

/** Runs `work` in a session of its own. Faults of connecting come as StartRefused naming `variable`. */
export async function withSession<Result>(
  variable: string,
  config: PoolConfig,
  work: (session: pg.Client) => Promise<Result>,
): Promise<Result> {
  const session = new pg.Client({
    ...config,
    application_name: 'zhice-start',
    connectionTimeoutMillis: connectMsMax,
    query_timeout: queryMsMax,
  });
  session.on('error', () => undefined);
  try {
    await session.connect();
  } catch (fault) {
    await session.end().catch(() => undefined);
    throw unconnected(variable, config, fault as Fault);
  }
  try {
    return await work(session);
  } finally {
    await session.end().catch(() => undefined);
  }
}

/** What a database administrator has to run for this database to be there. */
export function createDatabaseSql(database: string, owner: string | undefined): string {
  const ownedBy = owner === undefined ? '' : ` OWNER ${pg.escapeIdentifier(owner)}`;
  return `CREATE DATABASE ${pg.escapeIdentifier(database)}${ownedBy} ENCODING 'UTF8' TEMPLATE template0;`;
}

/** Host, port and database for a message; never the user's password. */
export function placeOf({ host, port, database }: PoolConfig): string {
  return `${host ?? 'localhost'}:${port ?? 5432}/${database ?? ''}`;
}

interface Fault extends Error {
  readonly code?: string;
}

const unreachable = '请检查地址和端口是否正确、数据库服务是否已启动、防火墙是否放行。';

/** By SQLSTATE, or the code Node gives. */
const refusals: Readonly<Record<string, (variable: string, config: PoolConfig) => readonly [string, string]>> = {
  '28P01': (variable, { user }) => [
    `用户名或密码不对（用户 ${user ?? ''}）。`,
    `请核对 ${variable} 中的用户名和密码；密码里的特殊字符要写成百分号编码（如 @ 写成 %40）。`,
  ],
  '28000': (_, { user }) => [
    `服务器不允许用户 ${user ?? ''} 从本机登录。`,
    '请数据库管理员检查该用户是否有 LOGIN 权限，以及 pg_hba.conf 是否允许本机连接。',
  ],
  '3D000': (_, { user, database }) => [
    `数据库 ${database ?? ''} 不存在。`,
    `请数据库管理员执行：${createDatabaseSql(database ?? '', user)}`,
  ],
  '42501': (_, { user, database }) => [
    `用户 ${user ?? ''} 无权连接数据库 ${database ?? ''}。`,
    `请数据库管理员执行：GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${pg.escapeIdentifier(database ?? '')} TO ${pg.escapeIdentifier(user ?? '')};`,
  ],
  '53300': () => ['服务器的连接数已满。', '请数据库管理员调大 max_connections，或关闭多余的连接。'],
  '57P03': () => ['服务器正在启动或关闭。', '请稍候再启动志册。'],
  ECONNREFUSED: () => ['服务器拒绝连接。', unreachable],
  ENOENT: () => ['没有找到服务器的套接字。', unreachable],
  ENOTFOUND: () => ['找不到这个主机名。', unreachable],
};

function unconnected(variable: string, config: PoolConfig, fault: Fault): StartRefused {
  const [message, remedy] = refusals[fault.code ?? '']?.(variable, config) ?? byMessage(variable, fault);
  return new StartRefused(`连接不上 ${variable} 指定的数据库 ${placeOf(config)}：${message}`, remedy);
}

function byMessage(variable: string, { message, code }: Fault): readonly [string, string] {
  if (message.includes('password must be a string'))
    return ['服务器要求密码，但没有给出密码。', `请在 ${variable} 中写上密码：postgres://用户:密码@主机:5432/数据库`];
  if (message.includes('does not support SSL'))
    return ['服务器没有开启 SSL。', `请数据库管理员开启 SSL，或去掉 ${variable} 中的 sslmode。`];
  return [message || (code ?? ''), unreachable];
}

function malformed(variable: string): StartRefused {
  return new StartRefused(
    `${variable} 的写法不对。`,
    '应写成 postgres://用户:密码@主机:5432/数据库；密码里的特殊字符要写成百分号编码（如 @ 写成 %40，/ 写成 %2F）。',
  );
}
