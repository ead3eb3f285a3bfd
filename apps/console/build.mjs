// Builds the console when something it is made of changed, compresses it once, and holds its first load to its size.
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'vite';
import { firstLoadBytesMax, firstLoadOf } from './first-load.mjs';

const house = path.resolve(import.meta.dirname, '../..');
const out = path.join(house, 'dist/apps/console');
const stamp = path.join(out, '.built');

const modifiedAt = (file) =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
}

async function isCurrent() {
  const sources = [import.meta.dirname, path.join(house, 'libs')];
  const files = (await Promise.all(sources.map(filesIn))).flat().filter((file) => !/spec\.ts$/.test(file));
  const times = await Promise.all([path.join(house, 'package-lock.json'), ...files].map(modifiedAt));
  return (await modifiedAt(stamp)) > Math.max(...times);
}

async function compress() {
  for (const file of await filesIn(path.join(out, 'assets')))
    if (/\.(?:js|css|svg)$/.test(file))
      await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
}

// What users get, also where tests build it: React's and Ant Design's other builds are slower and give every dialog one id.
process.env.NODE_ENV = 'production';
if (!(await isCurrent())) {
  // A test that builds says NODE_ENV=test, and the libraries would give every label of a page the same id.
  process.env.NODE_ENV = 'production';
  await build({ configFile: path.join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
  await compress();
  const bytes = await firstLoadOf(out);
  if (bytes > firstLoadBytesMax)
    throw new Error(
      `the console's first load is ${bytes} bytes of gzip, more than ${firstLoadBytesMax}: load the new part later`,
    );
  await writeFile(stamp, '');
}
