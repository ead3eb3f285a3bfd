import { afterEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { databaseRoles, workingAs, type DatabaseRole } from './database-roles.js';
import { openHouseOn, type House } from './house.js';

interface Login {
  readonly user: string;
  readonly password: string;
}

const after: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of after.splice(0).reverse()) await clean();
});

/** A server as its DBA has it: databases, and the roles that the remedy of the refusal asks for. */
async function installation(): Promise<{ databases: TestDatabase; admin: pg.Client; dataDir: string }> {
  const databases = await testDatabase();
  after.push(() => databases.drop());
  const admin = new pg.Client(databases.main);
  await admin.connect();
  after.push(() => admin.end());
  for (const role of databaseRoles)
    await admin.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    );
  await admin.query('grant zhice_owner, zhice_follower, zhice_keyring to zhice_migrator');
  const dataDir = await mkdtemp(join(tmpdir(), 'zhice-rights-'));
  after.push(() => rm(dataDir, { recursive: true, force: true }));
  return { databases, admin, dataDir };
}

type Installation = Awaited<ReturnType<typeof installation>>;

/** A login without any attribute, given these roles. */
async function loginWith({ admin, databases }: Installation, ...roles: readonly DatabaseRole[]): Promise<Login> {
  const user = `login_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await admin.query(`create role ${user} login password '${password}'`);
  if (roles.length > 0) await admin.query(`grant ${roles.join(', ')} to ${user}`);
  for (const { database } of [databases.main, databases.keys])
    await admin.query(`grant connect on database ${database} to ${user}`);
  return { user, password };
}

async function ownedBy({ admin, databases }: Installation, { user }: Login): Promise<void> {
  for (const { database } of [databases.main, databases.keys])
    await admin.query(`alter database ${database} owner to ${user}`);
}

async function open(at: Installation, login: Login, env: Record<string, string> = {}): Promise<House> {
  const { main, keys } = at.databases;
  const as = (config: pg.PoolConfig): pg.PoolConfig => ({ ...config, ...login });
  const house = await openHouseOn({ main: as(main), keys: as(keys), read: as(main) }, { dataDir: at.dataDir, env });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= house.close());
  after.push(close);
  return { ...house, close };
}

/** Runs statements as a role; the SQLSTATE of each, or ok. */
async function tried(config: pg.PoolConfig, role: DatabaseRole, statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client(workingAs(config, role));
  await client.connect();
  const told: string[] = [];
  try {
    for (const statement of statements)
      told.push(
        await client.query(statement).then(
          () => 'ok',
          (error: { code: string }) => error.code,
        ),
      );
  } finally {
    await client.end();
  }
  return told;
}

const refused = '42501';

describe('A database owner without superuser rights', () => {
  it('opens the house once it was given the roles, and each role may do its own and nothing else', async () => {
    const at = await installation();
    const owner = await loginWith(at, 'zhice_migrator', 'zhice_writer');
    await ownedBy(at, owner);
    const house = await open(at, owner);
    expect(await house.store.head()).toBe('0');
    const main = { ...at.databases.main, ...owner };
    expect(
      await tried(main, 'zhice_writer', [
        'select from ledger.entry',
        'delete from ledger.entry',
        'update ledger.entry set entry = entry',
        'truncate ledger.entry',
        'alter table ledger.entry disable trigger all',
        'set session_replication_role = replica',
        'update access.access_log set act = act',
        'delete from access.access_log',
        'delete from read.checkpoint',
        'create schema other',
      ]),
    ).toEqual(['ok', ...Array.from({ length: 9 }, () => refused)]);
    expect(
      await tried(main, 'zhice_follower', [
        'select from read.checkpoint',
        'select from ledger.entry',
        'select from access.account',
      ]),
    ).toEqual(['ok', refused, refused]);
    expect(
      await tried({ ...at.databases.main }, 'zhice_auditor', [
        'select from ledger.entry',
        'select from proof.checkpoint',
        'select from read.checkpoint',
        'select login from access.account',
        'select password_hash from access.account',
        'select from access.session',
        "insert into ledger.identity (store_id, log) values ('', '')",
        'delete from read.checkpoint',
      ]),
    ).toEqual(['ok', 'ok', 'ok', 'ok', refused, refused, refused, refused]);
    expect(await tried({ ...at.databases.keys, ...owner }, 'zhice_writer', ['select from keys.subject_key'])).toEqual([
      refused,
    ]);
  }, 120_000);

  it('is told in Chinese what to ask the administrator for, while it was not', async () => {
    const at = await installation();
    const owner = await loginWith(at);
    await ownedBy(at, owner);
    await expect(open(at, owner)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringContaining('zhice_writer'),
      remedy: expect.stringMatching(/CREATE ROLE zhice_owner NOLOGIN;.*GRANT zhice_migrator, zhice_writer TO "login_/),
    });
  }, 60_000);
});

describe('A login apart from the one that migrates', () => {
  const asProcess = ['zhice_writer', 'zhice_follower', 'zhice_keyring'] as const;

  it('cannot migrate, opens what was migrated, and holds no more than its roles', async () => {
    const at = await installation();
    const [migrator, process] = [
      await loginWith(at, 'zhice_migrator', 'zhice_writer'),
      await loginWith(at, ...asProcess),
    ];
    await ownedBy(at, migrator);
    const separate = { ZHICE_DATABASE_ROLES: 'separate' };
    await expect(open(at, process, separate)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringContaining('没有迁移权限'),
      remedy: expect.stringContaining('zhice migrate'),
    });
    await (await open(at, migrator)).close();
    await at.admin.query(`grant connect on database ${at.databases.main.database} to ${process.user}`);
    await at.admin.query(`grant connect on database ${at.databases.keys.database} to ${process.user}`);
    const house = await open(at, process, separate);
    expect(await house.store.head()).toBe('0');
    await expect(open(at, migrator, separate)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringMatching(
        /数据库账号 login_.* 的权限超出了应有的范围：可以充当 zhice_owner、zhice_migrator 之一/,
      ),
      remedy: expect.stringContaining('REVOKE zhice_owner, zhice_migrator FROM'),
    });
  }, 120_000);
});

describe('A role that was given too much', () => {
  it('keeps the house shut, and the refusal names what to take back', async () => {
    const at = await installation();
    const admin = { user: at.databases.main.user!, password: at.databases.main.password as string };
    await (await open(at, admin)).close();
    await at.admin.query('grant delete on ledger.entry to zhice_writer');
    await expect(open(at, admin)).rejects.toMatchObject({
      name: 'StartRefused',
      message: expect.stringContaining(
        '数据库角色 zhice_writer 的权限超出了应有的范围：对 ledger.entry 有 DELETE 权限',
      ),
      remedy: expect.stringContaining('REVOKE DELETE ON ledger.entry FROM "zhice_writer";'),
    });
    await at.admin.query('revoke delete on ledger.entry from zhice_writer');
    expect(await (await open(at, admin)).store.head()).not.toBeNull();
  }, 120_000);
});

describe('Several ledgers on one server', () => {
  it('share the roles and stay shut to each other', async () => {
    const [one, other] = [await installation(), await installation()];
    const [ownerOfOne, ownerOfOther] = [
      await loginWith(one, 'zhice_migrator', 'zhice_writer'),
      await loginWith(other, 'zhice_migrator', 'zhice_writer'),
    ];
    await ownedBy(one, ownerOfOne);
    await ownedBy(other, ownerOfOther);
    const houses = await Promise.all([open(one, ownerOfOne), open(other, ownerOfOther)]);
    expect(new Set(houses.map(({ store }) => store.storeId)).size).toBe(2);
    for (const database of [one.databases.main, one.databases.keys])
      await expect(new pg.Client({ ...database, ...ownerOfOther }).connect()).rejects.toMatchObject({ code: refused });
  }, 120_000);
});
