import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('../golden/forms/', import.meta.url);

/** For specs: the kept print of a form. `GOLDEN=write npm test -- libs/forms` keeps the present one; look at it before committing. */
export function goldenFile(name: string, present: string): string {
  const file = new URL(`${name}.html`, folder);
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, present);
  return readFileSync(file, 'utf8');
}
