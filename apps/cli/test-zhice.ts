import { execFile, spawn, type ChildProcess, type ExecFileException } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openHouse, type House } from '#libs/house/house';
import { builtHouse } from '../../test/support/built.js';

export const run = promisify(execFile);

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The built command line in processes of its own, on a data folder of its own with its own embedded PostgreSQL. */
export class TestZhice {
  /** By login. */
  readonly passwords = new Map<string, string>();

  private constructor(
    readonly folder: string,
    private readonly main: string,
  ) {}

  static async open(): Promise<TestZhice> {
    const { cli } = await builtHouse();
    const folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-cli-'));
    // The server's account has to walk through.
    await chmod(folder, 0o755);
    return new TestZhice(folder, cli);
  }

  private get dataDir(): string {
    return path.join(this.folder, '数据');
  }

  async with(given: Readonly<Record<string, string>>, ...words: string[]): Promise<Ran> {
    const env = { PATH: process.env['PATH'], TMPDIR: os.tmpdir(), DATA_DIR: this.dataDir, ...given };
    try {
      const ran = run(process.execPath, [this.main, ...words], { cwd: this.folder, env, maxBuffer: 20_000_000 });
      const { stdout, stderr } = await ran;
      return { code: 0, out: stdout, err: stderr };
    } catch (error) {
      const { code, stdout = '', stderr = '' } = error as ExecFileException;
      return { code: typeof code === 'number' ? code : -1, out: stdout, err: stderr };
    }
  }

  /** A command that is not waited for. */
  begin(...words: string[]): {
    readonly child: ChildProcess;
    readonly gone: Promise<Ran>;
    readonly said: () => string;
  } {
    const env = { PATH: process.env['PATH'], TMPDIR: os.tmpdir(), DATA_DIR: this.dataDir };
    const child = spawn(process.execPath, [this.main, ...words], { cwd: this.folder, env });
    const told = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (told.out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (told.err += text));
    const gone = new Promise<Ran>((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, ...told })));
    return { child, gone, said: () => told.out + told.err };
  }

  run(...words: string[]): Promise<Ran> {
    return this.with({}, ...words);
  }

  as(login: string, ...words: string[]): Promise<Ran> {
    return this.with({ ZHICE_PASSWORD: this.passwords.get(login) ?? '' }, ...words, '--as', login);
  }

  /** A second process on the same data: this one. */
  house(): Promise<House> {
    return openHouse({ dataDir: this.dataDir, env: {} });
  }

  /** As whoever may do anything to the database: triggers are off for this session. */
  async asSuperuser(statement: string): Promise<void> {
    const house = await this.house();
    const client = await house.mainPool.connect();
    try {
      await client.query('set role none; set session_replication_role = replica');
      await client.query(statement);
    } finally {
      client.release(true);
      await house.close();
    }
  }

  end(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** What a command said as JSON. Throws with its complaint when it did not end well. */
export function jsonOf<T>({ code, out, err }: Ran): T {
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return JSON.parse(out) as T;
}
