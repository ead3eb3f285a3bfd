import { afterEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { openHouseOn } from './house.js';

/** A login that owns both databases and is no superuser, as a DBA would hand it out. */
async function ownedBy(databases: TestDatabase, writer: 'may write' | 'may not write'): Promise<{ login: string; password: string; drop(): Promise<void> }> {
  const login = `owner_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const admin = new pg.Client(databases.main);
  await admin.connect();
  await admin.query(`create role ${login} login password '${password}'`);
  // What the remedy of the refusal asks the administrator for.
  await admin.query(`do $$ begin create role zhice_writer nologin; exception when duplicate_object or unique_violation then null; end $$`);
  if (writer === 'may write') await admin.query(`grant zhice_writer to ${login}`);
  for (const { database } of [databases.main, databases.keys]) await admin.query(`alter database ${database} owner to ${login}`);
  return {
    login,
    password,
    drop: async () => {
      await admin.end();
      await databases.drop();
    },
  };
}

describe('A database owner without superuser rights', () => {
  const after: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of after.splice(0).reverse()) await clean();
  });

  const openAs = async (writer: 'may write' | 'may not write') => {
    const databases = await testDatabase();
    const { login, password, drop } = await ownedBy(databases, writer);
    after.push(drop);
    const as = (config: pg.PoolConfig): pg.PoolConfig => ({ ...config, user: login, password });
    const dataDir = await mkdtemp(join(tmpdir(), 'zhice-rights-'));
    const house = await openHouseOn({ main: as(databases.main), keys: as(databases.keys), read: as(databases.main) }, { dataDir, env: {} });
    return { house, main: as(databases.main) };
  };

  it('opens the house and writes as the role that may only add, once it was given that role', async () => {
    const { house, main } = await openAs('may write');
    after.push(() => house.close());
    expect(await house.store.head()).toBe('0');
    const client = new pg.Client({ ...main, options: '-c role=zhice_writer' });
    await client.connect();
    await expect(client.query('delete from ledger.entry')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  }, 60_000);

  it('is told in Chinese what to ask the administrator for, while it was not', async () => {
    await expect(openAs('may not write')).rejects.toMatchObject({ name: 'StartRefused', remedy: expect.stringMatching(/^请数据库管理员执行：CREATE ROLE zhice_writer NOLOGIN;.*GRANT zhice_writer TO "owner_/) });
  }, 60_000);
});
