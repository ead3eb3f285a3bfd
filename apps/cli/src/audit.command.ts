import type { Command } from 'commander';
import { openAuditPlace, ownPolicyText, type AuditPlace } from '#libs/house/audit-place';
import { withTables } from '#libs/house/audit-tables';
import type { AuditReport } from '#libs/proof/audit-report';
import { readCheckpoint, type Checkpoint } from '#libs/proof/checkpoint';
import { NotANote, readNote } from '#libs/proof/note';
import { readPolicy, type Policy } from '#libs/proof/policy';
import { AuditStopped, runAudit, type AuditRun } from '#libs/sealing/audit-run';
import { keepAuditState, StateDamaged } from '#libs/sealing/audit-state';
import type { Rederived } from '#libs/projection-engine/rederive';
import { auditJson, auditText } from './audit-report-text.js';
import { policyAt, textAt } from './policy-file.js';
import { CliFault, usageFault } from './cli-fault.js';
import { writeOut } from './out-file.js';
import { dataDirOf, fileAt } from './place.js';
import { progressOf, type Progress } from './progress.js';
import { using, type OpenMachine, type Sessions } from './session.js';
import { Stopping } from './stopping.js';
import { rederived } from './tables-check.js';
import { say, sayJson } from './text.js';
import { gathered } from './verify.command.js';

interface Options {
  readonly policy?: string;
  readonly held: readonly string[];
  readonly state?: string;
  readonly since?: string;
  readonly hashesOnly?: boolean;
  readonly days: string;
  readonly workers: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly tables: boolean;
}

const daySeconds = 86_400;
const workersMax = 64;

export function registerAuditCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('audit')
    .description('全面审计整本台账（V1 至 V13）：只读，不写入台账；有一处不符即以 1 退出')
    .option('--policy <文件>', '审计人自己保管的策略文件：认哪份台账、哪些见证人')
    .option('--held <文件>', '另外保管的检查点，用来比对；可以写多次', gathered, [])
    .option('--state <文件>', '审计人自己的进度文件：从上次审到的地方接着审，中断后再执行一次即可')
    .option('--since <文件>', '从这份已审过的检查点之后开始验签，之前的只比对哈希')
    .option('--hashes-only', '只比对哈希与签名的根，不看内容')
    .option('--days <天数>', '最近一次见证最早可以是几天以前', '2')
    .option('--workers <个数>', '同时检查的线程数', '2')
    .option('--out <文件>', '报告另存为文件（JSON）')
    .option('--json', '输出 JSON')
    .option('--no-tables', '不比对视图表（V12）：手头只有台账、没有密钥库时')
    .action((options: Options) => audit(options, openMachine));
}

async function audit(options: Options, openMachine: OpenMachine): Promise<void> {
  const withTheTables = options.tables && options.hashesOnly !== true;
  const report = await logAudited(options);
  const tables = withTheTables ? await tablesAudited(openMachine) : undefined;
  await tell(tables ? withTables(report, tables) : report, options, withTheTables);
}

async function logAudited(options: Options): Promise<AuditReport> {
  const dataDir = dataDirOf(process.env);
  const given = await filesOf(options);
  const place = await openAuditPlace({ dataDir, env: process.env });
  const stopping = new Stopping(() => place.close());
  try {
    const own = given.policy ? undefined : await ownPolicyText({ dataDir, env: process.env }, place.source.log);
    const policy = given.policy ?? (own === undefined ? undefined : readPolicy(own));
    if (!policy) throw usageFault('本机没有台账的签名密钥，不知道该认谁的签名。', '请加 --policy <策略文件>。');
    const run = { ...given, ...numbersOf(options), policy };
    return await stopping.letEnd((stop) => audited(place, { ...run, stop }));
  } finally {
    stopping.listenNoMore();
    await place.close();
  }
}

