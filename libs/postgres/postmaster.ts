import { execFile } from 'node:child_process';
import { readFile, readlink, rename, rm, rmdir, stat, link } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Cluster, isAlive, prepareSocketFolder } from './cluster.js';

const run = promisify(execFile);
/** Crash recovery of 2 GB of WAL on a slow disk may take minutes. */
const startSecondsMax = 600;
const logBytesMax = 10 * 1024 * 1024;
const halfWrittenMsMax = 5_000;

/** On the command line, because neither postgresql.conf nor ALTER SYSTEM can overrule what stands there. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Statements, their parameters and the values that errors quote are personal data, and a log outlives an erased
  // person's key. So errors go to the client alone; the log keeps what the server says of itself.
  log_min_messages: 'log',
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};

export interface Postmaster {
  readonly pid: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** The server that runs on this data folder now, if one does. */
export async function findPostmaster({ data, socketFolder }: Cluster): Promise<Postmaster | undefined> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!(await isPostmasterOf(data, pid))) return undefined;
  // The folder it was started with counts: TMPDIR may differ from ours.
  return { pid, socketFolder: lines[4]?.trim() || socketFolder, ready: lines[7]?.trim() === 'ready' };
}

/** Starts the server; undefined when it is ready, else why not (another process may simply have been faster). */
export async function launch(cluster: Cluster): Promise<string | undefined> {
  const { data, socketFolder, binaries, as } = cluster;
  await prepareSocketFolder(cluster);
  for (const file of [path.join(data, 'postmaster.pid'), path.join(socketFolder, '.s.PGSQL.5432.lock')])
    await discardForeignLock(file, data);
  const log = path.join(data, 'server.log');
  const logged = await stat(log).then(
    ({ size }) => size,
    () => 0,
  );
  if (logged > logBytesMax) await rename(log, `${log}.1`).catch(() => undefined);
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const command = [
    '-D',
    data,
    '-w',
    '-t',
    String(startSecondsMax),
    '-l',
    log,
    '-o',
    `-p 5432 -k ${quoted(socketFolder)} ${options.join(' ')}`,
    'start',
  ];
  try {
    await run(binaries.pg_ctl, command, { ...as });
    return undefined;
  } catch (fault) {
    const { stderr, message } = fault as { stderr?: string; message: string };
    return `${stderr?.trim() || message}\n${await tailOfLog(data)}`;
  }
}

/** Stops the server. Never hangs: past its time the server is cut off, which the write-ahead log was made for. */
export async function halt({ data, socketFolder, binaries, as }: Cluster): Promise<void> {
  const stop = (mode: string, seconds: number) =>
    run(binaries.pg_ctl, ['-D', data, '-m', mode, '-w', '-t', String(seconds), 'stop'], {
      ...as,
      timeout: (seconds + 5) * 1000,
    });
  await stop('fast', 60).catch(() => stop('immediate', 15).catch(() => undefined));
  // Stays if somebody has started again meanwhile: then it is not empty.
  await rmdir(socketFolder).catch(() => undefined);
}

/** The last lines the server wrote, at most 1,500 characters. */
export async function tailOfLog(data: string): Promise<string> {
  return (await readFile(path.join(data, 'server.log'), 'utf8').catch(() => '')).slice(-1500);
}

async function isPostmasterOf(data: string, pid: number): Promise<boolean> {
  if (!(pid > 0) || !isAlive(pid)) return false;
  if (process.platform !== 'linux') {
    return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
      ({ stdout }) => stdout.includes('postgres') && stdout.includes(data),
      () => false,
    );
  }
  // A zombie has an empty command line. `cwd` is closed to root inside most containers, so it comes second.
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  if (path.basename(words[0] ?? '') !== 'postgres') return false;
  return words.includes(data) || (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data;
}

/**
 * PostgreSQL removes the lock of a dead process by itself, but stands still before one whose number now belongs to
 * somebody else, as it often does after a restart of a container. PostgreSQL still checks its shared memory after this.
 */
async function discardForeignLock(file: string, data: string): Promise<void> {
  if (!(await isForeign(file, data))) return;
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
    // Between look and rename a competitor may have started: then it is a good lock and goes back.
    if (!(await isForeign(aside, data))) await link(aside, file);
  } catch {
    // A competitor moved it first, or has written a new one.
  }
  await rm(aside, { force: true });
}

async function isForeign(file: string, data: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return false;
  const pid = Math.abs(Number(text.split('\n')[0]));
  if (pid > 0) return isAlive(pid) && !(await isPostmasterOf(data, pid));
  return (
    Date.now() -
      (await stat(file).then(
        ({ mtimeMs }) => mtimeMs,
        () => Infinity,
      )) >
    halfWrittenMsMax
  );
}

function quoted(folder: string): string {
  return `'${folder.replaceAll("'", "'\\''")}'`;
}
