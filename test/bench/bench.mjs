// `npm run bench -- append|read|rebuild|history|http|growth|proof|eventstoredb|pages [--out file.json] [--rounds n] [--seconds s] [--events n]`
// Compiles the product as it is built (tsc, incremental) into a folder of its own and runs one bench there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const benches = ['append', 'read', 'rebuild', 'history', 'http', 'growth', 'proof', 'eventstoredb', 'pages'];
const house = resolve(import.meta.dirname, '../..');
const [name, ...options] = process.argv.slice(2);

function run(command, args, settings = {}) {
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit', ...settings });
  return signal ? 1 : (status ?? 1);
}

function compile(folder) {
  mkdirSync(folder, { recursive: true });
  const at = (file) => join(folder, file);
  const imports = { '#libs/*': './dist/libs/*.js', '#projections/*': './dist/projections/*.js' };
  writeFileSync(at('package.json'), JSON.stringify({ type: 'module', imports }));
  if (!existsSync(at('node_modules'))) symlinkSync(join(house, 'node_modules'), at('node_modules'));
  const tsc = join(house, 'node_modules/typescript/bin/tsc');
  const args = ['--noEmit', 'false', '--outDir', at('dist'), '--incremental', '--tsBuildInfoFile', at('build.json')];
  const status = run(process.execPath, [tsc, '-p', join(house, 'test/bench/tsconfig.json'), ...args]);
  // Types are held by `npm run typecheck`; what is half written in another room does not hinder a measurement.
  if (status !== 0) console.error('(compiled in spite of the errors above)');
}

if (!benches.includes(name)) {
  console.error(`npm run bench -- ${benches.join('|')} [--out file.json] [--rounds n] [--seconds s] [--events n]`);
  process.exit(2);
}
const folder = join(tmpdir(), `zhice-bench-${createHash('sha256').update(house).digest('hex').slice(0, 8)}`);
compile(folder);
const profile = options.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir', join(folder, 'profiles')] : [];
// The product's own process runs as `npm start` runs it, and what it is held against too.
const started = ['history', 'http'].includes(name) ? ['--max-semi-space-size=32'] : [];
const args = [...started, ...profile, join(folder, `dist/test/bench/${name}.bench.js`), ...options];
const env = { ...process.env, NODE_ENV: 'production', ZHICE_HOUSE: house };
process.exit(run(process.execPath, args, { cwd: folder, env }));
