import type { Command } from 'commander';
import type { KeeperHome, KeeperKind } from '#libs/sealing/keeper-home';
import { usageFault } from './cli-fault.js';
import { keeperExplained } from './keeper-words.js';
import { note, say } from './text.js';

interface Asked {
  readonly dir: string;
  readonly log?: string;
  readonly size: string;
  readonly root: string;
  readonly reason: string;
}

/** The last way after entries were lost for good; a person decides, and the reason stays on file. */
export function registerStepBack(
  of: Command,
  kind: KeeperKind,
  homeAt: (asked: { readonly dir: string }) => KeeperHome,
): void {
  of.command('step-back')
    .description('台账的记录确实永久丢失时：退回到现有的条数重新签名。已发出的检查点将与新的不一致，请先写下事故记录')
    .requiredOption('--dir <文件夹>', '自己的文件夹')
    .requiredOption('--log <名称>', '台账的名称')
    .requiredOption('--size <条数>', '台账现有的条数')
    .requiredOption('--root <十六进制>', '现有台账的根，十六组每组四位')
    .requiredOption('--reason <文字>', '为什么：事故记录的编号和批准人')
    .action((asked: Asked & { log: string }) => stepBack(homeAt(asked), kind, asked));
}

async function stepBack(home: KeeperHome, kind: KeeperKind, asked: Asked & { log: string }): Promise<void> {
  const root = asked.root.replace(/\s/g, '');
  if (!/^[1-9]\d{0,14}$/.test(asked.size) || !/^[0-9a-f]{64}$/i.test(root))
    throw usageFault('条数或根写得不对。', '根是 64 位十六进制数，见 zhice checkpoint 的提示。');
  await keeperExplained(async () => {
    const release = await home.take();
    try {
      await home.keys();
      const to = { size: Number(asked.size), root: Buffer.from(root, 'hex') };
      await home.stepBack(asked.log, to, { at: new Date().toISOString(), reason: asked.reason });
    } finally {
      await release();
    }
  });
  say(`已退回到 ${asked.size} 条。经过记在 ${kind}-steps-back.txt，请连同事故记录一起保存。`);
  note('请立即通知每一位持有旧检查点的人。');
}
