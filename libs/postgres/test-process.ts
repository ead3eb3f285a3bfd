import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { transformFile } from '@swc/core';
import pg from 'pg';
import { assertReachable } from './account.js';
import { isAlive } from './cluster.js';
import { type EmbeddedServer, startEmbedded } from './embedded.js';

const room = import.meta.dirname;
const modules = path.resolve(room, '../../node_modules');

/** Real processes that run this room's code, for the specs of starting, sharing and being killed. */
export interface Processes {
  /** A folder for data and sockets that goes when the processes do. */
  readonly folder: string;
  /** A path in it that no other test has, with a space and Chinese as real ones have. */
  newFolder(): string;
  /** `startEmbedded` in this process; `end` stops what the test has not. */
  open(dataDir: string, report?: (message: string) => void): Promise<EmbeddedServer>;
  /** Runs `script`, an ES module in which `startEmbedded`, `openServer`, `pg`, `say` and `untilTold` are in reach. */
  run(script: string, as?: As): Talker;
  /** Kills what still runs and removes the folder. */
  end(): Promise<void>;
}

export interface As {
  readonly account?: { readonly uid: number; readonly gid: number };
  readonly env?: Readonly<Record<string, string>>;
}

export interface Talker {
  readonly process: ChildProcess;
  /** Ends its `untilTold()`. */
  tell(): void;
  /** The next line it says; rejects with what it wrote to stderr when it ends instead. */
  hear(): Promise<string>;
  /** Resolves when it is gone. */
  readonly gone: Promise<void>;
}

/** Compiles this room into a folder that any account may read: Node 20 runs no TypeScript. */
export async function processes(): Promise<Processes> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'zhice-processes-')));
  await chmod(folder, 0o755);
  const code = path.join(folder, 'code');
  await mkdir(code);
  await writeFile(path.join(code, 'package.json'), '{"type":"module"}');
  await symlink(modules, path.join(code, 'node_modules'));
  const sources = (await readdir(room)).filter((name) => /^(?!test-).*(?<![.]spec)[.]ts$/.test(name));
  for (const name of sources) {
    const { code: text } = await transformFile(path.join(room, name), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    await writeFile(path.join(code, name.replace(/ts$/, 'js')), text);
  }
  const talkers: Talker[] = [];
  const node = await reachableNode(folder);
  const opened = new Set<EmbeddedServer>();
  let folders = 0;
  return {
    folder,
    newFolder: () => path.join(folder, `数据 ${++folders}`),
    open: async (dataDir, report) => {
      const server = await startEmbedded(dataDir, report ? { report } : {});
      opened.add(server);
      return server;
    },
    run: (script, as = {}) => {
      const talker = talk({ ...as, node, code, script: opening + script });
      talkers.push(talker);
      return talker;
    },
    end: async () => {
      await Promise.all([...opened].map((server) => server.stop()));
      for (const { process: child } of talkers) child.kill('SIGKILL');
      await Promise.all(talkers.map(({ gone }) => gone));
      await endServers(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A session on the database that every server has; the caller ends it. */
export async function connect({ host, port, user }: EmbeddedServer): Promise<pg.Client> {
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  return client;
}

/** The first row's column `answer`. */
export async function ask(server: EmbeddedServer, statement: string, values: unknown[] = []): Promise<unknown> {
  const client = await connect(server);
  try {
    return (await client.query<{ answer: unknown }>(statement, values)).rows[0]?.answer;
  } finally {
    await client.end();
  }
}

/** The number of the server that runs on this data folder. */
export async function pidIn(dataDir: string): Promise<number> {
  return parseInt(await readFile(path.join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10);
}

/** Whether the server of this data folder has ended in good order. */
export async function isDown(dataDir: string): Promise<boolean> {
  return pidIn(dataDir).then(
    () => false,
    () => true,
  );
}

/** The servers that killed processes have left behind. */
async function endServers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = await pidIn(path.join(folder, name)).catch(() => 0);
    if (pid > 0 && pid !== process.pid && isAlive(pid)) process.kill(pid, 'SIGQUIT');
  }
}

const opening = `
import pg from 'pg';
import { startEmbedded } from './embedded.js';
import { openServer } from './server.js';
const say = (line) => process.stdout.write(String(line).replaceAll('\\n', ' ') + '\\n');
const told = new Promise((resolve) => process.once('SIGTERM', resolve));
const untilTold = async () => {
  const awake = setInterval(() => undefined, 60_000);
  await told;
  clearInterval(awake);
};
`;

interface Talk extends As {
  readonly node: string;
  readonly code: string;
  readonly script: string;
}

function talk({ node, code, script, account, env }: Talk): Talker {
  const child = spawn(node, ['--input-type=module', '--eval', script], {
    cwd: code,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], TMPDIR: os.tmpdir(), ...env },
    ...account,
  });
  const lines: string[] = [];
  let wrong = '';
  let rest = '';
  let wake = () => {};
  let over = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve())).then(() => {
    over = true;
    wake();
  });
  const hear = async (): Promise<string> => {
    while (lines.length === 0) {
      if (over) throw new Error(`ended without a word: ${wrong}`);
      await new Promise<void>((resolve) => (wake = resolve));
    }
    return lines.shift() ?? '';
  };
  return { process: child, tell: () => void child.kill('SIGTERM'), hear, gone };
}

/** Node installed under /root is out of reach for the accounts the specs run as. */
async function reachableNode(folder: string): Promise<string> {
  if (process.getuid?.() !== 0) return process.execPath;
  try {
    await assertReachable(process.execPath, { uid: 65_534, gid: 65_534 });
    return process.execPath;
  } catch {
    const copy = path.join(folder, 'node');
    await copyFile(process.execPath, copy);
    return copy;
  }
}
