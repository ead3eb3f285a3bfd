import pg from 'pg';
import { StartRefused } from '#libs/postgres/fault';

/**
 * Roles of a server, none of which may sign in: every session of the product takes the one it needs and holds no more.
 * `owner` owns the log, `migrator` may act as the owners, `writer` is the API, the command line and the reactions, `follower`
 * owns the read tables, which it rebuilds, `keyring` owns the keys, `auditor` only reads.
 */
export const databaseRoles = [
  'zhice_owner',
  'zhice_migrator',
  'zhice_writer',
  'zhice_follower',
  'zhice_keyring',
  'zhice_auditor',
] as const;
export type DatabaseRole = (typeof databaseRoles)[number];

/** Whom `migrator` may act as. */
const migratorActsAs = ['zhice_owner', 'zhice_follower', 'zhice_keyring'] as const;

/** The role a session works as, in the words of a connection. */
export const workingAs = (connection: pg.PoolConfig, role: DatabaseRole): pg.PoolConfig => ({
  ...connection,
  options: `${connection.options ?? ''} -c role=${role}`.trim(),
});

/** What a DBA runs once for the server, where the product's login may not do it itself. */
export const rolesSql = (login: string): string =>
  [
    ...databaseRoles.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    `GRANT ${migratorActsAs.join(', ')} TO zhice_migrator;`,
    `GRANT zhice_migrator, zhice_writer TO ${pg.escapeIdentifier(login)};`,
  ].join(' ');

const refusedCode = '42501';
const alreadyThere = ['42710', '23505'];

/** Makes what roles are missing and takes part in those that this login needs. Throws StartRefused. */
export async function ensureRoles(session: pg.ClientBase, needed: DatabaseRole): Promise<void> {
  await makeMissing(session);
  if (await mayTake(session, needed)) return;
  // Whoever was given the role of the migrator acts as the owners through it.
  await granted(session, needed);
}

/** May this login change tables and rights? */
export async function mayMigrate(session: pg.ClientBase): Promise<boolean> {
  if (await mayTake(session, 'zhice_migrator')) return true;
  return granted(session, 'zhice_migrator').then(
    () => true,
    (error: unknown) => {
      if (error instanceof StartRefused) return false;
      throw error;
    },
  );
}

async function makeMissing(session: pg.ClientBase): Promise<void> {
  const { rows } = await session.query<{ role: string }>(
    'select role from unnest($1::text[]) as role where not exists (select from pg_roles where rolname = role)',
    [databaseRoles],
  );
  for (const { role } of rows) await attempted(session, `create role ${role} nologin`);
  if (rows.length > 0) await attempted(session, `grant ${migratorActsAs.join(', ')} to zhice_migrator`);
}

async function granted(session: pg.ClientBase, role: DatabaseRole): Promise<void> {
  await attempted(session, `grant ${role} to current_user`);
  if (!(await mayTake(session, role))) throw rolesRefused(session);
}

/** Roles belong to the whole server: another database of it may be doing the same at this very moment. */
async function attempted(session: pg.ClientBase, statement: string): Promise<void> {
  try {
    await session.query(statement);
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (alreadyThere.includes(code)) return;
    // "tuple concurrently updated": somebody else granted the same.
    if (code === 'XX000') return;
    throw code === refusedCode || code === '42704' ? rolesRefused(session) : error;
  }
}

async function mayTake(session: pg.ClientBase, role: DatabaseRole): Promise<boolean> {
  try {
    // Since PostgreSQL 16 a member may still be without the right to take the role; the way to know is to take it.
    await session.query(`set role ${role}`);
    return true;
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (code === refusedCode || code === '22023' || code === '42704') return false;
    throw error;
  } finally {
    await session.query('set role none');
  }
}

const rolesRefused = (session: pg.ClientBase): StartRefused =>
  new StartRefused(
    '数据库账号无权建立或使用志册的数据库角色：每个进程只以够用的角色工作，写台账的角色 zhice_writer 只能新增、不能修改和删除。',
    `请数据库管理员执行（已存在的角色省去该句）：${rolesSql((session as { user?: string }).user ?? '')}`,
  );
