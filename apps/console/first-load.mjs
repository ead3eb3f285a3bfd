import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What a browser loads before the first page stands, compressed. */
export const firstLoadBytesMax = 600_000;

/** Bytes of gzip of the entry and of all that it imports at once, without what is loaded page by page. */
export async function firstLoadOf(folder) {
  const manifest = JSON.parse(await readFile(path.join(folder, '.vite/manifest.json'), 'utf8'));
  const files = new Set();
  const take = (chunk) => {
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const name of chunk.imports ?? []) take(manifest[name]);
  };
  Object.values(manifest)
    .filter(({ isEntry }) => isEntry)
    .forEach(take);
  const sizes = await Promise.all([...files].map((file) => stat(path.join(folder, `${file}.gz`))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
