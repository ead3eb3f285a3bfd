import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from './fault.js';

const run = promisify(execFile);

/** Operating-system account the server runs under; empty when it is simply our own. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account that is already there; a cluster that exists keeps
 * its owner. Throws StartRefused when no account fits.
 */
export async function serverAccount(cluster: string): Promise<Account> {
  const owner = await ownerOf(cluster);
  const own = process.getuid?.();
  if (own !== 0) {
    if (owner && owner.uid !== own) throw ofAnotherUser(cluster);
    return {};
  }
  if (owner?.uid === 0) throw ofRoot(cluster);
  return owner ?? (await lentAccount());
}

/** Throws StartRefused naming the first folder on the way that `account` may not enter. */
export async function assertReachable(target: string, account: Account): Promise<void> {
  if (account.uid === undefined) return;
  for (const folder of ancestors(target)) {
    const { uid, gid, mode } = await stat(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) !== 0) continue;
    throw new StartRefused(
      `以 root 运行时，内嵌 PostgreSQL 改用普通账户（uid ${account.uid}）运行，但该账户进不了目录 ${folder}（权限 ${(mode & 0o777).toString(8)}），因此用不了 ${target}。`,
      `请把项目和数据目录放到 /root 以外（例如 /opt、/srv），或改用普通用户运行；也可以执行 chmod o+x ${folder}。`,
    );
  }
}

async function ownerOf(folder: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(folder);
    return { uid, gid };
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EACCES') throw ofAnotherUser(folder);
    throw fault;
  }
}

async function lentAccount(): Promise<Account> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => idOf(flag, name)));
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new StartRefused(
    '以 root 运行，但系统中没有 postgres 或 nobody 账户，无法启动内嵌 PostgreSQL。',
    '请改用普通用户运行，或用 DATABASE_URL 指定一台 PostgreSQL 服务器。',
  );
}

async function idOf(flag: string, name: string): Promise<number | undefined> {
  return run('id', [flag, name]).then(
    ({ stdout }) => Number(stdout),
    () => undefined,
  );
}

function ancestors(target: string): string[] {
  const parent = path.dirname(target);
  return parent === target ? [target] : [...ancestors(parent), target];
}

function ofAnotherUser(folder: string): StartRefused {
  return new StartRefused(
    `数据库目录 ${folder} 属于另一个用户，当前用户无权使用。`,
    '请用原来启动志册的用户运行，或请系统管理员把该目录的所有者改为当前用户（chown -R）。',
  );
}

function ofRoot(folder: string): StartRefused {
  return new StartRefused(
    `数据库目录 ${folder} 的所有者是 root，而 PostgreSQL 拒绝以 root 运行。`,
    `多半是复制数据时没有保留所有者。请执行 chown -R nobody ${folder}（或原来的用户）后重试。`,
  );
}
