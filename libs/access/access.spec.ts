import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openMigrated } from '#libs/house/migrate';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { readAccessLog } from './access-log.js';
import { AccessTables1764000000005 } from './access-tables.migration.js';
import { Accounts } from './accounts.js';
import { accessEntities } from './entities.js';
import { Sessions } from './sessions.js';
import { Setup } from './setup.js';

const minute = 60_000;
const password = '春天的晚上我们去敬老院服务';
const town = '00000000-0000-4000-8000-0000000000a1' as OrganizationId;
const volunteerId = '00000000-0000-4000-8000-0000000000b1' as VolunteerId;

let database: TestDatabase;
let source: DataSource;
let pool: pg.Pool;
let now = Date.parse('2026-07-01T01:00:00.000Z');
let accounts: Accounts;
let sessions: Sessions;
let made = 0;

beforeAll(async () => {
  database = await testDatabase();
  const migrations = [AccessTables1764000000005];
  source = await openMigrated({
    connection: database.main,
    entities: accessEntities,
    migrations,
    migrationsTable: 'm',
  });
  accounts = new Accounts(source, () => now);
  pool = new pg.Pool(database.main);
  sessions = new Sessions(source, pool, () => now);
});
afterAll(async () => {
  await pool.end();
  await source.destroy();
  await database.drop();
});

const someAccount = (more: Partial<Parameters<Accounts['create']>[0]> = {}, by?: AccountId): Promise<AccountId> =>
  accounts.create({ login: `user${++made}`, displayName: '某人', password, ...more }, by);

describe('set-up', () => {
  it('prints a link only while nobody has an account; a newer link replaces the older; a link works once', async () => {
    const setup = new Setup(source, () => now);
    const first = (await setup.issueToken()) ?? '';
    const second = (await setup.issueToken()) ?? '';
    const wanted = { login: 'Admin', displayName: '管理员', password };
    await expect(setup.complete({ ...wanted, token: first })).rejects.toMatchObject({
      refusal: 'setup_token_must_be_valid',
    });
    await expect(setup.complete({ ...wanted, password: '短', token: second })).rejects.toMatchObject({
      refusal: 'password_must_be_long_enough',
    });
    const [one, other] = await Promise.allSettled([
      setup.complete({ ...wanted, token: second }),
      setup.complete({ ...wanted, login: 'other', token: second }),
    ]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await setup.issueToken()).toBeUndefined();
    const [administrator] = await accounts.list();
    expect(administrator?.grants).toEqual([{ role: 'SYSTEM_ADMINISTRATOR' }]);
  });

  it('stores the hash of a token, never the token', async () => {
    const token = await sessions.open(await someAccount());
    const rows: { dump: string }[] = await source.query(`select s::text as dump from access.session s`);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.filter(({ dump }) => dump.includes(token) || dump.includes(Buffer.from(token).toString('hex'))),
    ).toEqual([]);
  });
});

describe('accounts', () => {
  it('knows a login whatever its case and width, and takes it once', async () => {
    const accountId = await someAccount({ login: '张三-Ａ' });
    expect(await accounts.signIn('张三-a', password)).toMatchObject({ accountId });
    await expect(someAccount({ login: ' 张三-A ' })).rejects.toMatchObject({ refusal: 'login_must_be_free' });
    await expect(someAccount({ login: 'a b' })).rejects.toMatchObject({ refusal: 'login_must_be_well_formed' });
  });

  it('takes a password of 12 characters and none of 11, whatever they are', async () => {
    await expect(someAccount({ password: '一'.repeat(11) })).rejects.toMatchObject({
      refusal: 'password_must_be_long_enough',
    });
    await expect(someAccount({ password: '一'.repeat(12) })).resolves.toBeDefined();
  });

  it('says the same of a wrong password, an unknown login and a disabled account', async () => {
    const accountId = await someAccount({ login: 'disabled' });
    await accounts.disable(accountId);
    expect(await accounts.signIn('disabled', password)).toBeUndefined();
    expect(await accounts.signIn('nobody', password)).toBeUndefined();
    expect(await accounts.signIn('张三-a', `${password}？`)).toBeUndefined();
  });

  it('never gives the administrator a role in the ledger, nor a ledger role to oneself', async () => {
    const administrator = await someAccount({ grants: [{ role: 'SYSTEM_ADMINISTRATOR' }] });
    const clerk = await someAccount({ grants: [{ role: 'RECORDER', organizationId: town }] }, administrator);
    const ledger = { role: 'CITY_OFFICE', organizationId: town } as const;
    await expect(accounts.grant(administrator, ledger, administrator)).rejects.toMatchObject({
      refusal: 'nobody_grants_to_themselves',
    });
    await expect(accounts.grant(administrator, ledger, clerk)).rejects.toMatchObject({
      refusal: 'administrator_reads_no_ledger',
    });
    await expect(accounts.grant(clerk, { role: 'SYSTEM_ADMINISTRATOR' }, administrator)).rejects.toMatchObject({
      refusal: 'administrator_reads_no_ledger',
    });
    await expect(accounts.grant(clerk, { role: 'AUDITOR' }, administrator)).rejects.toMatchObject({
      refusal: 'grant_must_have_scope',
    });
    await expect(
      accounts.grant(clerk, { role: 'VOLUNTEER', organizationId: town }, administrator),
    ).rejects.toMatchObject({ refusal: 'volunteer_role_needs_volunteer' });
  });

  it('keeps one administrator who can sign in', async () => {
    const administrators = (await accounts.list()).filter(({ grants }) =>
      grants.some(({ role }) => role === 'SYSTEM_ADMINISTRATOR'),
    );
    const [last, ...others] = administrators.map(({ accountId }) => accountId);
    for (const accountId of others) await accounts.disable(accountId, last);
    await expect(accounts.disable(last!)).rejects.toMatchObject({ refusal: 'one_administrator_must_remain' });
    await expect(accounts.revoke(last!, { role: 'SYSTEM_ADMINISTRATOR' })).rejects.toMatchObject({
      refusal: 'one_administrator_must_remain',
    });
    await expect(accounts.disable(last!, last)).rejects.toMatchObject({ refusal: 'nobody_disables_themselves' });
  });
});

