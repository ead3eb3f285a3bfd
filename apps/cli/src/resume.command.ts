import type { Command } from 'commander';
import { CliFault, usageFault } from './cli-fault.js';
import { using, type Machine, type Sessions } from './session.js';
import { say } from './text.js';

export function registerResumeCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('resume <名称...>')
    .description('排除故障后，让停下的视图或后续处理从停下的那一条继续')
    .action((names: string[]) => using(openMachine(), (machine) => resumeNamed(machine, names)));
}

async function resumeNamed({ house, settled }: Machine, names: readonly string[]): Promise<void> {
  const { engine } = house;
  const known = (await engine.checkpoints()).map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw usageFault(`没有视图或后续处理 ${unknown.join('、')}。`, `可用：${known.join('、')}`);
  const resumed = await engine.resume(names);
  if (resumed.length === 0) return say('所说的都没有停下，不用继续。');
  await settled();
  const again = (await engine.checkpoints()).filter(({ name, stopped }) => resumed.includes(name) && stopped !== null);
  const gone = resumed.filter((name) => !again.some((one) => one.name === name));
  if (gone.length > 0) say(`已继续并跟上台账：${gone.join('、')}`);
  if (again.length === 0) return;
  throw new CliFault(
    again
      .map(({ name, stopped }) => `${name} 又停在 ${stopped?.position}（${stopped?.type}）：${stopped?.why}`)
      .join('\n'),
    '故障还在。请换用能处理这条记录的版本，再执行一次 zhice resume。',
  );
}
