import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { transformFile } from '@swc/core';

const root = path.resolve(import.meta.dirname, '../..');

/** Real processes that run the product's code and what tests share, for the specs of being killed and frozen. */
export interface CompiledCode {
  /** Runs an ES module at the root of the tree, in which `say(line)` is in reach. */
  run(script: string, env?: Readonly<Record<string, string>>): RunningCode;
  /** Kills what still runs and removes the code. */
  end(): Promise<void>;
}

export interface RunningCode {
  readonly process: ChildProcess;
  /** What it said so far. */
  readonly lines: readonly string[];
  /** Resolves with what it wrote to stderr when it is gone. */
  readonly gone: Promise<string>;
}

/** Compiles rooms, windows and test support into a folder of its own: Node 20 runs no TypeScript, and `dist` is everybody's. */
export async function compiledCode(): Promise<CompiledCode> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-code-'));
  const imports = { '#libs/*': './libs/*.js', '#projections/*': './projections/*.js' };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ type: 'module', imports }));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  await Promise.all(['libs', 'projections', 'test/support'].map((room) => compile(room, folder)));
  const running: RunningCode[] = [];
  return {
    run: (script, env = {}) => {
      const one = start(folder, script, env);
      running.push(one);
      return one;
    },
    end: async () => {
      for (const { process: child } of running) child.kill('SIGKILL');
      await Promise.all(running.map(({ gone }) => gone));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function compile(room: string, folder: string): Promise<void> {
  const files = await readdir(path.join(root, room), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('spec.ts'))) {
    const { code } = await transformFile(path.join(root, room, file), {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    });
    const target = path.join(folder, room, file.replace(/ts$/, 'js'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, code);
  }
}

function start(cwd: string, script: string, env: Readonly<Record<string, string>>): RunningCode {
  const say = "const say = (line) => process.stdout.write(String(line) + '\\n');\n";
  const child = spawn(process.execPath, ['--input-type=module', '--eval', say + script], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], TMPDIR: os.tmpdir(), ...env },
  });
  const lines: string[] = [];
  let rest = '';
  let wrong = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (wrong += text));
  return { process: child, lines, gone: new Promise((resolve) => child.once('close', () => resolve(wrong))) };
}
