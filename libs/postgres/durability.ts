import pg, { type ClientBase } from 'pg';
import { StartRefused } from './fault.js';

interface Setting {
  readonly name: string;
  readonly source: string;
  readonly role: string;
  readonly database: string;
}

/**
 * Throws StartRefused when an acknowledged entry could be lost: when fsync, full_page_writes or synchronous_commit is
 * off as this very session sees it, so ask on a session of the role and database that will write.
 */
export async function assertDurable(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<Setting>(
    `select name, source, session_user as role, current_database() as database from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off' order by name`,
  );
  const [first] = rows;
  if (first === undefined) return;
  throw new StartRefused(
    `数据库的 ${rows.map(({ name }) => name).join('、')} 已被关闭：断电或崩溃时，已经确认保存的记录会丢失，台账不能在这样的数据库上运行。`,
    remedies[first.source]?.(first) ??
      `请数据库管理员执行：ALTER SYSTEM SET ${first.name} = on; SELECT pg_reload_conf();`,
  );
}

/** By pg_settings.source: where the setting was switched off is where it has to be switched on. */
const remedies: Readonly<Record<string, (setting: Setting) => string>> = {
  user: ({ name, role }) => `请数据库管理员执行：ALTER ROLE ${pg.escapeIdentifier(role)} RESET ${name};`,
  database: ({ name, database }) =>
    `请数据库管理员执行：ALTER DATABASE ${pg.escapeIdentifier(database)} RESET ${name};`,
  'database user': ({ name, role, database }) =>
    `请数据库管理员执行：ALTER ROLE ${pg.escapeIdentifier(role)} IN DATABASE ${pg.escapeIdentifier(database)} RESET ${name};`,
  global: ({ name }) => `请数据库管理员执行：ALTER ROLE ALL RESET ${name};`,
  client: ({ name }) => `请去掉连接串的 options 参数或环境变量 PGOPTIONS 中的 ${name}。`,
  session: ({ name }) => `请去掉本次会话中的 SET ${name}。`,
  'command line': ({ name }) => `请数据库管理员去掉服务器启动参数中的 ${name}=off，并重启服务器。`,
};
