import type { Command } from 'commander';
import { StoreDamaged, type EventStore, type Page, type Position } from '#libs/event-store/port';
import type { House } from '#libs/house/house';
import { NotABundle, readBundle } from '#libs/proof/bundle';
import { bundleSteps, checkBundle, type BundleReport, type BundleStep } from '#libs/proof/bundle-checks';
import { readCheckpoint, rootGroups } from '#libs/proof/checkpoint';
import { NotANote, readNote } from '#libs/proof/note';
import { openNote, type Policy } from '#libs/proof/policy';
import { CliFault, usageFault } from './cli-fault.js';
import { entriesIn } from './lag.js';
import { LogCheck } from './log-check.js';
import { policyAt, textAt } from './policy-file.js';
import { progressOf } from './progress.js';
import { using, type Machine, type Sessions } from './session.js';
import { verifyAttested, verifyTables } from './tables-check.js';
import { say } from './text.js';

const pageEntries = 2_000;
const shownMax = 50;
const daySeconds = 86_400;

interface Options {
  readonly policy?: string;
  readonly held?: readonly string[];
  readonly days?: string;
  readonly attest?: boolean;
}

export function registerVerifyCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('verify [对象] [文件]')
    .description(
      '校验：log（默认）本机整本台账，tables 各视图表与台账逐行比对，attested 上次的视图存证，bundle 一个人的履历包，checkpoint 一份检查点。后两种不连台账，只信 --policy 的策略文件；有一处不符即以 1 退出',
    )
    .option('--policy <文件>', '审计人自己保管的策略文件：认哪份台账、哪些见证人')
    .option('--held <文件>', '审计人另外得到的检查点，用来比对；可以写多次', gathered, [])
    .option('--days <天数>', '见证时间最早可以是几天以前，默认不看')
    .option('--attest', '（tables）各表都与台账一致时，把各视图的根写入台账存证')
    .action(async (what: string | undefined, file: string | undefined, options: Options) => {
      if (what === undefined || what === 'log') return using(openMachine(), verifyLog);
      if (what === 'tables') return using(openMachine(), (machine) => verifyTables(machine, options));
      if (what === 'attested') return using(openMachine(), verifyAttested);
      if (what !== 'bundle' && what !== 'checkpoint')
        throw usageFault(`不认识“${what}”。`, '请写 log、tables、attested、bundle 或 checkpoint。');
      if (file === undefined || options.policy === undefined)
        throw usageFault('还缺要校验的文件或策略文件。', `zhice verify ${what} <文件> --policy <策略文件>`);
      const policy = await policyAt(options.policy);
      return what === 'bundle'
        ? verifyBundle(await textAt(file), policy, options)
        : verifyCheckpoint(await textAt(file), policy);
    });
}

export const gathered = (file: string, before: readonly string[]): string[] => [...before, file];

const stepWords: Readonly<Record<BundleStep, string>> = {
  policy: '检查点由认可的台账签名、由足够的见证人见证',
  held: '与另外得到的检查点相符',
  keys: '写入密钥在台账之中，未被替换',
  entries: '每条记录都在台账之中，形式规范，前后相接',
  signatures: '每条记录的写入签名有效',
  complete: '这个人的记录没有缺漏，最新的一条也在',
  times: '没有记录晚于见证时间',
  figures: '重算的分钟数与所报相符',
};

