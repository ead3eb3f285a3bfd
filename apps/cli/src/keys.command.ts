import type { Command } from 'commander';
import { knownKeys, sayOfKeys } from '#libs/house/announce-writer';
import { openSealing, type Sealing } from '#libs/house/sealing';
import { rotateWriter, writerKeyIdIn } from '#libs/house/writer-rotation';
import { verifierKey } from '#libs/proof/note';
import { usageFault } from './cli-fault.js';
import { registerKeyCustody } from './key-custody.command.js';
import { keeperExplained } from './keeper-words.js';
import { dataDirOf } from './place.js';
import { using, type Machine, type Sessions } from './session.js';
import { note, say, textTable } from './text.js';

const reasons = { 更换: 'rotated', 被盗: 'stolen', 丢失: 'lost' } as const;
const dataDir = (): string => dataDirOf(process.env);

export function registerKeysCommands(program: Command, { openMachine }: Sessions): void {
  const keys = program
    .command('keys')
    .description('密钥：写入密钥（每条记录的签名）、台账密钥（检查点的签名）、个人信息的密钥及其主密钥');
  keys
    .command('list', { isDefault: true })
    .description('列出所有密钥和它们的状态')
    .action(() => using(openMachine(), list));
  keys
    .command('rotate <哪一种>')
    .description('换新：writer 写入密钥，log 台账密钥。旧密钥继续有效，直到 revoke')
    .action((kind: string) => using(openMachine(), (machine) => rotate(machine, kind)));
  keys
    .command('revoke <密钥编号>')
    .description('作废一把密钥：此后用它签的一律无效。先重启所有进程，让它们用上新密钥')
    .option('--reason <原因>', `可选：${Object.keys(reasons).join('、')}`, '更换')
    .action((id: string, { reason }: { reason: string }) =>
      using(openMachine(), (machine) => revoke(machine, id, reason)),
    );
  registerKeyCustody(keys, { openMachine });
}

const sealingOf = ({ house }: Machine): Sealing =>
  openSealing(house, {
    dataDir: dataDir(),
    env: process.env,
    onError: (error) => note(`注意：${error.name}：${error.message}`),
  });

const logKeyIds = async (sealing: Sealing): Promise<string[]> =>
  (await keeperExplained(() => sealing.logKeys())).map((text) => `l-${verifierKey(text).id}`);

async function list(machine: Machine): Promise<void> {
  const inUse = [await writerKeyIdIn(dataDir()), ...(await logKeyIds(sealingOf(machine)))];
  const rows = [...(await knownKeys(machine.house.ledger))].map(([id, { publicKey, revoked }]) => [
    id,
    id.startsWith('w-') ? '写入' : '台账',
    revoked ? '已作废' : inUse.includes(id) ? '使用中' : '有效，未使用',
    publicKey,
  ]);
  say(textTable(['编号', '种类', '状态', '公钥'], rows));
}

async function rotate(machine: Machine, kind: string): Promise<void> {
  if (kind === 'writer') {
    const { old, fresh } = await rotateWriter(machine.house, dataDir());
    say(`新的写入密钥 ${fresh} 已登记并启用。`);
    note(`请重启所有进程（它们还在用 ${old}），然后执行 zhice keys revoke ${old}，并备份 keys 文件夹。`);
  } else if (kind === 'log') await rotateLog(machine);
  else throw usageFault(`不认识“${kind}”。`, '请写 writer 或 log。');
}

async function rotateLog(machine: Machine): Promise<void> {
  const sealing = sealingOf(machine);
  const { logKeyHome: home } = sealing;
  if (!home)
    throw usageFault(
      '签名方是单独的进程。',
      '请在签名方的机器上执行 zhice signer rotate，并重启签名方；新密钥随下一个检查点登记。',
    );
  const key = await keeperExplained(async () => {
    await sealing.logKeys();
    return home.rotate();
  });
  await sealing.checkpointer.checkpoint({ whole: true });
  say(`新的台账公钥　${key.text}`);
  note(
    '请写入纸质密钥登记表，盖章后交给每一位审计人和见证人，换上新的策略文件；旧密钥同时签名，直到 zhice keys revoke。',
  );
}

async function revoke(machine: Machine, id: string, reason: string): Promise<void> {
  if (!Object.hasOwn(reasons, reason))
    throw usageFault(`没有“${reason}”这个原因。`, `可用：${Object.keys(reasons).join('、')}`);
  const why = reasons[reason as keyof typeof reasons];
  const { ledger } = machine.house;
  const sealing = sealingOf(machine);
  if (id.startsWith('w-')) {
    const data = { writerKeyId: id, reason: why };
    await sayOfKeys(ledger, { type: 'RevokeWriterKey', data }, [await writerKeyIdIn(dataDir())]);
  } else {
    const signing = await logKeyIds(sealing);
    // Only the newest of them has to stay; the one before it is what is given up here.
    const inUse = sealing.logKeyHome ? signing.slice(0, 1) : signing;
    await sayOfKeys(ledger, { type: 'RevokeLogKey', data: { logKeyId: id, reason: why } }, inUse);
    if (signing.slice(1).includes(id)) await sealing.logKeyHome?.retire();
  }
  await sealing.checkpointer.checkpoint({ whole: true });
  say(`${id} 已作废。`);
}
