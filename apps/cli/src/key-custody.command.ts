import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { restoreKeys, takeKeyBackup, testRestore, type RestoreTest } from '#libs/house/key-backup';
import { assertAlone, rotateMaster } from '#libs/house/master-rotation';
import { writeSecret } from '#libs/privacy/master-key';
import { CliFault } from './cli-fault.js';
import { dataDirOf, fileAt } from './place.js';
import { using, type Machine, type Sessions } from './session.js';
import { say } from './text.js';

/** Backup and master key of the key database, beside the keys that sign. */
export function registerKeyCustody(keys: Command, { openMachine }: Pick<Sessions, 'openMachine'>): void {
  keys
    .command('backup')
    .description('备份密钥库；备份中的密钥仍由主密钥加密')
    .requiredOption('--out <文件>', '写入的文件')
    .action(({ out }: { out: string }) => using(openMachine(), (machine) => backup(machine, out)));
  keys
    .command('restore-test <文件>')
    .description('试恢复：用主密钥打开备份中的每个密钥，并与台账核对；不改动密钥库')
    .action((file: string) => using(openMachine(), (machine) => test(machine, file)));
  keys
    .command('restore <文件>')
    .description('把备份恢复到空的密钥库；之后已删除人员的密钥在下次启动时重新销毁')
    .action((file: string) => using(openMachine(), (machine) => restore(machine, file)));
  keys
    .command('rotate-master')
    .description('换主密钥：全部密钥用新主密钥重新加密，新备份试恢复成功后销毁旧主密钥；须停止其他进程')
    .requiredOption('--backup <文件>', '新备份写入的文件')
    .action(({ backup: file }: { backup: string }) => using(openMachine(), (machine) => rotate(machine, file)));
}

async function backup({ house }: Machine, out: string): Promise<void> {
  const place = fileAt(out);
  await writeSecret(place, await takeKeyBackup(house.keysPool, house.store.log, new Date(house.time())));
  assertWhole(await testRestore(house, await readFile(place, 'utf8')));
  say(`已备份到 ${place}，并试恢复成功。请与台账、主密钥分开保管，最多保存 35 天。`);
}

async function test({ house }: Machine, file: string): Promise<void> {
  const told = await testRestore(house, await readFile(fileAt(file), 'utf8'));
  assertWhole(told);
  say(`试恢复成功：${told.takenAt} 的备份，${told.keys} 个密钥全部打开，并与台账相符。`);
  if (told.missing > 0) say(`台账中另有 ${told.missing} 个密钥不在备份里：是备份之后新增的，请再备份一次。`);
}

function assertWhole({ broken }: RestoreTest): void {
  if (broken.length === 0) return;
  throw new CliFault(
    `备份中有 ${broken.length} 个密钥打不开，或与台账不符。`,
    '请核对 data/keys/master.key 是否与备份同期；换用另一份备份。',
  );
}

async function restore({ house }: Machine, file: string): Promise<void> {
  const count = await restoreKeys(house.keysPool, house.store.log, await readFile(fileAt(file), 'utf8'));
  await house.eraser.replay(({ again }) => say(`已重新销毁 ${again} 个已删除人员的密钥。`));
  say(`已恢复 ${count} 个密钥。`);
}

async function rotate({ house }: Machine, file: string): Promise<void> {
  const place = fileAt(file);
  await house.engine.stop();
  await assertAlone(house.keysPool);
  const { epoch, keys } = await rotateMaster(house.keysPool, dataDirOf(process.env), async (master) => {
    await writeSecret(place, await takeKeyBackup(house.keysPool, house.store.log, new Date(house.time())));
    const told = await testRestore({ ...house, master }, await readFile(place, 'utf8'));
    assertWhole(told);
    if (told.missing > 0)
      throw new CliFault(`新备份缺 ${told.missing} 个密钥，旧主密钥没有销毁。`, '请查明密钥丢失的原因。');
  });
  say(`主密钥已换为第 ${epoch} 期：${keys} 个密钥重新加密，新备份 ${place} 试恢复成功，旧主密钥已销毁。`);
  say('旧备份从现在起读不出任何个人信息，请销毁；请两名保管人各备份 data/keys/master.key 一份。');
}
