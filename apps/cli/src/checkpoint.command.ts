import type { Command } from 'commander';
import { openSealing, type Sealing } from '#libs/house/sealing';
import { checkpointPageHtml } from '#libs/forms/checkpoint-page';
import { readCheckpoint, rootGroups } from '#libs/proof/checkpoint';
import { NotANote, readNote } from '#libs/proof/note';
import { paperLines } from '#libs/proof/paper';
import { sealFor } from '#libs/privacy/sealed-box';
import { LogAndTreeDiffer, NothingSealed } from '#libs/sealing/bundle-builder';
import { CosignerRefused, SignerAhead } from '#libs/sealing/checkpointer';
import { boxKeyAt } from './box-key.js';
import { assertMayDisclose, groupsIn, withKeys, type DisclosingAsked } from './bundle-keys.js';
import { CliFault, usageFault } from './cli-fault.js';
import { purposeHelp } from './disclosing.js';
import { keeperExplained } from './keeper-words.js';
import { assertMayRead, volunteerNamed } from './lookup.js';
import { writeOut } from './out-file.js';
import { dataDirOf } from './place.js';
import { policyAt, textAt } from './policy-file.js';
import { using, type CliSession, type Machine, type Sessions } from './session.js';
import { note, say } from './text.js';

export function registerProofCommands(program: Command, { openMachine, openCli }: Sessions): void {
  program
    .command('checkpoint')
    .description('给整本台账做一个检查点：封存到此刻，签名，请见证人签名；印出来的根可以留在纸上')
    .option('--out <文件>', '检查点另存为文件')
    .option('--print <文件>', '写成一页可打印的网页：二维码，和便于抄录的六行')
    .option('--ask <文件>', '写出交给离线见证人的文件')
    .option('--since <条数>', '与 --ask 同用：见证人上次签到多少条，第一次为 0', '0')
    .option('--add <文件>', '把离线见证人带回的签名加到检查点上，要同时给出 --policy')
    .option('--policy <文件>', '策略文件：其中 witness 行是见证人的公钥')
    .action((asked: CheckpointAsked) => using(openMachine(), (machine) => checkpoint(machine, asked)));
  program
    .command('bundle <志愿者>')
    .description('一个人的全部记录连同证明写成一个文件，任何人都能离线校验：zhice verify bundle')
    .requiredOption('--out <文件>', '写到哪里')
    .option(
      '--disclose <类别>',
      '给有权查看的审计人：附上这些类别的密钥，逗号分隔，如 identity,contact；不写则只有密文',
    )
    .option('--purpose <用途>', `附上密钥时必填，留下记录；${purposeHelp}`)
    .option('--for <公钥文件>', '加密给审计人（X25519 公钥，PEM）：只有他的私钥能打开，路上丢了也读不出')
    .action((asked: string, options: BundleAsked) => using(openCli(), (session) => bundle(session, asked, options)));
}

interface BundleAsked extends DisclosingAsked {
  readonly out: string;
  /** File of the auditor's public key. */
  readonly for?: string;
}

interface CheckpointAsked {
  readonly out?: string;
  readonly print?: string;
  readonly ask?: string;
  readonly since: string;
  readonly add?: string;
  readonly policy?: string;
}

const sealingOf = ({ house }: Machine): Sealing =>
  openSealing(house, {
    dataDir: dataDirOf(process.env),
    env: process.env,
    onError: (error) => note(`注意：${error.name}：${error.message}`),
  });

async function checkpoint(machine: Machine, asked: CheckpointAsked): Promise<void> {
  const sealing = sealingOf(machine);
  if (asked.add !== undefined) return addLines(sealing, asked.add, asked.policy);
  const made = await explained(() => sealing.checkpointer.checkpoint({ whole: true }));
  if (!made) throw new CliFault('台账还是空的。', '有了第一条记录再做检查点。');
  const { size, root } = readCheckpoint(readNote(made.note).text);
  if (asked.print !== undefined) await writeOut(asked.print, await pageOf(sealing, made.note));
  if (asked.out !== undefined) await writeOut(asked.out, made.note);
  if (asked.ask !== undefined) await writeRequest(sealing, asked.ask, asked.since);
  say(made.note);
  say(`共 ${size} 条记录`);
  say(`根　${rootGroups(root)}`);
  for (const key of await explained(() => sealing.logKeys())) say(`台账公钥　${key}`);
}

async function pageOf(sealing: Sealing, signed: string): Promise<string> {
  const { text, signatures } = readNote(signed);
  const checkpoint = readCheckpoint(text);
  const logKeys = await explained(() => sealing.logKeys());
  const names = signatures.map(({ name }) => name).filter((name) => name !== checkpoint.origin);
  return checkpointPageHtml({
    note: signed,
    log: checkpoint.origin,
    size: checkpoint.size,
    lines: paperLines(checkpoint),
    logKeys,
    witnesses: names,
    printedAt: new Date().toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' }),
  });
}

