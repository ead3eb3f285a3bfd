import type { Command } from 'commander';
import { readCheckpoint, rootGroups } from '#libs/proof/checkpoint';
import { CheckpointKeeper, type Answer } from '#libs/proof/keeper';
import { readNote } from '#libs/proof/note';
import { logsOf } from '#libs/proof/policy';
import { KeeperHome } from '#libs/sealing/keeper-home';
import { serveKeeper } from '#libs/sealing/keeper-server';
import { CliFault, usageFault } from './cli-fault.js';
import { keeperExplained, untilStopped } from './keeper-words.js';
import { writeOut } from './out-file.js';
import { fileAt } from './place.js';
import { policyAt, textAt } from './policy-file.js';
import { registerStepBack } from './step-back.js';
import { note, say } from './text.js';

interface Place {
  readonly dir: string;
}
interface Signing extends Place {
  readonly policy: string;
}

/** A witness needs no ledger and no database: a folder of its own, and the policy file that names the logs it knows. */
export function registerWitnessCommands(program: Command): void {
  const witness = program
    .command('witness')
    .description('见证人：在自己的机器上看着一份台账只增不改，并为它的检查点签名。不需要数据库');
  const dir = ['--dir <文件夹>', '见证人自己的文件夹：密钥，和签到了哪里'] as const;
  const policy = ['--policy <文件>', '策略文件：其中 log 行是所见证的台账的公钥'] as const;
  witness
    .command('key')
    .description('显示见证人的公钥；第一次执行时生成')
    .requiredOption(...dir)
    .requiredOption('--name <名称>', '见证人的名称，例如 witness.example.org/jiwei')
    .action((asked: Place & { name: string }) => key(asked));
  witness
    .command('sign <文件>')
    .description('离线见证：读入 zhice checkpoint --ask 写出的文件，核对后写出一行签名')
    .requiredOption(...dir)
    .requiredOption(...policy)
    .requiredOption('--out <文件>', '签名写到哪里，带回台账单位后执行 zhice checkpoint --add <文件>')
    .action((file: string, asked: Signing & { out: string }) => sign(file, asked));
  witness
    .command('status')
    .description('显示公钥和每份台账签到了哪里')
    .requiredOption(...dir)
    .action((asked: Place) => status(asked));
  registerStepBack(witness, 'witness', homeAt);
  witness
    .command('serve')
    .description('在线见证：接受台账单位的检查点（C2SP add-checkpoint），用 Ctrl-C 停止')
    .requiredOption(...dir)
    .requiredOption(...policy)
    .option('--host <地址>', '监听的地址', '127.0.0.1')
    .option('--port <端口>', '监听的端口', '8642')
    .action((asked: Signing & { host: string; port: string }) => serve(asked));
}

const homeAt = ({ dir }: Place): KeeperHome => new KeeperHome(fileAt(dir), 'witness');

/** Holds the folder while `work` runs. */
async function holding<T>(home: KeeperHome, work: () => Promise<T>): Promise<T> {
  return keeperExplained(async () => {
    const release = await home.take();
    try {
      return await work();
    } finally {
      await release();
    }
  });
}

async function keeperOf(home: KeeperHome, policy: string): Promise<CheckpointKeeper> {
  const logs = logsOf(await policyAt(policy));
  return new CheckpointKeeper({ keys: await home.keys(), memory: home.memory, logs, now: Date.now });
}

async function key(asked: Place & { name: string }): Promise<void> {
  const home = homeAt(asked);
  say(await holding(home, async () => (await home.make(asked.name)).text));
  note('请把这一行公钥抄在纸上，盖章后交给审计人和台账单位。');
}

async function sign(file: string, asked: Signing & { out: string }): Promise<void> {
  const home = homeAt(asked);
  const request = await textAt(file);
  const answer = await holding(home, async () => (await keeperOf(home, asked.policy)).add(request));
  if (answer.status !== 200) throw refusedBy(answer);
  await writeOut(asked.out, answer.body);
  const { origin, size, root } = readCheckpoint(readNote(request.slice(request.indexOf('\n\n') + 2)).text);
  say(`已见证　台账 ${origin}，${size} 条记录`);
  say(`根　　　${rootGroups(root)}`);
  note(`签名已写入 ${asked.out}。请把上面两行记入见证登记簿。`);
}

const refusals: Readonly<Record<Exclude<Answer['status'], 200 | 409>, readonly [string, string]>> = {
  400: ['文件不是见证请求。', '请台账单位用 zhice checkpoint --ask 重新写出。'],
  403: ['检查点上没有策略文件所认台账的签名。', '请核对策略文件中的台账公钥；属实的，拒绝见证并报告。'],
  404: ['策略文件不认识这份台账。', '请核对策略文件。'],
  422: ['新的检查点不是上次见证的台账的延续：以前的记录被改过或删过。', '不要见证。请保留这个文件作为证据，立即报告。'],
};

function refusedBy(answer: Answer): CliFault {
  if (answer.status === 409)
    return new CliFault(
      `见证人上次签到 ${answer.body.trim()} 条记录，与文件的起点不同。`,
      `请台账单位执行 zhice checkpoint --ask <文件> --since ${answer.body.trim()}；如果台账现在的条数还不到这个数，说明台账少了记录，请立即报告。`,
    );
  const [message, remedy] = refusals[answer.status as 400];
  return new CliFault(message, remedy);
}

async function status(asked: Place): Promise<void> {
  const home = homeAt(asked);
  for (const { text } of await keeperExplained(() => home.keys())) say(`公钥　${text}`);
  const kept = await home.memory.all();
  for (const [origin, { size, root }] of kept) say(`台账 ${origin}　${size} 条　根 ${rootGroups(root)}`);
  if (kept.size === 0) say('还没有为任何台账签过名。');
}

async function serve(asked: Signing & { host: string; port: string }): Promise<void> {
  const port = Number(asked.port);
  if (!/^\d{1,5}$/.test(asked.port) || port > 65_535)
    throw usageFault(`${asked.port} 不是端口号。`, '请填 0 至 65535 的整数。');
  const home = homeAt(asked);
  await holding(home, async () => {
    const server = await serveKeeper({
      keeper: await keeperOf(home, asked.policy),
      keys: (await home.keys()).map(({ text }) => text),
      at: { host: asked.host, port },
      onError: (error) => note(`没有签名：${error.message}`),
    });
    say(`见证人已启动：${server.address}`);
    await untilStopped();
    await server.close();
  });
}
