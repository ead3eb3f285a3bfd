import pg from 'pg';
import { StartRefused } from '#libs/postgres/fault';
import type { DatabaseRole } from './database-roles.js';

interface Surplus {
  readonly what: string;
  readonly remedy: string;
}

/** Tables that a role must not change, however it came by the right. */
const untouchable: Readonly<Partial<Record<DatabaseRole, readonly string[]>>> = {
  zhice_writer: ['ledger.entry', 'ledger.identity', 'access.access_log', 'access.disclosure', 'access.export'],
  zhice_follower: ['ledger.entry', 'ledger.identity', 'access.access_log', 'access.account'],
  zhice_auditor: ['ledger.entry', 'ledger.identity', 'access.access_log', 'access.account', 'read.checkpoint'],
};

// $1 whose rights. Attributes and memberships that let a session do anything.
const powers = `select r.rolsuper as superuser, r.rolbypassrls as bypass, r.rolcreaterole as roles,
    exists (select from pg_roles o where o.rolname = any($2) and o.rolname <> r.rolname
      and pg_has_role(r.oid, o.oid, 'member')) as owner
  from pg_roles r where r.rolname = $1`;

// $1 whose rights, $2 tables; a table that is not in this database gives no row. By oid: a name needs a right on the schema.
const changes = `select n.nspname || '.' || c.relname as table, p.privilege
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join unnest(array['update', 'delete', 'truncate']) as p(privilege)
  where n.nspname || '.' || c.relname = any($2) and c.relkind = 'r' and has_table_privilege($1, c.oid, p.privilege)`;

const ownersBeside: Readonly<Partial<Record<DatabaseRole, readonly DatabaseRole[]>>> = {
  zhice_writer: ['zhice_owner', 'zhice_migrator', 'zhice_keyring'],
  zhice_follower: ['zhice_owner', 'zhice_migrator', 'zhice_keyring', 'zhice_writer'],
  zhice_keyring: ['zhice_owner', 'zhice_migrator', 'zhice_writer', 'zhice_follower'],
  zhice_auditor: ['zhice_owner', 'zhice_migrator', 'zhice_writer', 'zhice_follower', 'zhice_keyring'],
};

/** Checks that sessions of this pool hold what `role` may hold and no more. Throws StartRefused. */
export async function assertHoldsNoMore(pool: Pick<pg.Pool, 'query'>, role: DatabaseRole): Promise<void> {
  const { rows } = await pool.query<{ now: string }>('select current_user as now');
  if (rows[0]?.now !== role)
    throw new StartRefused(
      `数据库会话以 ${rows[0]?.now ?? ''} 的身份工作，而不是 ${role}。`,
      '请检查连接串的 options 参数和连接池设置，不要在其中指定 role。',
    );
  const surplus = await surplusOf(pool, role, role);
  if (surplus.length > 0) throw tooMuch(`数据库角色 ${role}`, surplus);
}

/**
 * The login itself, which could give up its role: asked where `ZHICE_DATABASE_ROLES=separate` says that migrations have a login of
 * their own. Throws StartRefused.
 */
export async function assertLoginHoldsNoMore(pool: Pick<pg.Pool, 'query'>): Promise<void> {
  const { rows } = await pool.query<{ login: string }>('select session_user as login');
  const { login } = rows[0]!;
  const surplus = await surplusOf(pool, login, 'zhice_writer', ['zhice_owner', 'zhice_migrator']);
  if (surplus.length > 0) throw tooMuch(`数据库账号 ${login}`, surplus);
}

async function surplusOf(
  pool: Pick<pg.Pool, 'query'>,
  who: string,
  as: DatabaseRole,
  notMember: readonly DatabaseRole[] = ownersBeside[as] ?? [],
): Promise<Surplus[]> {
  const name = pg.escapeIdentifier(who);
  const { rows } = await pool.query<Power>(powers, [who, notMember]);
  const [power] = rows;
  if (power?.superuser) return [{ what: '是超级用户', remedy: `ALTER ROLE ${name} NOSUPERUSER;` }];
  const changed = await pool.query<{ table: string; privilege: string }>(changes, [who, untouchable[as] ?? []]);
  return [
    ...powersOf(power, name, notMember),
    ...changed.rows.map(({ table, privilege }) => ({
      what: `对 ${table} 有 ${privilege.toUpperCase()} 权限`,
      remedy: `REVOKE ${privilege.toUpperCase()} ON ${table} FROM ${name};`,
    })),
  ];
}

interface Power {
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly roles: boolean;
  readonly owner: boolean;
}

function powersOf(power: Power | undefined, name: string, notMember: readonly DatabaseRole[]): Surplus[] {
  const found: Surplus[] = [];
  if (power?.bypass) found.push({ what: '可以绕过行级权限', remedy: `ALTER ROLE ${name} NOBYPASSRLS;` });
  if (power?.roles) found.push({ what: '可以建立角色', remedy: `ALTER ROLE ${name} NOCREATEROLE;` });
  if (power?.owner)
    found.push({
      what: `可以充当 ${notMember.join('、')} 之一`,
      remedy: `REVOKE ${notMember.join(', ')} FROM ${name};`,
    });
  return found;
}

const tooMuch = (who: string, surplus: readonly Surplus[]): StartRefused =>
  new StartRefused(
    `${who} 的权限超出了应有的范围：${surplus.map(({ what }) => what).join('；')}。这样的进程能改动不该由它改动的记录，志册不启动。`,
    `请数据库管理员执行：${surplus.map(({ remedy }) => remedy).join(' ')}`,
  );