async function writeRequest({ checkpointer }: Sealing, out: string, since: string): Promise<void> {
  if (!/^\d{1,15}$/.test(since))
    throw usageFault(`--since ${since} 不是条数。`, '请填见证人上次签到的条数，第一次为 0。');
  const request = await checkpointer.requestSince(Number(since));
  if (request === undefined)
    throw new CliFault(
      `见证人已签到 ${since} 条，这里没有这么多：台账少了记录（例如恢复了旧备份）。`,
      '不要继续写入；请找回缺少的记录，见 docs/operations.md。',
    );
  await writeOut(out, request);
  note(`已写出 ${out}：请用 U 盘交给见证人，执行 zhice witness sign。`);
}

async function addLines({ checkpointer }: Sealing, file: string, policy: string | undefined): Promise<void> {
  if (policy === undefined) throw usageFault('还缺策略文件。', `zhice checkpoint --add ${file} --policy <策略文件>`);
  const { witnesses } = await policyAt(policy);
  const made = await explained(async () => checkpointer.addLines(await textAt(file), witnesses.values()));
  if (!made)
    throw new CliFault(
      '文件里没有策略文件所认见证人的有效签名，或它不是为这份台账的检查点签的。',
      '请核对文件和策略文件。',
    );
  say(made.note);
}

const ownerOnly = 0o600;

async function bundle(session: CliSession, asked: string, options: BundleAsked): Promise<void> {
  const groups = options.disclose === undefined ? undefined : groupsIn(options.disclose);
  const to = options.for === undefined ? undefined : await boxKeyAt(options.for);
  await session.settled();
  const volunteerId = await volunteerNamed(session.house, asked);
  await assertMayRead(session.house, session.actor, volunteerId);
  if (groups) await assertMayDisclose(session, volunteerId, options);
  const { checkpointer, bundles } = sealingOf(session);
  const made = await explained(async () => {
    await checkpointer.checkpoint({ whole: true });
    return bundles.build(volunteerId);
  });
  const { out, purpose } = options;
  const closed = (text: string): string => (to ? sealFor(text, to) : text);
  if (!groups) {
    await writeOut(out, closed(JSON.stringify(made)));
    return say(`已写入 ${out}：${made.entries.length} 条记录。个人信息仍是密文，可以交给审计人。`);
  }
  const opened = await withKeys(session, made, { groups, purpose });
  await writeOut(out, closed(JSON.stringify(opened)), ownerOnly);
  say(
    `已写入 ${out}：${made.entries.length} 条记录，附 ${opened.disclosed?.length ?? 0} 个密钥，已登记为向审计人提供。`,
  );
  const keeping = '不要另留副本；此人日后申请删除时，须通知审计人一并销毁。';
  note(
    to
      ? `文件已加密，只有审计人的私钥能打开；${keeping}`
      : `拿到文件的人都能读出其中的个人信息：请用 --for 加密给审计人，或当面交给他，${keeping}`,
  );
}

/** What a person can do about the failures of sealing. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await keeperExplained(work);
  } catch (error) {
    if (error instanceof SignerAhead)
      throw new CliFault(
        `签名方已为 ${error.signedSize} 条记录签过名，这里只有 ${error.sealedSize} 条：台账少了记录（例如恢复了旧备份）。`,
        `不要继续写入；请找回缺少的记录，见 docs/operations.md。本机现有 ${error.sealedSize} 条，根 ${rootGroups(error.sealedRoot)}`,
      );
    if (error instanceof CosignerRefused)
      throw new CliFault(`签名方拒绝签名：${error.message}`, '台账与上次签名时不一致，请立即核对，见 zhice verify。');
    if (error instanceof NotANote) throw new CliFault(`不是见证人的签名：${error.message}`, '请核对文件是否完整。');
    if (isUnreachable(error))
      throw new CliFault(
        '找不到签名方。',
        '请确认签名方正在运行（zhice signer serve），ZHICE_SIGNER 指向它的套接字。',
        3,
      );
    if (error instanceof NothingSealed) throw new CliFault('这个人还没有已封存的记录。', '请先执行 zhice checkpoint。');
    if (error instanceof LogAndTreeDiffer)
      throw new CliFault(`台账与封存时不一致：${error.message}`, '请执行 zhice verify 查找被改动的记录。');
    throw error;
  }
}

const isUnreachable = (error: unknown): boolean =>
  ['ECONNREFUSED', 'ENOENT', 'EACCES', 'ECONNRESET'].includes((error as { code?: string }).code ?? '') &&
  (error as { syscall?: string }).syscall === 'connect';