/** Folding again takes the keys of what tables show in clear. */
async function tablesAudited(openMachine: OpenMachine): Promise<Rederived> {
  const found: Rederived[] = [];
  await using(openMachine(), async (machine) => void found.push(await rederived(machine)));
  return found[0]!;
}

interface Given {
  readonly policy: Policy | undefined;
  readonly held: readonly string[];
  readonly since: Checkpoint | undefined;
}

async function filesOf({ policy, held, since }: Options): Promise<Given> {
  return {
    policy: policy === undefined ? undefined : await policyAt(policy),
    held: await Promise.all(held.map(textAt)),
    since: since === undefined ? undefined : checkpointOf(since, await textAt(since)),
  };
}

function checkpointOf(name: string, text: string): Checkpoint {
  try {
    return readCheckpoint(readNote(text).text);
  } catch (error) {
    if (error instanceof NotANote) throw new CliFault(`${name} 不是检查点：${error.message}`, '请核对文件是否完整。');
    throw error;
  }
}

function numbersOf({ days, workers, hashesOnly, state }: Options): Omit<AuditRun, 'policy' | 'held' | 'since'> {
  return {
    now: Math.floor(Date.now() / 1000),
    ageSecondsMax: wholeIn('--days', days, 36_500) * daySeconds,
    hashesOnly: hashesOnly === true,
    stateFile: state === undefined ? undefined : fileAt(state),
    workers: wholeIn('--workers', workers, workersMax),
  };
}

function wholeIn(name: string, text: string, max: number): number {
  if (!/^\d+$/.test(text) || Number(text) > max) throw usageFault(`${name} 的内容不对。`, `请写 0 至 ${max} 的整数。`);
  return Number(text);
}

async function audited({ source, sealedCount }: AuditPlace, run: AuditRun): Promise<AuditReport> {
  const total = await sealedCount();
  let progress: Progress | undefined;
  try {
    return await runAudit(source, {
      ...run,
      onProgress: (entries) => (progress ??= progressOf('审计', total, '条')).to(entries),
    });
  } catch (error) {
    if (error instanceof StateDamaged)
      throw new CliFault('进度文件不完整或被改动过，不能接着审。', '请删去它，从头审一遍。');
    if (error instanceof AuditStopped) throw await stopped(error, run.stateFile);
    throw error;
  } finally {
    progress?.end();
  }
}

/** What was verified is kept where the auditor said, or else beside where he works. */
async function stopped({ entries, faults, reached }: AuditStopped, stateFile: string | undefined): Promise<CliFault> {
  const told = `审计按要求停下：已读 ${entries} 条，`;
  if (faults > 0)
    return new CliFault(
      `${told}已发现 ${faults} 处不符，没有保存进度。`,
      '请再执行一次并审到底，得到完整的报告。',
      130,
    );
  if (!reached) return new CliFault(`${told}没有发现不符，没有可保存的进度。`, '再执行一次即从头审。', 130);
  const file = stateFile ?? fileAt(`zhice-审计进度-${reached.size}`);
  if (stateFile === undefined) await keepAuditState(file, reached);
  const again = `请用同一条命令${stateFile === undefined ? `加 --state ${file} ` : ''}接着审，已验过的签名不再重验。`;
  return new CliFault(`${told}没有发现不符，进度已保存到 ${file}。`, again, 130);
}

async function tell(report: AuditReport, { policy, json, out }: Options, withTheTables: boolean): Promise<void> {
  const asked = { isTrustedElsewhere: policy !== undefined, withTables: withTheTables };
  if (out !== undefined) await writeOut(out, `${JSON.stringify(auditJson(report, asked), null, 2)}\n`);
  if (json === true) sayJson(auditJson(report, asked));
  else say(auditText(report, asked));
  if (report.faultCount > 0)
    throw new CliFault(`审计发现 ${report.faultCount} 处不符。`, '按上面每一处的处理办法办理；报告请存档。');
  if (json !== true) say('审计通过。');
}
