import type { Command } from 'commander';
import type { EventStore, Position } from '#libs/event-store/port';
import { CliFault } from './cli-fault.js';
import { LogCheck } from './log-check.js';
import { progressOf } from './progress.js';
import { using, type Machine, type Sessions } from './session.js';
import { say } from './text.js';

const pageEntries = 2_000;
const shownMax = 50;

export function registerVerifyCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('verify')
    .description('从头校验台账：规范形式、位置连续、逐流哈希链、写入签名、密钥登记；有一处不符即以 1 退出')
    .action(() => using(openMachine(), verify));
}

async function verify({ house: { store } }: Machine): Promise<void> {
  const check = new LogCheck(store.log);
  await readInto(check, store);
  const { findings, entries, streamCount } = check;
  if (findings.length === 0) return say(`台账 ${store.log}：${entries} 条记录、${streamCount} 个流，全部相符。`);
  for (const { position, stream, why } of findings.slice(0, shownMax)) say(`位置 ${position}　${stream}　${why}`);
  if (findings.length > shownMax) say(`……其余 ${findings.length - shownMax} 处从略`);
  throw new CliFault(
    `共 ${entries} 条记录，发现 ${findings.length} 处不符。`,
    '请停止写入，保留现场，从备份核对被改动的记录。',
  );
}

/** As far as the log goes now: what is written meanwhile is left to the next time, else a busy ledger had no end. */
async function readInto(check: LogCheck, store: EventStore): Promise<void> {
  const head = await store.head();
  if (head === null) return;
  const progress = progressOf('校验', Number(head) + 1, '条');
  let after: Position | null = null;
  while (after === null || store.compare(after, head) < 0) {
    const page = await store.readAll(after, pageEntries);
    for (const entry of page.entries) check.take(entry);
    progress.to(check.entries);
    after = page.last;
    if (page.entries.length === 0) break;
  }
  progress.end();
}
