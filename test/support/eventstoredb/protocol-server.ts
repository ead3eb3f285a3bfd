import { fork, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { transformFile } from '@swc/core';
import { makeCertificates } from './made-certificates.js';
import type { ClusterOptions } from './server/cluster.js';
import type { Order } from './server/main.js';

const root = process.env['ZHICE_HOUSE'] ?? path.resolve(import.meta.dirname, '../../..');
const home = path.join(root, 'test/support/eventstoredb');

export interface ProtocolServer {
  readonly ports: readonly number[];
  /** Connection string of the first node, or of all with `discover`. `options`: further parameters. */
  url(options?: { readonly discover?: boolean; readonly credentials?: string; readonly parameters?: string }): string;
  /** Faults, leader, nodes: server/main.ts. Answers with the faults then in force, or the number of events. */
  order(order: Order): Promise<unknown>;
  /** Of user events, without those of the server itself. */
  count(): Promise<number>;
  readonly process: ChildProcess;
  end(): Promise<void>;
}

/** Starts the protocol server in a process of its own: protobuf's globals are one for each process. */
export async function protocolServer(options: Partial<ClusterOptions> = {}): Promise<ProtocolServer> {
  const { folder, main } = await compiled();
  const asked: ClusterOptions = { nodes: 1, certificate: 'none', certificates: folder, batchAppend: true, ...options };
  const secure = asked.certificate !== 'none';
  if (secure) await makeCertificates(folder);
  const child = fork(main, [JSON.stringify(asked)], {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve: (done: unknown) => void; reject: (error: Error) => void }>();
  const ports = await new Promise<number[]>((resolve, reject) => {
    child.once('exit', (code) => {
      const ended = new Error(`the protocol server ended with ${code}`);
      for (const one of waiting.values()) one.reject(ended);
      reject(ended);
    });
    child.on('message', (told: { ports?: number[]; n?: number; done?: unknown; failed?: string }) => {
      if (told.ports) return resolve(told.ports);
      const one = waiting.get(told.n!);
      waiting.delete(told.n!);
      if (told.failed === undefined) one?.resolve(told.done);
      else one?.reject(new Error(told.failed));
    });
  });
  let n = 0;
  const order = (what: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(++n, { resolve, reject });
      child.send({ n, order: what });
    });
  return {
    ports,
    process: child,
    url: ({ discover = false, credentials, parameters = '' } = {}) => {
      const hosts = (discover ? ports : ports.slice(0, 1)).map((port) => `127.0.0.1:${port}`).join(',');
      const tls = secure ? `tls=true&tlsCAFile=${encodeURIComponent(path.join(folder, 'ca.pem'))}` : 'tls=false';
      return `esdb://${credentials === undefined ? '' : `${credentials}@`}${hosts}?${tls}${parameters}`;
    },
    order,
    count: async () => (await order({ count: true })) as number,
    end: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await gone;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Node 20 runs no TypeScript. */
async function compiled(): Promise<{ folder: string; main: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-esdb-'));
  await mkdir(path.join(folder, 'server'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const file of await readdir(path.join(home, 'server'))) {
    const { code } = await transformFile(path.join(home, 'server', file), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    await writeFile(path.join(folder, 'server', file.replace(/ts$/, 'js')), code);
  }
  return { folder, main: path.join(folder, 'server/main.js') };
}
