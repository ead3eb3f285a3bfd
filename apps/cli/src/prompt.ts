import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { usageFault } from './cli-fault.js';

/**
 * A password from the environment variable, else typed without being shown. Never an argument: arguments are seen by
 * everybody on the machine and stay in the shell's history. Throws CliFault where there is neither.
 */
export async function passwordFrom(
  variable: string,
  question: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const given = env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY)
    throw usageFault(`需要密码，而这里没有可以输入的终端。`, `请用环境变量 ${variable} 传入密码。`);
  const nothingShown = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nothingShown, terminal: true });
  const leaving = new AbortController();
  terminal.once('SIGINT', () => leaving.abort());
  process.stderr.write(`${question}（输入时不显示）：`);
  try {
    return await terminal.question('', { signal: leaving.signal });
  } catch {
    throw usageFault('没有输入密码，已放弃。');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/** A new password, typed twice unless the environment gives it. */
export async function newPasswordFrom(variable: string, question: string): Promise<string> {
  const password = await passwordFrom(variable, question);
  if (process.env[variable] || (await passwordFrom(variable, '请再输入一次')) === password) return password;
  throw usageFault('两次输入的密码不一致，请重新执行。');
}
