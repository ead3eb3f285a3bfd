import { join } from 'node:path';
import type { Command } from 'commander';
import { CheckpointKeeper } from '#libs/proof/keeper';
import { KeeperHome } from '#libs/sealing/keeper-home';
import { serveKeeper } from '#libs/sealing/keeper-server';
import { keeperExplained, untilStopped } from './keeper-words.js';
import { fileAt } from './place.js';
import { registerStepBack } from './step-back.js';
import { note, say } from './text.js';

interface Asked {
  readonly dir: string;
}

/** The log's signer as a process of its own, under another account of the system than the ledger. */
export function registerSignerCommands(program: Command): void {
  const signer = program
    .command('signer')
    .description('台账的签名方，作为单独的进程（最好用另一个系统账号）运行；不单独运行时由台账进程自己签名');
  const dir = ['--dir <文件夹>', '签名方自己的文件夹：密钥，和签到了哪里'] as const;
  signer
    .command('key')
    .description('显示台账的公钥；第一次执行时生成')
    .requiredOption(...dir)
    .requiredOption('--log <名称>', '台账的名称，见 zhice checkpoint 的第一行')
    .action(async (asked: Asked & { log: string }) => {
      const key = await holding(asked, (home) => home.make(asked.log));
      say(key.text);
      note('请把这一行公钥写入纸质密钥登记表，盖章后交给审计人和见证人。');
    });
  signer
    .command('serve')
    .description('等待台账进程送来检查点；台账进程用 ZHICE_SIGNER=<套接字> 找到它。用 Ctrl-C 停止')
    .requiredOption(...dir)
    .option('--socket <文件>', '套接字文件，默认在文件夹里')
    .action((asked: Asked & { socket?: string }) => serve(asked));
  registerStepBack(signer, 'log', homeAt);
  signer
    .command('rotate')
    .description('生成新密钥；旧密钥继续共同签名，直到 retire')
    .requiredOption(...dir)
    .action(async (asked: Asked) => say((await holding(asked, (home) => home.rotate())).text));
  signer
    .command('retire')
    .description('旧密钥退出签名并删除')
    .requiredOption(...dir)
    .action(async (asked: Asked) => {
      for (const { text } of await holding(asked, (home) => home.retire())) say(text);
    });
}

const homeAt = ({ dir }: Asked): KeeperHome => new KeeperHome(fileAt(dir), 'log');

async function holding<T>(asked: Asked, work: (home: KeeperHome) => Promise<T>): Promise<T> {
  const home = homeAt(asked);
  return keeperExplained(async () => {
    const release = await home.take();
    try {
      return await work(home);
    } finally {
      await release();
    }
  });
}

const serve = (asked: Asked & { socket?: string }): Promise<void> =>
  holding(asked, async (home) => {
    const keys = await home.keys();
    const logs = new Map([[keys[0]!.name, 'own' as const]]);
    const server = await serveKeeper({
      keeper: new CheckpointKeeper({ keys, memory: home.memory, logs, now: Date.now }),
      keys: keys.map(({ text }) => text),
      at: fileAt(asked.socket ?? join(home.folder, 'signer.sock')),
      onError: (error) => note(`没有签名：${error.message}`),
    });
    say(`签名方已启动：${server.address}`);
    await untilStopped();
    await server.close();
  });
