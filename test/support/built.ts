import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');
const stamp = path.join(root, 'dist/.built-for-tests');
const lock = path.join(root, 'node_modules/.zhice-build-lock');
const lockMinutesMax = 5;

const modifiedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function newestSource(): Promise<number> {
  const folders = ['apps', 'libs', 'projections'];
  const listed = await Promise.all(folders.map((folder) => readdir(path.join(root, folder), { recursive: true, withFileTypes: true })));
  const files = listed.flat().filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('spec.ts') && !entry.parentPath.includes('/apps/console'));
  return Math.max(...(await Promise.all(files.map(({ parentPath, name }) => modifiedAt(path.join(parentPath, name))))));
}

/** One who builds at a time. */
export async function lockedHouse<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      // Whoever died with the lock has had long enough.
      if (Date.now() - (await modifiedAt(lock)) > lockMinutesMax * 60_000) await rm(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

/** Jest compiles in memory; a process of its own needs what `npm run build` makes. Built once for all workers, again only when a source changed. */
export function builtHouse(): Promise<{ readonly root: string; readonly api: string; readonly cli: string; readonly projector: string }> {
  const mainOf = (app: string): string => path.join(root, `dist/apps/${app}/src/main.js`);
  return lockedHouse(async () => {
    if ((await modifiedAt(stamp)) < (await newestSource())) {
      for (const app of ['api', 'projector', 'cli'])
        await promisify(execFile)(process.execPath, [path.join(root, 'node_modules/@nestjs/cli/bin/nest.js'), 'build', app], { cwd: root });
      await writeFile(stamp, '');
    }
    return { root, api: mainOf('api'), cli: mainOf('cli'), projector: mainOf('projector') };
  });
}
