import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of the product: the nearest one upwards that holds package.json, from the sources as from `dist`. */
export function productRoot(from = import.meta.dirname): string {
  const above = path.dirname(from);
  return existsSync(path.join(from, 'package.json')) || above === from ? from : productRoot(above);
}

/** DATA_DIR, else `data` beside package.json: the same for every working directory. */
export const dataDirOf = (env: NodeJS.ProcessEnv): string =>
  path.resolve(env['DATA_DIR'] ?? path.join(productRoot(), 'data'));

/** A file as the user means it. `npm run zhice` changes to the product's folder and keeps the user's in INIT_CWD. */
export function fileAt(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const from = env['npm_lifecycle_event'] === 'zhice' ? (env['INIT_CWD'] ?? process.cwd()) : process.cwd();
  return path.resolve(from, name);
}
