import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg, { type PoolConfig } from 'pg';
import { StartRefused } from './fault.js';
import { assertVersion, openServer, type Server } from './server.js';
import { password, type TcpServer, tcpServer } from './test-tcp-server.js';

jest.setTimeout(60_000);

const nowhere = '/nonexistent/zhice';
const external = (env: Record<string, string>) => openServer({ dataDir: nowhere, env });
const refusalOf = async (env: Record<string, string>): Promise<StartRefused> => {
  const outcome = await external(env).then(
    () => new Error('was not refused'),
    (fault: Error) => fault,
  );
  if (!(outcome instanceof StartRefused)) throw outcome;
  for (const secret of [password, encodeURIComponent(password), 'wrong-secret']) {
    expect(inspect(outcome, { depth: 9, showHidden: true })).not.toContain(secret);
  }
  return outcome;
};

describe('Without DATABASE_URL', () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhice-server-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('the ledger and the keys lie in two databases of the embedded server, made once however many ask', async () => {
    const [one, other] = await Promise.all([openServer({ dataDir, env: {} }), openServer({ dataDir, env: {} })]);
    for (const { main, keys, read } of [one, other]) {
      expect([await databaseOf(main), await databaseOf(keys), await databaseOf(read)]).toEqual([
        'zhice',
        'zhice_keys',
        'zhice',
      ]);
    }
    await Promise.all([one.stop(), other.stop()]);
    const again = await openServer({ dataDir, env: { DATABASE_URL: ' ' } });
    expect(again.how).toBe('start');
    await again.stop();
  });

  it('a role that commits without waiting for the disk is refused, and the server is given back', async () => {
    const server = await openServer({ dataDir, env: {} });
    await query(server.main, 'alter role zhice set synchronous_commit = off');
    await expect(openServer({ dataDir, env: {} })).rejects.toMatchObject({
      message: expect.stringContaining('synchronous_commit 已被关闭'),
      remedy: '请数据库管理员执行：ALTER ROLE "zhice" RESET synchronous_commit;',
    });
    await query(server.main, 'alter role zhice reset synchronous_commit');
    await server.stop();
  });
});