describe('sessions', () => {
  it('end after 30 idle minutes, and after 12 hours however busy', async () => {
    const accountId = await someAccount();
    const idle = await sessions.open(accountId);
    const busy = await sessions.open(accountId);
    now += 30 * minute - 1;
    expect(await sessions.signedIn(busy)).toBeDefined();
    now += 1;
    expect(await sessions.signedIn(idle)).toBeUndefined();
    for (let half = 2; half < 24; half++) {
      now += 29 * minute;
      expect(await sessions.signedIn(busy)).toBeDefined();
    }
    now += 29 * minute;
    expect(await sessions.signedIn(busy)).toBeDefined();
    now += 29 * minute;
    expect(await sessions.signedIn(busy)).toBeUndefined();
  });

  it('know a change of roles, a logout, a new password and a disabled account at once', async () => {
    const accountId = await someAccount({ volunteerId });
    const [first, second] = [await sessions.open(accountId), await sessions.open(accountId)];
    await accounts.grant(accountId, { role: 'VOLUNTEER', organizationId: town });
    expect((await sessions.signedIn(first))?.actor).toMatchObject({
      volunteerId,
      grants: [{ role: 'VOLUNTEER', organizationId: town }],
    });
    await accounts.revoke(accountId, { role: 'VOLUNTEER', organizationId: town });
    expect((await sessions.signedIn(first))?.actor.grants).toEqual([]);
    await sessions.close(first);
    expect(await sessions.signedIn(first)).toBeUndefined();
    const newPassword = '夏天的早上我们去河边清理';
    await accounts.changePassword(accountId, { password, newPassword });
    expect(await sessions.signedIn(second)).toBeUndefined();
    const third = await sessions.open(accountId);
    await accounts.disable(accountId);
    expect(await sessions.signedIn(third)).toBeUndefined();
  });

  it('asked for at once are told apart, and what was ended in another process a moment before is ended', async () => {
    const accountIds = await Promise.all([someAccount(), someAccount({ volunteerId })]);
    const [first, second, third] = await Promise.all([...accountIds, accountIds[0]].map((id) => sessions.open(id)));
    const elsewhere = new Sessions(source, pool, () => now);
    const asked = (): Promise<unknown[]> =>
      Promise.all(
        [first, '不是', second, third, first].map(async (token) => (await sessions.signedIn(token!))?.actor.accountId),
      );
    const [one, other] = accountIds;
    expect(await asked()).toEqual([one, undefined, other, one, one]);
    await elsewhere.close(first!);
    expect(await asked()).toEqual([undefined, undefined, other, one, undefined]);
  });

  it('with a password somebody else chose are marked so until it is changed', async () => {
    const accountId = await someAccount();
    await accounts.resetPassword(accountId, '由管理员临时设置的密码一');
    expect((await sessions.signedIn(await sessions.open(accountId)))?.passwordIsTemporary).toBe(true);
    await expect(
      accounts.changePassword(accountId, { password: '猜的密码猜的密码猜的', newPassword: password }),
    ).rejects.toMatchObject({ refusal: 'password_must_match' });
    await expect(
      accounts.changePassword(accountId, {
        password: '由管理员临时设置的密码一',
        newPassword: '由管理员临时设置的密码一',
      }),
    ).rejects.toMatchObject({ refusal: 'password_must_change' });
    await accounts.changePassword(accountId, { password: '由管理员临时设置的密码一', newPassword: password });
    expect((await sessions.signedIn(await sessions.open(accountId)))?.passwordIsTemporary).toBe(false);
  });
});

describe('the access log', () => {
  it('says who did what to which account, without a name or a password', async () => {
    const administrator = await someAccount({ login: 'logged-admin', grants: [{ role: 'SYSTEM_ADMINISTRATOR' }] });
    const accountId = await someAccount({ login: 'logged', displayName: '王五' }, administrator);
    await accounts.grant(accountId, { role: 'AUDITOR', organizationId: town }, administrator);
    const lines = await readAccessLog(source.manager, { limit: 2 });
    expect(lines).toMatchObject([
      { act: 'role_granted', byAccount: administrator, accountId, details: { role: 'AUDITOR', organizationId: town } },
      { act: 'account_created', byAccount: administrator, accountId },
    ]);
    const all = JSON.stringify(await readAccessLog(source.manager, { limit: 500 }));
    expect(all).not.toMatch(/王五|logged-admin|春天/);
  });

  it('only grows', async () => {
    for (const change of [
      `update access.access_log set act = 'x'`,
      `delete from access.access_log`,
      `truncate access.access_log`,
    ])
      await expect(source.query(change)).rejects.toThrow('append-only');
  });
});
