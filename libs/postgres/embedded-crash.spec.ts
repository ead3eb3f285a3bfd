import { execFileSync } from 'node:child_process';
import { chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isNativeError } from 'node:util/types';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ask, connect, isDown, pidIn, type Processes, processes } from './test-process.js';

jest.setTimeout(60_000);

let stage: Processes;
beforeAll(async () => {
  stage = await processes();
});
afterAll(() => stage.end());

describe('The embedded PostgreSQL after a crash', () => {
  it('is started again under its users and has every acknowledged row', async () => {
    const folder = stage.newFolder();
    let tell: (message: string) => void = () => undefined;
    const reported = new Promise<string>((resolve) => (tell = resolve));
    const server = await stage.open(folder, (message) => tell(message));
    await ask(server, 'create table entry (n int primary key)');
    const acknowledged: number[] = [];
    const client = await connect(server);
    const dead = new Promise((resolve) => client.on('error', resolve));
    const writing = (async () => {
      for (let n = 0; ; n += 1) {
        await client.query('insert into entry values ($1)', [n]);
        acknowledged.push(n);
        if (n === 300) process.kill(await pidIn(folder), 'SIGKILL');
      }
    })().catch((fault: unknown) => fault);
    // A fault of the socket is an Error of Node's own realm, which is not the one of jest.
    expect(isNativeError(await writing)).toBe(true);
    await dead;
    expect(await reported).toBe('内嵌数据库意外停止，已重新启动。');
    const found = (await ask(server, 'select array_agg(n) as answer from entry')) as number[];
    expect(acknowledged.filter((n) => !found.includes(n))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(300);
    // The lease was renewed with it: a visitor who leaves does not take the server along.
    const visitor = await stage.open(folder);
    expect([visitor.how, await visitor.stop(), await server.stop()]).toEqual(['attach', 'left running', 'stopped']);
  });

  it('lets go at once of a user who leaves just when it dies', async () => {
    const folder = stage.newFolder();
    const leaving = stage.run(`
      import { readFileSync } from 'node:fs';
      const server = await startEmbedded(${JSON.stringify(folder)});
      process.kill(parseInt(readFileSync(${JSON.stringify(path.join(folder, 'pg/postmaster.pid'))}, 'utf8')), 'SIGKILL');
      say(await server.stop());`);
    expect(['stopped', 'left running']).toContain(await leaving.hear());
    await leaving.gone;
    expect(leaving.process.exitCode).toBe(0);
    const next = await stage.open(folder);
    await next.stop();
    expect(await isDown(folder)).toBe(true);
  });

  it('is not held up by lock files whose number now belongs to somebody else', async () => {
    const folder = stage.newFolder();
    const first = await stage.open(folder);
    const pidFile = path.join(folder, 'pg/postmaster.pid');
    const socketLock = path.join(first.host, '.s.PGSQL.5432.lock');
    const locks = await Promise.all(
      [pidFile, socketLock].map(async (file) => [file, await readFile(file, 'utf8')] as const),
    );
    const { uid, gid } = await stat(first.host);
    await first.stop();
    await mkdir(first.host, { mode: 0o700 });
    await chown(first.host, uid, gid);
    for (const [file, text] of locks) await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    const second = await stage.open(folder);
    expect(second.how).toBe('start');
    expect(await pidIn(folder)).not.toBe(process.pid);
    await second.stop();
  });

  it('is not held up by an empty lock file that a full disk left', async () => {
    const folder = stage.newFolder();
    await (await stage.open(folder)).stop();
    const pidFile = path.join(folder, 'pg/postmaster.pid');
    await writeFile(pidFile, '');
    execFileSync('touch', ['-d', '2026-01-01', pidFile]);
    const again = await stage.open(folder);
    expect(again.how).toBe('start');
    await again.stop();
  });

  it('sweeps out what a killed initdb left', async () => {
    const folder = stage.newFolder();
    await mkdir(path.join(folder, 'pg.init-2147483646-0a0b0c0d'), { recursive: true });
    await (await stage.open(folder)).stop();
    expect(await readdir(folder)).toEqual(['pg']);
  });
});
