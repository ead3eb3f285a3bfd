import { chown, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ask, isDown, type Processes, processes } from './test-process.js';

jest.setTimeout(60_000);

let stage: Processes;
beforeAll(async () => {
  stage = await processes();
});
afterAll(() => stage.end());

describe('The embedded PostgreSQL', () => {
  it('is made, speaks UTF-8, takes Chinese for letters and listens to no network', async () => {
    const server = await stage.open(stage.newFolder());
    expect(server.how).toBe('initdb');
    await ask(server, 'create extension pg_trgm');
    expect(await ask(server, "select cardinality(show_trgm('志愿服务')) > 0 as answer")).toBe(true);
    const settings = await ask(
      server,
      "select json_object_agg(name, setting) as answer from pg_settings where name in ('server_encoding', 'listen_addresses', 'fsync', 'full_page_writes', 'synchronous_commit', 'max_connections')",
    );
    expect(settings).toEqual({
      server_encoding: 'UTF8',
      listen_addresses: '',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      max_connections: '100',
    });
    expect((await stat(server.host)).mode & 0o777).toBe(0o700);
    expect(await server.stop()).toBe('stopped');
  });

  it('keeps fsync on although postgresql.conf says otherwise', async () => {
    const folder = stage.newFolder();
    const server = await stage.open(folder);
    await ask(server, 'alter system set fsync = off');
    await server.stop();
    const again = await stage.open(folder);
    expect(await ask(again, "select current_setting('fsync') as answer")).toBe('on');
    await again.stop();
  });

  it('has its data again after a restart', async () => {
    const folder = stage.newFolder();
    const first = await stage.open(folder);
    await ask(first, 'create table entry as select 1 as n');
    await first.stop();
    const second = await stage.open(folder);
    expect(second.how).toBe('start');
    expect(await ask(second, 'select n as answer from entry')).toBe(1);
    await second.stop();
  });

  it('writes neither a statement nor a value that an error quotes into its log', async () => {
    const folder = stage.newFolder();
    const server = await stage.open(folder);
    await ask(server, 'create table person (name text primary key)');
    const wrong = ["insert into person values ('钱七'), ('钱七')", "select '钱七'::int", 'select 钱七 from person'];
    for (const statement of wrong) await expect(ask(server, statement)).rejects.toThrow();
    await expect(ask(server, 'select $1::int', ['钱七'])).rejects.toThrow();
    await server.stop();
    const log = await readFile(path.join(folder, 'pg/server.log'), 'utf8');
    expect(log).toContain('database system is shut down');
    expect(log).not.toContain('钱七');
    expect(log).not.toContain('person');
  });
});

describe('Processes that share the embedded PostgreSQL', () => {
  it('use one server, and the last one out stops it', async () => {
    const folder = stage.newFolder();
    const server = await stage.open(folder);
    const other = stage.run(`
      const server = await startEmbedded(${JSON.stringify(folder)});
      const client = new pg.Client({ ...server, database: 'postgres' });
      await client.connect();
      await client.query('create table shared as select 7 as n');
      say(server.how);
      await untilTold();
      say((await client.query('select n from shared')).rows[0].n);
      await client.end();
      say(await server.stop());`);
    expect(await other.hear()).toBe('attach');
    expect(await ask(server, 'select n as answer from shared')).toBe(7);
    expect(await server.stop()).toBe('left running');
    other.tell();
    expect(await other.hear()).toBe('7');
    expect(await other.hear()).toBe('stopped');
    expect(await isDown(folder)).toBe(true);
  });

  it('may be five, starting and leaving at the same moment', async () => {
    const folder = stage.newFolder();
    const script = `
      const server = await startEmbedded(${JSON.stringify(folder)});
      say(server.how);
      await untilTold();
      say(await server.stop());`;
    const five = Array.from({ length: 5 }, () => stage.run(script));
    const how = await Promise.all(five.map((each) => each.hear()));
    expect(how.filter((each) => each === 'initdb')).toHaveLength(1);
    expect((await readdir(folder)).sort()).toEqual(['pg']);
    for (const each of five) each.tell();
    const left = await Promise.all(five.map((each) => each.hear()));
    expect(left.filter((each) => each === 'stopped')).toHaveLength(1);
    expect(await isDown(folder)).toBe(true);
  });

  it('find the server still there after its owner was killed', async () => {
    const folder = stage.newFolder();
    const owner = stage.run(`say((await startEmbedded(${JSON.stringify(folder)})).how); await untilTold();`);
    expect(await owner.hear()).toBe('initdb');
    owner.process.kill('SIGKILL');
    await owner.gone;
    const next = await stage.open(folder);
    expect(next.how).toBe('attach');
    expect(await next.stop()).toBe('stopped');
  });

  it('find it by its own word when their temporary folders differ', async () => {
    const folder = stage.newFolder();
    const server = await stage.open(folder);
    const other = stage.run(
      `const server = await startEmbedded(${JSON.stringify(folder)});
      say(server.how + ' ' + server.host);
      say(await server.stop());`,
      { env: { TMPDIR: stage.folder } },
    );
    expect(await other.hear()).toBe(`attach ${server.host}`);
    expect([await other.hear(), await server.stop()]).toEqual(['left running', 'stopped']);
  });
});

describe('The embedded PostgreSQL of a plain user', () => {
  it('runs as that user, and is closed to others', async () => {
    const uid = process.getuid?.() === 0 ? 65_534 : (process.getuid?.() ?? 0);
    const account = process.getuid?.() === 0 ? { uid, gid: 65_534 } : undefined;
    const folder = stage.newFolder();
    await mkdir(folder);
    if (account) await chown(folder, account.uid, account.gid);
    const user = stage.run(
      `
      const server = await startEmbedded(${JSON.stringify(folder)});
      say(server.how);
      await untilTold();
      say(await server.stop());`,
      account ? { account } : {},
    );
    expect(await user.hear()).toBe('initdb');
    const data = await stat(path.join(folder, 'pg'));
    expect([data.uid, data.mode & 0o777]).toEqual([uid, 0o700]);
    user.tell();
    expect(await user.hear()).toBe('stopped');
    // Root keeps the owner it finds.
    const again = await stage.open(folder);
    expect([again.how, (await stat(path.join(folder, 'pg/postmaster.pid'))).uid]).toEqual(['start', uid]);
    await again.stop();
  });
});
