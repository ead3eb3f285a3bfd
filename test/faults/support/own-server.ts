import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg, { type PoolConfig } from 'pg';
import { openCluster, type Cluster } from '#libs/postgres/cluster';

const run = promisify(execFile);

/** A PostgreSQL that a test may stop and set as it likes; on TCP, so that nobody starts it again but the test. */
export class OwnServer {
  private constructor(
    private readonly cluster: Cluster,
    private readonly base: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<OwnServer> {
    const base = await mkdtemp(path.join(os.tmpdir(), 'zhice-own-'));
    await chmod(base, 0o755);
    const cluster = await openCluster(base);
    await writeFile(path.join(cluster.data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');
    const server = new OwnServer(cluster, base, await freePort());
    await server.startAgain();
    return server;
  }

  async startAgain(settings: readonly string[] = []): Promise<void> {
    const all = [`-p ${this.port}`, '-h 127.0.0.1', "-k ''", ...settings.map((each) => `-c ${each}`)];
    await this.control('-l', path.join(this.cluster.data, 'server.log'), '-o', all.join(' '), 'start');
  }

  stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    return this.control('-m', mode, 'stop');
  }

  get connection(): PoolConfig {
    return { host: '127.0.0.1', port: this.port, user: 'zhice', database: 'postgres', ssl: false };
  }

  async make(database: string): Promise<void> {
    const client = new pg.Client(this.connection);
    await client.connect();
    try {
      await client.query(`create database ${pg.escapeIdentifier(database)}`);
    } finally {
      await client.end();
    }
  }

  async end(): Promise<void> {
    await this.stop('immediate');
    await rm(this.base, { recursive: true, force: true });
  }

  private async control(...words: string[]): Promise<void> {
    const { binaries, data, as } = this.cluster;
    await run(binaries.pg_ctl, ['-D', data, '-w', '-t', '60', ...words], { ...as });
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const { port } = listener.address() as { port: number };
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
