import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#libs/postgres/embedded';
import type { Databases } from '#libs/house/house';
import { watchPostmaster } from './processes.js';

/** A server of the bench's own with the product's settings, and nobody else on it. */
export interface Place {
  readonly dataDir: string;
  database(name: string): Promise<Databases>;
  /** Runs `text` in a database of the place. */
  run(connection: pg.PoolConfig, text: string, values?: unknown[]): Promise<unknown[]>;
}

/** Opens a place, runs the bench there and removes it, also when the bench fails or is interrupted. */
export async function atPlace(bench: (place: Place) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhice-bench-data-'));
  const server = await startEmbedded(dataDir);
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void close().finally(() => process.exit(130)));
  watchPostmaster(parseInt(await readFile(path.join(dataDir, 'pg/postmaster.pid'), 'utf8'), 10));
  const at = { host: server.host, port: server.port, user: server.user, ssl: false };
  const run: Place['run'] = async (connection, text, values) => {
    const client = new pg.Client(connection);
    await client.connect();
    try {
      return (await client.query(text, values)).rows as unknown[];
    } finally {
      await client.end();
    }
  };
  const database = async (name: string): Promise<Databases> => {
    for (const one of [name, `${name}_keys`])
      await run({ ...at, database: 'postgres' }, `create database ${one} template template0 encoding 'UTF8'`);
    const main = { ...at, database: name };
    return { main, keys: { ...at, database: `${name}_keys` }, read: main };
  };
  try {
    await bench({ dataDir, database, run });
  } catch (error) {
    // Told before the server goes: what its going breaks would come first otherwise.
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exitCode = 1;
  } finally {
    await close();
  }
  process.exit();
}
