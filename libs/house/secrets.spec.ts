import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '#libs/postgres/test-server';
import { KeyTables1764000000002 } from '#libs/privacy/key-tables.migration';
import { openMigrated } from './migrate.js';
import { openSecrets } from './secrets.js';

describe('the secrets of an installation', () => {
  let databases: TestDatabase;
  let pool: pg.Pool;
  let dataDir: string;

  beforeAll(async () => {
    databases = await testDatabase();
    const migrations = [KeyTables1764000000002];
    await (await openMigrated({ connection: databases.keys, entities: [], migrations, migrationsTable: 'migrations' })).destroy();
    pool = new pg.Pool(databases.keys);
    dataDir = await mkdtemp(join(tmpdir(), 'zhice-secrets-'));
  }, 60_000);
  afterAll(async () => {
    await pool.end();
    await databases.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('are made once, also when eight processes start at once on an empty folder', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => openSecrets(pool, dataDir)));
    expect(new Set(opened.map(({ writer }) => writer.id)).size).toBe(1);
    const wrapped = opened[0]!.files.master.wrap(Buffer.from('key'), 'place');
    for (const { files } of opened) expect(files.master.unwrap(wrapped, 'place').toString()).toBe('key');
  });

  it('lie in files that only their owner reads', async () => {
    for (const file of ['master.key', 'writer.pem']) expect((await stat(join(dataDir, 'keys', file))).mode & 0o777).toBe(0o400);
  });

  it('are refused when the master key is another one than that of the key database', async () => {
    const file = join(dataDir, 'keys/master.key');
    const right = await readFile(file, 'utf8');
    await chmod(file, 0o600);
    await writeFile(file, JSON.stringify({ epoch: 1, key: Buffer.alloc(32, 1).toString('base64') }));
    await expect(openSecrets(pool, dataDir)).rejects.toThrow('主密钥文件 keys/master.key 与密钥库不匹配。');
    await writeFile(file, right);
    await expect(openSecrets(pool, dataDir)).resolves.toBeDefined();
  });

  it('are not made anew when the files are gone but the key database is not', async () => {
    await rm(join(dataDir, 'keys'), { recursive: true });
    await expect(openSecrets(pool, dataDir)).rejects.toThrow('找不到主密钥文件');
  });
});
