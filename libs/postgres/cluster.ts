import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, assertReachable, serverAccount } from './account.js';
import { type Binaries, findBinaries, majorVersion } from './binaries.js';
import { StartRefused } from './fault.js';

const run = promisify(execFile);
const leftoverAgeMsMax = 60 * 60_000;
/** sun_path holds 104 bytes on macOS and 108 on Linux. */
const socketPathBytesMax = 99;
/** How often a socket folder that is taken away under our hands is made again before that is an error. */
const removalsMax = 5;

/** One PostgreSQL data folder of ours, the programs for it and the place of its socket. */
export interface Cluster {
  readonly data: string;
  readonly socketFolder: string;
  readonly binaries: Binaries;
  /** For child processes: whose account, which folder, and an environment without our own secrets or PG* settings. */
  readonly as: Account & { cwd: string; env: NodeJS.ProcessEnv };
  /** True when this very call made the data folder. */
  readonly created: boolean;
}

/** The cluster in `<base>/pg`, made first if there is none. Throws StartRefused. */
export async function openCluster(base: string): Promise<Cluster> {
  await mkdir(base, { recursive: true });
  // One folder has one name, however it was reached: the socket's name comes from it.
  const home = await realpath(base);
  const data = path.join(home, 'pg');
  const account = await serverAccount(data);
  // The server's account must pass through the folder (mkdtemp and a strict umask give 0700), but need not list it.
  if (account.uid !== undefined) await chmod(home, (await stat(home)).mode | 0o011);
  const binaries = await findBinaries();
  await assertReachable(home, account);
  await assertReachable(binaries.postgres, account);
  const as = { ...account, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } };
  const major = await majorVersion(binaries, account);
  await removeLeftovers(home);
  const found = await versionOf(data);
  if (found === undefined) await assertVacant(data);
  const created = found === undefined && (await create(data, binaries, as));
  assertSameMajor(data, await versionOf(data), major);
  return { data, socketFolder: socketFolderOf(data), binaries, as, created };
}

/**
 * Makes the socket folder ours alone: on a shared machine anyone may have put a folder of that name there. Whoever stops
 * the server removes the folder last, which may be between our steps: then it is made again.
 */
export async function prepareSocketFolder(cluster: Pick<Cluster, 'socketFolder' | 'as'>): Promise<void> {
  for (let left = removalsMax; ; left -= 1) {
    try {
      return await claimSocketFolder(cluster);
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT' || left === 0) throw fault;
    }
  }
}

async function claimSocketFolder({ socketFolder, as }: Pick<Cluster, 'socketFolder' | 'as'>): Promise<void> {
  await mkdir(socketFolder, { mode: 0o700 }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EEXIST') throw fault;
  });
  const found = await lstat(socketFolder);
  if (!found.isDirectory() || ![as.uid, process.getuid?.()].includes(found.uid)) {
    throw new StartRefused(
      `目录 ${socketFolder} 已被其他用户占用，不能安全地用来连接数据库。`,
      `请系统管理员查明后删除 ${socketFolder}，再重新启动。`,
    );
  }
  await chmod(socketFolder, 0o700);
  await giveTo(as, socketFolder);
}

async function giveTo({ uid, gid }: Account, folder: string): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

/** Major version that made this data folder; undefined when there is none. */
export async function versionOf(data: string): Promise<number | undefined> {
  return readFile(path.join(data, 'PG_VERSION'), 'utf8').then(Number, () => undefined);
}

/** initdb elsewhere, then one rename: of several processes one wins, and a killed one leaves nothing half made. */
async function create(data: string, binaries: Binaries, as: Cluster['as']): Promise<boolean> {
  const draft = `${data}.init-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  await giveTo(as, draft);
  // pg_trgm reads letters by the C library: under plain "C" it sees no Chinese at all. macOS has no C.UTF-8.
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const options = [
    '-D',
    draft,
    '-U',
    'zhice',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--locale=${locale}`,
    '--auth=trust',
    '--no-instructions',
  ];
  try {
    await run(binaries.initdb, options, { ...as, env: { ...as.env, LC_ALL: locale } });
    await rename(draft, data);
    await persistEntries(path.dirname(data));
    return true;
  } catch (fault) {
    await rm(draft, { recursive: true, force: true });
    if ((await versionOf(data)) !== undefined) return false;
    throw new StartRefused(`无法建立数据库目录 ${data}：${reason(fault)}`, '请检查磁盘空间和目录权限后重试。');
  }
}

/** A rename is on disk only after its folder is. */
async function persistEntries(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^pg\.init-(\d+)-/.exec(name)?.[1];
    if (pid === undefined) continue;
    const draft = path.join(home, name);
    const made = await stat(draft).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    // An orphaned initdb may still be writing there; then the next start removes the rest.
    if (!isAlive(Number(pid)) || Date.now() - made > leftoverAgeMsMax)
      await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether any process has this number, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function assertVacant(data: string): Promise<void> {
  const inside = await readdir(data).catch((): string[] => []);
  // A competitor's rename may have come between the two looks.
  if (inside.length === 0 || inside.includes('PG_VERSION')) return;
  throw new StartRefused(
    `目录 ${data} 不是空的，也不是 PostgreSQL 的数据目录。`,
    '请换一个数据目录，或查明并移走其中的文件；如曾经损坏，请从备份恢复。',
  );
}

function assertSameMajor(data: string, found: number | undefined, major: number): void {
  if (found === major) return;
  throw new StartRefused(
    `数据目录 ${data} 由 PostgreSQL ${found ?? '（版本不明）'} 建立，而本程序自带的是 PostgreSQL ${major}，不能直接打开。数据没有被改动。`,
    `请先用原来版本的志册打开它并导出全部事件和密钥，再用新版本导入到一个空的数据目录；也可以用 DATABASE_URL 指定一台 PostgreSQL ${found ?? ''} 服务器。`,
  );
}

function socketFolderOf(data: string): string {
  const folder = path.join(os.tmpdir(), `zhice-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`);
  if (Buffer.byteLength(path.join(folder, '.s.PGSQL.5432')) > socketPathBytesMax) {
    throw new StartRefused(
      `系统临时目录的路径太长，放不下数据库的套接字：${folder}`,
      '请把环境变量 TMPDIR 设为较短的目录（例如 /tmp）后重试。',
    );
  }
  return folder;
}

function reason(fault: unknown): string {
  const { stderr, message } = fault as { stderr?: string; message: string };
  return (stderr?.trim() || message).slice(-1500);
}
