#!/usr/bin/env node
// Plain JavaScript: this file must run before anything was compiled.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');
const main = resolve(root, 'dist/apps/cli/src/main.js');

if (!existsSync(main)) {
  process.stderr.write('第一次使用命令行，正在编译，约半分钟……\n');
  const nest = resolve(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build', 'cli'], {
    cwd: root,
    // What the compiler says must not get between the output of the command.
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    process.stderr.write(`编译没有成功。\n处理办法：在 ${root} 执行 npm ci 后重试。\n`);
    process.exit(3);
  }
}

// A rebuild goes through millions of entries: V8 would rather let the heap grow than tidy up, and a small machine has a
// server beside it (docs/performance.md).
const heaps = { rebuild: ['--max-old-space-size=256', '--max-semi-space-size=32'] };

const heap = heaps[process.argv[2]];
if (heap && !process.execArgv.includes(heap[0])) {
  const child = spawn(process.execPath, [...process.execArgv, ...heap, ...process.argv.slice(1)], { stdio: 'inherit' });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // A terminal sends it to both.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
} else {
  await import(pathToFileURL(main).href);
}
