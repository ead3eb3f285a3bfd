import { createHash } from 'node:crypto';
import pg from 'pg';
import type { DatabaseRole } from './database-roles.js';

/** Who owns a database's schemas, and who may do what in them. */
export interface DatabaseRights {
  /** The role that sessions of this database work as. */
  readonly role: DatabaseRole;
  /** Also owns the table that notes the migrations. */
  readonly owner: DatabaseRole;
  readonly schemas: readonly string[];
  /** Of the schemas, those that are there already at the first start are enough: the others are made and dropped by the owner. */
  readonly grants: readonly string[];
  /** Of the owner on the database itself, to make schemas. */
  readonly makesSchemas?: true;
}

const crud = 'select, insert, update, delete';

export const logRights: DatabaseRights = {
  role: 'zhice_writer',
  owner: 'zhice_owner',
  schemas: ['ledger', 'access', 'registry', 'proof', 'outbox'],
  grants: [
    'grant usage on schema ledger, access, registry, proof, outbox to zhice_writer, zhice_auditor',
    'grant select, insert on ledger.entry to zhice_writer',
    'grant select on ledger.identity to zhice_writer',
    `grant ${crud} on all tables in schema access, registry, proof, outbox to zhice_writer`,
    'revoke update, delete on access.access_log, access.disclosure, access.export, access.export_notice from zhice_writer',
    'grant select on all tables in schema ledger, registry, proof, outbox to zhice_auditor',
    'grant select on access.access_log, access.role_grant, access.disclosure, access.export, access.export_notice to zhice_auditor',
    'grant select (account_id, login, display_name, volunteer_id, created_at, disabled_at) on access.account to zhice_auditor',
    'grant select on public.zhice_migrations to zhice_writer, zhice_auditor',
    // To sweep an erased person's old name out of the table; PostgreSQL before 17 knows no such right, and sweeps when it gets round to it.
    `do $$ begin if current_setting('server_version_num')::int >= 170000 then
       execute 'grant maintain on access.account to zhice_writer'; end if; end $$`,
  ],
};

export const readRights: DatabaseRights = {
  role: 'zhice_follower',
  owner: 'zhice_follower',
  schemas: ['read', 'read_next', 'read_old'],
  makesSchemas: true,
  grants: [
    'grant usage on schema read to zhice_auditor',
    'grant select on all tables in schema read to zhice_auditor',
    'alter default privileges for role zhice_follower in schema read grant select on tables to zhice_auditor',
    'grant select on public.zhice_read_migrations to zhice_writer',
  ],
};

export const keyRights: DatabaseRights = {
  role: 'zhice_keyring',
  owner: 'zhice_keyring',
  schemas: ['keys'],
  grants: ['revoke all on all tables in schema keys from public'],
};

/** What the rights are to be: told apart by statements and by the tables they were given on. */
export const markOf = (rights: DatabaseRights, migrations: readonly string[]): string =>
  `zhice rights ${createHash('sha256')
    .update(JSON.stringify([rights, migrations, transfers]))
    .digest('hex')
    .slice(0, 16)}`;

export async function areApplied(session: pg.ClientBase, rights: DatabaseRights, mark: string): Promise<boolean> {
  const { rows } = await session.query<{ mark: string | null }>(
    `select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = $1`,
    [rights.schemas[0]],
  );
  return rows[0]?.mark === mark;
}

/** Hands what migrations made to its owner, gives the rights and shuts the database to the server's other logins. */
export async function applyRights(
  session: pg.ClientBase,
  rights: DatabaseRights,
  named: { readonly mark: string; readonly migrationsTable: string },
): Promise<void> {
  await session.query('begin');
  try {
    const { rows } = await session.query<{ database: string }>('select current_database() as database');
    const database = pg.escapeIdentifier(rows[0]!.database);
    await asDatabaseOwner(session, [
      `revoke connect, temporary on database ${database} from public`,
      `grant create on database ${database} to zhice_migrator`,
      `grant create on schema public to ${rights.owner}`,
      ...(rights.makesSchemas ? [`grant create on database ${database} to ${rights.owner}`] : []),
    ]);
    await handOver(session, rights, named.migrationsTable);
    for (const statement of rights.grants) await session.query(statement);
    await session.query(`comment on schema ${rights.schemas[0]!} is '${named.mark}'`);
    await session.query('commit');
  } catch (error) {
    await session.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A migrator who does not own the database finds that its owner has done these; what is missing shows in what follows. */
async function asDatabaseOwner(session: pg.ClientBase, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    await session.query('savepoint as_owner');
    try {
      await session.query(statement);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      await session.query('rollback to savepoint as_owner');
    }
  }
}

async function handOver(session: pg.ClientBase, rights: DatabaseRights, migrationsTable: string): Promise<void> {
  for (const transfer of transfers) {
    const { rows } = await session.query<{ statement: string }>(transfer, [
      rights.schemas,
      rights.owner,
      migrationsTable,
    ]);
    for (const { statement } of rows) await session.query(statement);
  }
}

// $1 schemas, $2 owner, $3 table of the migrations. Sequences of a column follow their table.
const transfers = [
  `select format('alter schema %I owner to %I', n.nspname, $2::text) as statement
     from pg_namespace n where n.nspname = any($1) and n.nspowner <> $2::regrole and $3::text is not null`,
  `select format('alter table %I.%I owner to %I', n.nspname, c.relname, $2::text) as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and c.relowner <> $2::regrole
      and (n.nspname = any($1) or (n.nspname = 'public' and c.relname = $3))`,
  `select format('alter function %s owner to %I', p.oid::regprocedure, $2::text) as statement
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any($1) and p.proowner <> $2::regrole and $3::text is not null`,
] as const;
