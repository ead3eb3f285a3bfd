import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import pg, { type PoolConfig } from 'pg';
import { isAlive } from './cluster.js';
import { connectionOf } from './connection.js';
import { type EmbeddedServer, startEmbedded } from './embedded.js';

/** A pair of empty databases of one test. */
export interface TestDatabase {
  readonly main: PoolConfig;
  readonly keys: PoolConfig;
  /** Ends every session on the pair and removes it; the last one out of a process gives the server back. */
  drop(): Promise<void>;
}

/**
 * A fresh pair of databases on the server that all test processes of this working tree share, or on the one named by
 * ZHICE_TEST_DATABASE_URL, whose role must be allowed to create databases.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await enter();
  // The creator's process number is in the name, so that what a killed test left can be told from what is in use.
  const name = `zt_${process.pid}_${randomBytes(5).toString('hex')}`;
  const names = [name, `${name}_keys`];
  try {
    await onServer(
      server,
      names.map((each) => `create database ${each} template template0 encoding 'UTF8'`),
    );
  } catch (fault) {
    await leave();
    throw fault;
  }
  let dropping: Promise<void> | undefined;
  const drop = () =>
    onServer(server, [quiet(names), ...names.map((each) => `drop database if exists ${each} with (force)`)]).finally(
      leave,
    );
  return {
    main: { ...server, database: name },
    keys: { ...server, database: `${name}_keys` },
    drop: () => (dropping ??= drop()),
  };
}

/** A pool says that it has ended before its connections have; one that is cut off then fails the whole test file. */
const quiet = (names: readonly string[]): string => `do $$ begin
    for i in 1..100 loop
      exit when not exists (select from pg_stat_activity where datname in (${names.map((name) => `'${name}'`).join(', ')}));
      perform pg_sleep(0.02);
      perform pg_stat_clear_snapshot();
    end loop;
  end $$`;

let guests = 0;
let opening: Promise<PoolConfig> | undefined;
let embedded: EmbeddedServer | undefined;
let closing: Promise<unknown> = Promise.resolve();

async function enter(): Promise<PoolConfig> {
  guests += 1;
  await closing;
  opening ??= open();
  try {
    return await opening;
  } catch (fault) {
    guests -= 1;
    opening = undefined;
    throw fault;
  }
}

async function leave(): Promise<void> {
  guests -= 1;
  if (guests > 0) return;
  const leaving = embedded;
  [opening, embedded] = [undefined, undefined];
  closing = leaving?.stop() ?? Promise.resolve();
  await closing;
}

async function open(): Promise<PoolConfig> {
  const url = process.env['ZHICE_TEST_DATABASE_URL'];
  if (url !== undefined) return connectionOf('ZHICE_TEST_DATABASE_URL', url);
  const tree = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 8);
  embedded = await startEmbedded(
    path.join(os.tmpdir(), `zhice-test-${process.getuid?.() ?? os.userInfo().username}-${tree}`),
  );
  const server = { host: embedded.host, port: embedded.port, user: embedded.user, database: 'postgres', ssl: false };
  await removeAbandoned(server);
  return server;
}

async function removeAbandoned(server: PoolConfig): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like 'zt\\_%'",
    );
    const abandoned = rows.filter(({ datname }) => !isAlive(Number(datname.split('_')[1])));
    for (const { datname } of abandoned) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}

async function onServer(server: PoolConfig, statements: readonly string[]): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