describe('With DATABASE_URL', () => {
  let tcp: TcpServer;
  beforeAll(async () => {
    tcp = await tcpServer();
    const role = (name: string, right = '') => `create role ${name} login ${right} password '${password}'`;
    await tcp.administer(role('maker', 'createdb'), role('guest'), role('hasty', 'createdb'));
    await tcp.administer(
      'create database ledger owner maker',
      'create database closed owner guest',
      'create database rush owner hasty',
    );
  });
  afterAll(() => tcp.end());

  it('that server is used, and the keys database is made beside it', async () => {
    const server = await external({ DATABASE_URL: tcp.url('maker', 'ledger') });
    expect(server.how).toBe('external');
    expect([await databaseOf(server.main), await databaseOf(server.keys), server.read]).toEqual([
      'ledger',
      'ledger_keys',
      server.main,
    ]);
    await server.stop();
    expect((await external({ DATABASE_URL: tcp.url('maker', 'ledger') })).keys.database).toBe('ledger_keys');
  });

  it('keys and read tables may have servers of their own', async () => {
    await tcp.administer('create database vault owner maker', 'create database board owner maker');
    const server = await external({
      DATABASE_URL: tcp.url('maker', 'ledger'),
      KEY_DATABASE_URL: tcp.url('maker', 'vault'),
      READ_DATABASE_URL: tcp.url('maker', 'board'),
    });
    expect([await databaseOf(server.keys), await databaseOf(server.read)]).toEqual(['vault', 'board']);
  });

  it('keys in the same database as the ledger are refused', async () => {
    const url = tcp.url('maker', 'ledger');
    expect((await refusalOf({ DATABASE_URL: url, KEY_DATABASE_URL: url })).message).toMatch(/是同一个数据库/);
  });

  it('a role that may not create the keys database is told the very SQL, which then suffices', async () => {
    const { message, remedy } = await refusalOf({ DATABASE_URL: tcp.url('guest', 'closed') });
    expect(message).toMatch(/无法建立密钥数据库 closed_keys/);
    const sql = `CREATE DATABASE "closed_keys" OWNER "guest" ENCODING 'UTF8' TEMPLATE template0;`;
    expect(remedy).toBe(`请数据库管理员执行：${sql}`);
    await tcp.administer(sql);
    expect((await external({ DATABASE_URL: tcp.url('guest', 'closed') })).keys.database).toBe('closed_keys');
  });

  it.each<[string, () => Record<string, string>, RegExp]>([
    [
      'a wrong password',
      () => ({ DATABASE_URL: tcp.url('maker', 'ledger', 'wrong-secret') }),
      /DATABASE_URL.*127\.0\.0\.1:\d+\/ledger：用户名或密码不对（用户 maker）/,
    ],
    ['a missing password', () => ({ DATABASE_URL: `postgres://maker@127.0.0.1:${tcp.port}/ledger` }), /没有给出密码/],
    ['a missing database', () => ({ DATABASE_URL: tcp.url('maker', 'nowhere') }), /数据库 nowhere 不存在/],
    ['a closed port', () => ({ DATABASE_URL: `postgres://maker:wrong-secret@127.0.0.1:1/ledger` }), /服务器拒绝连接/],
    [
      'a server without SSL',
      () => ({ DATABASE_URL: `${tcp.url('maker', 'ledger')}?sslmode=verify-full` }),
      /服务器没有开启 SSL/,
    ],
    [
      'an address that is none',
      () => ({ DATABASE_URL: `postgres://maker:wrong-secret@[::/ledger` }),
      /^DATABASE_URL 的写法不对/,
    ],
    [
      'an address without a database',
      () => ({ DATABASE_URL: `postgres://maker:wrong-secret@127.0.0.1` }),
      /^DATABASE_URL 的写法不对/,
    ],
    [
      'another kind of database',
      () => ({ DATABASE_URL: `mysql://maker:wrong-secret@127.0.0.1/ledger` }),
      /^DATABASE_URL 的写法不对/,
    ],
    [
      'a fault of the keys server',
      () => ({ DATABASE_URL: tcp.url('maker', 'ledger'), KEY_DATABASE_URL: tcp.url('maker', 'none') }),
      /KEY_DATABASE_URL.*none 不存在/,
    ],
  ])('%s is named in Chinese without showing a password', async (_, env, message) => {
    const refusal = await refusalOf(env());
    expect(refusal.message).toMatch(message);
    expect(refusal.remedy).not.toBe('');
  });

  it('a name too long for its keys database is refused rather than cut off', async () => {
    const fits = 'n'.repeat(58);
    await tcp.administer(`create database ${fits} owner maker`, `create database ${fits}n owner maker`);
    expect((await external({ DATABASE_URL: tcp.url('maker', fits) })).keys.database).toBe(`${fits}_keys`);
    expect((await refusalOf({ DATABASE_URL: tcp.url('maker', `${fits}n`) })).remedy).toMatch(/KEY_DATABASE_URL/);
  });

  it('a database that is not UTF-8 is refused', async () => {
    await tcp.administer(
      "create database narrow owner maker template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'",
    );
    expect((await refusalOf({ DATABASE_URL: tcp.url('maker', 'narrow') })).message).toMatch(
      /编码是 SQL_ASCII，不是 UTF8/,
    );
  });

  it('commits that do not wait for the disk are refused wherever they were asked for', async () => {
    const rush = tcp.url('hasty', 'rush');
    const asked: [string, string, string][] = [
      [
        'alter role hasty set synchronous_commit = off',
        'alter role hasty reset all',
        'ALTER ROLE "hasty" RESET synchronous_commit;',
      ],
      [
        'alter database rush set synchronous_commit = off',
        'alter database rush reset all',
        'ALTER DATABASE "rush" RESET synchronous_commit;',
      ],
      [
        'alter role hasty in database rush set synchronous_commit = off',
        'alter role hasty in database rush reset all',
        'ALTER ROLE "hasty" IN DATABASE "rush" RESET synchronous_commit;',
      ],
    ];
    for (const [set, reset, remedy] of asked) {
      await tcp.administer(set);
      expect((await refusalOf({ DATABASE_URL: rush })).remedy).toContain(remedy);
      await tcp.administer(reset);
    }
    const refusal = await refusalOf({ DATABASE_URL: `${rush}?options=-c%20synchronous_commit%3Doff` });
    expect(refusal.remedy).toMatch(/options 参数.*synchronous_commit/);
    expect((await external({ DATABASE_URL: rush })).how).toBe('external');
  });

  it('read tables may be written in haste, since they are made again from the log', async () => {
    await tcp.administer('create database hurry owner maker', 'alter database hurry set synchronous_commit = off');
    const env = { DATABASE_URL: tcp.url('maker', 'ledger'), READ_DATABASE_URL: tcp.url('maker', 'hurry') };
    expect((await external(env)).read.database).toBe('hurry');
  });

  it('a server without fsync is refused', async () => {
    await tcp.restart({ settings: ['fsync=off', 'full_page_writes=off'] });
    const refusal = await refusalOf({ DATABASE_URL: tcp.url('maker', 'ledger') });
    expect(refusal.message).toMatch(/fsync、full_page_writes 已被关闭/);
    expect(refusal.remedy).toMatch(/去掉服务器启动参数中的 fsync=off/);
    await tcp.restart({});
  });

  it('a standby is refused, because what it shows may be undone', async () => {
    await tcp.restart({ standby: true });
    expect((await refusalOf({ DATABASE_URL: tcp.url('maker', 'ledger') })).message).toMatch(/是只读的备机/);
    await tcp.restart({});
  });
});

describe('The version of the server', () => {
  it.each([140_000, 140_023, 180_004])('%i is new enough', (version) => {
    expect(() => assertVersion(version)).not.toThrow();
  });

  it.each([130_023, 139_999])('%i is too old', (version) => {
    expect(() => assertVersion(version)).toThrow('数据库是 PostgreSQL 13，版本太旧。');
  });
});

const databaseOf = async (config: Server['main']) =>
  (await query(config, 'select current_database() as answer')) as string;

async function query(config: PoolConfig, statement: string): Promise<unknown> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(statement)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}
