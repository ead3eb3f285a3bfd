import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { builtHouse } from '../../support/built.js';
import { eventually } from './eventually.js';

export type Env = Readonly<Record<string, string>>;

/** One process of the product as it is installed: the API, a projector or the command line. */
export class ProductProcess {
  readonly lines: string[] = [];
  readonly gone: Promise<number | null>;

  private constructor(readonly child: ChildProcess) {
    const listen = (stream: NodeJS.ReadableStream | null): void => {
      let rest = '';
      stream?.setEncoding('utf8').on('data', (text: string) => {
        const parts = (rest + text).split('\n');
        rest = parts.pop() ?? '';
        this.lines.push(...parts);
      });
    };
    listen(child.stdout);
    listen(child.stderr);
    this.gone = new Promise((resolve) => child.once('close', resolve));
  }

  static start(command: readonly string[], env: Env): ProductProcess {
    const [program = '', ...words] = command;
    const machine = { PATH: process.env['PATH'] ?? '', TMPDIR: os.tmpdir() };
    return new ProductProcess(
      spawn(program, words, { env: { ...machine, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  get said(): string {
    return this.lines.join('\n');
  }

  says(words: RegExp): Promise<RegExpExecArray> {
    return eventually(`${String(words)} in:\n${this.said}`, () => {
      const found = words.exec(this.said);
      if (!found && this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}:\n${this.said}`);
      return found ?? undefined;
    });
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.child.kill(signal);
    return this.gone;
  }
}

/** Everything a test started; `end` kills what still runs. */
export class Started {
  private readonly processes: ProductProcess[] = [];

  async api(env: Env, wrap: readonly string[] = []): Promise<Api> {
    const { api } = await builtHouse();
    const one = this.add(
      ProductProcess.start([...wrap, process.execPath, api], { PORT: '0', REQUESTS_PER_MINUTE: '1000000', ...env }),
    );
    const [, address = ''] = await one.says(/志册已启动：(\S+)/);
    return new Api(one, address);
  }

  async projector(env: Env): Promise<ProductProcess> {
    return this.add(ProductProcess.start([process.execPath, (await builtHouse()).projector], env));
  }

  /** `zhice` with these words; `node` are options of Node, `wrap` a program that runs it. */
  async zhice(
    env: Env,
    words: readonly string[],
    { node = [], wrap = [] }: { readonly node?: readonly string[]; readonly wrap?: readonly string[] } = {},
  ): Promise<ProductProcess> {
    const { cli } = await builtHouse();
    return this.add(ProductProcess.start([...wrap, process.execPath, ...node, cli, ...words], env));
  }

  /** Kept here from before it says anything, so that one which never does is killed too. */
  async run(command: readonly string[], env: Env): Promise<ProductProcess> {
    return Promise.resolve(this.add(ProductProcess.start(command, env)));
  }

  async end(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill()));
  }

  private add(one: ProductProcess): ProductProcess {
    this.processes.push(one);
    return one;
  }
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly milliseconds: number;
}

export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly detail?: string;
  readonly revision?: number;
}

/** A running API, and a client that keeps count of what it asked and what it was answered. */
export class Api {
  /** Requests that nobody has answered or broken off. */
  open = 0;

  constructor(
    readonly process: ProductProcess,
    readonly address: string,
  ) {}

  async ask(path: string, cookie = '', init: RequestInit = {}): Promise<Answer> {
    const since = performance.now();
    this.open += 1;
    try {
      const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(init.headers as Env | undefined) };
      const response = await fetch(`${this.address}${path}`, { ...init, headers, signal: AbortSignal.timeout(30_000) });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, milliseconds: performance.now() - since };
    } finally {
      this.open -= 1;
    }
  }

  post(path: string, cookie: string, body: object | string, key: string = randomUUID()): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return this.ask(path, cookie, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async health(): Promise<Readonly<Record<string, unknown>>> {
    return JSON.parse((await this.ask('/api/health')).text) as Readonly<Record<string, unknown>>;
  }
}

export const problemOf = ({ text }: Answer): Problem => JSON.parse(text) as Problem;
