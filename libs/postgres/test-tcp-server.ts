import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Cluster, openCluster } from './cluster.js';
import { startEmbedded } from './embedded.js';

const run = promisify(execFile);

/** A server as a unit's IT department runs one: on TCP, with passwords, its administrator being somebody else. */
export interface TcpServer {
  readonly port: number;
  /** `postgres://role:password@127.0.0.1:port/database`; the administrator is `zhice`. */
  url(role: string, database: string, password?: string): string;
  /** As administrator. */
  administer(...statements: string[]): Promise<void>;
  /** Starts it anew with these settings, or as a standby. */
  restart(change: { settings?: readonly string[]; standby?: boolean }): Promise<void>;
  end(): Promise<void>;
}

/** The password of every role; it must never be seen in a message. */
export const password = 'p@ss/wörd-密';

export async function tcpServer(): Promise<TcpServer> {
  const base = await mkdtemp(path.join(os.tmpdir(), 'zhice-tcp-'));
  const first = await startEmbedded(base);
  await execute({ ...first, database: 'postgres' }, [`alter role zhice password '${password}'`]);
  await first.stop();
  const cluster = await openCluster(base);
  await writeFile(path.join(cluster.data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  const port = await freePort();
  const url: TcpServer['url'] = (role, database, secret = password) =>
    `postgres://${role}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`;
  const start = (settings: readonly string[]) => {
    const options = [`-p ${port}`, '-h 127.0.0.1', "-k ''", ...settings.map((each) => `-c ${each}`)].join(' ');
    return control(cluster, ['-l', path.join(cluster.data, 'server.log'), '-o', options, 'start']);
  };
  await start([]);
  return {
    port,
    url,
    administer: (...statements) => execute({ connectionString: url('zhice', 'postgres') }, statements),
    restart: async ({ settings = [], standby = false }) => {
      await control(cluster, ['-m', 'fast', 'stop']);
      const signal = path.join(cluster.data, 'standby.signal');
      await (standby ? writeFile(signal, '') : rm(signal, { force: true }));
      await start(settings);
    },
    end: async () => {
      await control(cluster, ['-m', 'immediate', 'stop']);
      await rm(base, { recursive: true, force: true });
    },
  };
}

async function control({ binaries, data, as }: Cluster, words: readonly string[]): Promise<void> {
  await run(binaries.pg_ctl, ['-D', data, '-w', ...words], { ...as });
}

async function execute(config: pg.ClientConfig, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const { port } = listener.address() as { port: number };
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
