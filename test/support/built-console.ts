import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { lockedHouse } from './built.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The folder of the console as `npm run build` makes it; built where something it is made of changed. */
export async function builtConsole(): Promise<string> {
  await lockedHouse(() => promisify(execFile)(process.execPath, [path.join(root, 'apps/console/build.mjs')]));
  return path.join(root, 'dist/apps/console');
}