async function verifyBundle(text: string, policy: Policy, { held = [], days }: Options): Promise<void> {
  const asked = {
    policy,
    held: await Promise.all(held.map(textAt)),
    now: days === undefined ? 0 : Math.floor(Date.now() / 1000),
    ageSecondsMax: Number(days ?? 0) * daySeconds,
  };
  const report = await checked(text, asked);
  // Nothing can be said of what hangs on a head that nobody signed.
  const reached = report.checkpoint ? bundleSteps : bundleSteps.slice(0, 1);
  for (const [i, step] of reached.entries()) {
    const faults = report.faults.filter((fault) => fault.step === step);
    say(`${i + 1}. ${faults.length === 0 ? '通过' : '不符'}　${stepWords[step]}`);
    for (const { check, detail } of faults.slice(0, shownMax)) say(`      ${check}　${detail}`);
  }
  if (report.faults.length > 0)
    throw new CliFault(`履历包有 ${report.faults.length} 处不符。`, '请向台账单位索取原件，保留本文件作为证据。');
  const { checkpoint, completeTo, entries } = report;
  say(`台账 ${checkpoint!.origin}，${checkpoint!.size} 条记录，根 ${rootGroups(checkpoint!.root)}`);
  say(`此人共 ${entries.length} 条记录，截至台账第 ${completeTo} 条没有缺漏。`);
}

async function checked(text: string, asked: Parameters<typeof checkBundle>[1]): Promise<BundleReport> {
  try {
    return await checkBundle(readBundle(text), asked);
  } catch (error) {
    if (error instanceof NotABundle) throw new CliFault(`不是履历包：${error.message}`, '请核对文件是否完整。');
    if (error instanceof NotANote) throw new CliFault(`--held 的文件不是检查点：${error.message}`, '请核对文件。');
    throw error;
  }
}

function verifyCheckpoint(text: string, policy: Policy): void {
  try {
    const note = readNote(text);
    const { origin, size, root } = readCheckpoint(note.text);
    const opened = openNote(note, policy);
    if (opened === 'LOG_SIG') throw new CliFault('没有策略文件所认台账的有效签名。', '请核对检查点和策略文件。');
    if (opened === 'QUORUM') throw new CliFault('见证人的签名不够。', '请向台账单位索取已见证的检查点。');
    say(`通过　台账 ${origin}，${size} 条记录`);
    say(`根　　${rootGroups(root)}`);
    for (const [name, seconds] of opened.witnessed) say(`见证　${name}　${new Date(seconds * 1000).toISOString()}`);
  } catch (error) {
    if (error instanceof NotANote) throw new CliFault(`不是检查点：${error.message}`, '请核对文件是否完整。');
    throw error;
  }
}

async function verifyLog({ house }: Machine): Promise<void> {
  const { store } = house;
  const check = new LogCheck(store);
  await readInto(check, house);
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
async function readInto(check: LogCheck, house: House): Promise<void> {
  const { store } = house;
  const head = await store.head();
  if (head === null) return;
  const progress = progressOf('校验', await entriesIn(house, head), '条');
  let after: Position | null = null;
  while (after === null || store.compare(after, head) < 0) {
    const page = await pageAfter(store, after);
    if (page === 'damaged') after = await oneByOne(check, { store, after, head });
    else {
      await check.take(page.entries);
      after = page.last;
      if (page.entries.length === 0) break;
    }
    progress.to(check.entries);
  }
  progress.end();
}

async function pageAfter(store: EventStore, after: Position | null, limit = pageEntries): Promise<Page | 'damaged'> {
  try {
    return await store.readAll(after, limit);
  } catch (error) {
    if (error instanceof StoreDamaged) return 'damaged';
    throw error;
  }
}

/** Somewhere among the next ones is a damaged page: which of them stand on it is found by asking for each alone. */
async function oneByOne(
  check: LogCheck,
  { store, after, head }: { readonly store: EventStore; readonly after: Position | null; readonly head: Position },
): Promise<Position> {
  // PostgreSQL positions are dense numbers from 0; the port itself only compares them.
  const first = after === null ? 0 : Number(after) + 1;
  const last = Math.min(first + pageEntries - 1, Number(head));
  for (let n = first; n <= last; n++) {
    const page = await pageAfter(store, n === 0 ? null : (String(n - 1) as Position), 1);
    if (page === 'damaged') check.takeUnreadable();
    else await check.take(page.entries);
  }
  return String(last) as Position;
}
