#!/usr/bin/env node
// Plain JavaScript: this file must run before anything was compiled.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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
await import(pathToFileURL(main).href);
