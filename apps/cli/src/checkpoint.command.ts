import type { Command } from 'commander';
import { openSealing, type Sealing } from '#libs/house/sealing';
import { readCheckpoint, rootGroups } from '#libs/proof/checkpoint';
import { readNote } from '#libs/proof/note';
import { LogAndTreeDiffer, NothingSealed } from '#libs/sealing/bundle-builder';
import { CosignerRefused, SignerAhead } from '#libs/sealing/checkpointer';
import { CliFault } from './cli-fault.js';
import { assertMayRead, volunteerNamed } from './lookup.js';
import { writeOut } from './out-file.js';
import { dataDirOf } from './place.js';
import { using, type CliSession, type Machine, type Sessions } from './session.js';
import { note, say } from './text.js';

export function registerProofCommands(program: Command, { openMachine, openCli }: Sessions): void {
  program
    .command('checkpoint')
    .description('给整本台账做一个检查点：封存到此刻，签名，请见证人签名；印出来的根可以留在纸上')
    .option('--out <文件>', '检查点另存为文件')
    .action(({ out }: { out?: string }) => using(openMachine(), (machine) => checkpoint(machine, out)));
  program
    .command('bundle <志愿者>')
    .description('一个人的全部记录连同证明写成一个文件，任何人都能离线校验：zhice verify bundle')
    .requiredOption('--out <文件>', '写到哪里')
    .action((asked: string, { out }: { out: string }) => using(openCli(), (session) => bundle(session, asked, out)));
}

const sealingOf = ({ house }: Machine): Promise<Sealing> =>
  openSealing(house, {
    dataDir: dataDirOf(process.env),
    env: process.env,
    onError: (error) => note(`注意：${error.name}：${error.message}`),
  });

async function checkpoint(machine: Machine, out: string | undefined): Promise<void> {
  const { checkpointer, logKey } = await sealingOf(machine);
  const made = await explained(() => checkpointer.checkpoint({ whole: true }));
  if (!made) throw new CliFault('台账还是空的。', '有了第一条记录再做检查点。');
  const { size, root } = readCheckpoint(readNote(made.note).text);
  if (out !== undefined) await writeOut(out, made.note);
  say(made.note);
  say(`共 ${size} 条记录`);
  say(`根　${rootGroups(root)}`);
  say(`台账公钥　${logKey}`);
}

async function bundle(session: CliSession, asked: string, out: string): Promise<void> {
  await session.settled();
  const volunteerId = await volunteerNamed(session.house, asked);
  await assertMayRead(session.house, session.actor, volunteerId);
  const { checkpointer, bundles } = await sealingOf(session);
  const made = await explained(async () => {
    await checkpointer.checkpoint({ whole: true });
    return bundles.build(volunteerId);
  });
  await writeOut(out, JSON.stringify(made));
  say(`已写入 ${out}：${made.entries.length} 条记录。个人信息仍是密文，可以交给审计人。`);
}

/** What a person can do about the failures of sealing. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SignerAhead)
      throw new CliFault(
        `签名方已为 ${error.signedSize} 条记录签过名，这里只有 ${error.sealedSize} 条：台账少了记录（例如恢复了旧备份）。`,
        '不要继续写入；请找回缺少的记录，见 docs/operations.md。',
      );
    if (error instanceof CosignerRefused)
      throw new CliFault(`签名方拒绝签名：${error.message}`, '台账与上次签名时不一致，请立即核对，见 zhice verify。');
    if (error instanceof NothingSealed) throw new CliFault('这个人还没有已封存的记录。', '请先执行 zhice checkpoint。');
    if (error instanceof LogAndTreeDiffer)
      throw new CliFault(`台账与封存时不一致：${error.message}`, '请执行 zhice verify 查找被改动的记录。');
    throw error;
  }
}
