import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg, { type PoolConfig } from 'pg';
import { openCluster, type Cluster } from '#libs/postgres/cluster';
import type { SmallDisk } from './small-disk.js';

const run = promisify(execFile);

interface Place {
  /** Its data folder; one of its own unless told. */
  readonly data?: SmallDisk;
  /** Its write-ahead log; with the data unless told. */
  readonly wal?: SmallDisk;
  readonly settings?: readonly string[];
}

/** A PostgreSQL that a test may stop, set, fill up, crash and damage; on TCP, so that nobody starts it again but the test. */
export class OwnServer {
  private constructor(
    private readonly cluster: Cluster,
    private readonly base: string,
    private readonly port: number,
  ) {}

  static async start({ data, wal, settings }: Place = {}): Promise<OwnServer> {
    const base = data?.folder ?? (await mkdtemp(path.join(os.tmpdir(), 'zhice-own-')));
    await chmod(base, 0o755);
    const cluster = await openCluster(base);
    await writeFile(path.join(cluster.data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');
    if (wal) await moveWal(cluster, wal);
    const server = new OwnServer(cluster, base, await freePort());
    await server.startAgain(settings);
    return server;
  }

  async startAgain(settings: readonly string[] = []): Promise<void> {
    const all = [`-p ${this.port}`, '-h 127.0.0.1', "-k ''", ...settings.map((each) => `-c ${each}`)];
    await this.control('-l', this.log, '-o', all.join(' '), 'start');
  }

  stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    return this.control('-m', mode, 'stop');
  }

  get connection(): PoolConfig {
    return { host: '127.0.0.1', port: this.port, user: 'zhice', database: 'postgres', ssl: false };
  }

  get log(): string {
    return path.join(this.cluster.data, 'server.log');
  }

  get dataFolder(): string {
    return this.cluster.data;
  }

  async make(database: string): Promise<void> {
    await this.ask(`create database ${pg.escapeIdentifier(database)}`);
  }

  /** A new pair of databases. */
  async makePair(): Promise<{ readonly main: PoolConfig; readonly keys: PoolConfig }> {
    await this.make('ledger');
    await this.make('ledger_keys');
    return { main: { ...this.connection, database: 'ledger' }, keys: { ...this.connection, database: 'ledger_keys' } };
  }

  async ask<Row extends pg.QueryResultRow>(text: string, database = 'postgres'): Promise<Row[]> {
    const client = new pg.Client({ ...this.connection, database, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  isUp(): Promise<boolean> {
    return this.ask('select 1').then(
      () => true,
      () => false,
    );
  }

  async hasLogged(words: string): Promise<boolean> {
    return (await readFile(this.log, 'utf8')).includes(words);
  }

  async end(): Promise<void> {
    // One that crashed has nothing to stop.
    await this.stop('immediate').catch(() => undefined);
    await rm(this.cluster.data, { recursive: true, force: true });
    await rm(this.base, { recursive: true, force: true }).catch(() => undefined);
  }

  private async control(...words: string[]): Promise<void> {
    const { binaries, data, as } = this.cluster;
    await run(binaries.pg_ctl, ['-D', data, '-w', '-t', '60', ...words], { ...as });
  }
}

async function moveWal({ data, as }: Cluster, wal: SmallDisk): Promise<void> {
  const [from, to] = [path.join(data, 'pg_wal'), path.join(wal.folder, 'pg_wal')];
  await mkdir(to, { mode: 0o700 });
  await cp(from, to, { recursive: true });
  await rm(from, { recursive: true });
  await symlink(to, from);
  if (as.uid === undefined || as.gid === undefined) return;
  await run('chown', ['-R', `${as.uid}:${as.gid}`, to]);
  await chown(wal.folder, as.uid, as.gid);
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => listener.once('listening', resolve));
  const { port } = listener.address() as { port: number };
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
