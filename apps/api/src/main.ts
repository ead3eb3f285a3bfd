import 'reflect-metadata';
import path from 'node:path';
import { pino } from 'pino';
import { Setup } from '#libs/access/setup';
import { followingFault, loggedOf } from '#libs/house/following';
import { openHouse, type House } from '#libs/house/house';
import { NightlyAudit } from '#libs/house/nightly-audit';
import { watchOverdue } from '#libs/house/overdue-disputes';
import { openSealing } from '#libs/house/sealing';
import { StartRefused } from '#libs/postgres/fault';
import { createApi } from './bootstrap.js';

const { env } = process;
const port = env['PORT'] ?? '3000';
const host = env['HOST'] ?? '127.0.0.1';
/** An answer comes within three seconds, be it that there is none. */
const statementMilliseconds = 2_500;
const log = pino({ level: env['LOG_LEVEL'] ?? 'info' });

/** Plain lines for the person at the terminal; what happens later goes to the log. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (text: string): void => void process.stderr.write(`${text}\n`);

async function run(): Promise<void> {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new StartRefused(`PORT=${port} 不是端口号。`, '请填 0 至 65535 的整数。');
  const house = await openHouse({
    dataDir: env['DATA_DIR'] ?? 'data',
    env,
    statementMilliseconds,
    report: say,
    onError: (error) => log.error(loggedOf(error), followingFault(error)),
  });
  const leave = stopping(house);
  try {
    house.engine.start();
    if (process.argv.includes('--demo')) await loadDemo(house);
    await listen(house, leave);
    seal(house, leave);
    // What was approved before the last stop and is not done yet.
    house.eraser.run().catch(({ name }: Error) => log.error({ error: name }, '删除没有做完，可执行 zhice privacy run'));
    auditNightly(house, leave);
    escalate(house, leave);
  } catch (error) {
    await house.close();
    throw portTaken(error) ?? error;
  }
}

async function listen(house: House, leave: Stopping): Promise<void> {
  const app = await createApi(house, {
    log,
    consoleFolder: path.resolve(import.meta.dirname, '../../console'),
    trustHttps: env['TRUST_HTTPS'] === '1',
    ...(env['TRUST_PROXY'] ? { trustProxy: env['TRUST_PROXY'] } : {}),
    ...(env['REQUESTS_PER_MINUTE'] ? { requestsPerMinuteMax: Number(env['REQUESTS_PER_MINUTE']) } : {}),
  });
  leave.first(() => app.close());
  await app.listen(Number(port), host);
  const address = await app.getUrl();
  say(`志册已启动：${address}`);
  const token = await new Setup(house.main).issueToken();
  if (token !== undefined) say(`首次设置，请在浏览器打开（只能使用一次）：\n${address}/setup?token=${token}`);
}

/** Sealer and signer live here in the embedded default; what they find wrong is told, and writing goes on. */
function seal(house: House, leave: Stopping): void {
  const onError = ({ name, message }: Error): void => log.error({ error: name, message }, '封存出错，稍后自动重试');
  const { loop } = openSealing(house, { dataDir: env['DATA_DIR'] ?? 'data', env, onError });
  leave.first(() => loop.stop());
  loop.start();
}

/** Where ZHICE_AUDIT_AT asks for it; what it finds stands in health and metrics too. */
function auditNightly(house: House, leave: Stopping): void {
  const onError = ({ name, message }: Error): void =>
    log.error({ error: name, message }, '夜间审计报警，请立即执行 zhice audit');
  const nightly = NightlyAudit.of({ house, dataDir: env['DATA_DIR'] ?? 'data', env, onError });
  if (!nightly) return;
  leave.first(() => nightly.stop());
  nightly.start();
}

/** Questions about hours do not wait for somebody to look at their clock. */
function escalate(house: House, leave: Stopping): void {
  const onError = ({ name, message }: Error): void => log.error({ error: name, message }, '逾期异议上转出错，稍后自动重试');
  const { stop } = watchOverdue(house, onError);
  leave.first(stop);
}

async function loadDemo(house: House): Promise<void> {
  // Not part of a normal start, and large.
  const { loadDemo: load } = await import('#libs/demo/demo');
  await load(house, say);
}

interface Stopping {
  first(close: () => Promise<void>): void;
}

/** Ends cleanly on the first signal: requests under way finish, then the follower, then the database; exit code 0. */
function stopping(house: House): Stopping {
  const closers: (() => Promise<void>)[] = [];
  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    say(`收到 ${signal}，正在停止……`);
    void (async () => {
      for (const close of closers) await close();
      await house.close();
    })().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ error: error instanceof Error ? error.name : typeof error }, '停止时出错');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { first: (close) => void closers.push(close) };
}

function portTaken(error: unknown): StartRefused | undefined {
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE')
    return new StartRefused(
      `端口 ${port} 已被占用。`,
      '请停止占用该端口的程序，或用环境变量 PORT 换一个端口，例如 PORT=3001。',
    );
  if (code === 'EACCES')
    return new StartRefused(`没有权限使用端口 ${port}。`, '请用环境变量 PORT 换一个 1024 以上的端口。');
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartRefused(`HOST=${host} 不是本机的地址。`, '请填本机地址，例如 127.0.0.1。');
  return undefined;
}

try {
  await run();
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  complain(`${error.message}\n${error.remedy}`);
  process.exit(1);
}
