import { Option, type Command } from 'commander';
import { LogsDiffer } from '#libs/event-store/copying';
import { moveLog, type MoveOptions } from '#libs/house/move-log';
import { CliFault } from './cli-fault.js';
import { dataDirOf } from './place.js';
import { say, note } from './text.js';

const places = { eventstoredb: 'EventStoreDB', postgres: 'PostgreSQL' } as const;
const phases = { there: '核对已有', copied: '复制', compared: '逐条比对' } as const;
const toldEvery = 10_000;

/** Opens no house: the log is in two places while it is moved. */
export function registerStoreCommands(program: Command): void {
  program
    .command('store')
    .description('台账存放的地方')
    .command('copy')
    .description(
      '把整本台账原样搬到另一处：PostgreSQL 与环境变量 EVENTSTORE_URL 所指的 EventStoreDB 之间；可中断续作，最后逐条比对。搬动期间须停用志册',
    )
    .addOption(new Option('--to <去处>', '搬到哪里').choices(Object.keys(places)).makeOptionMandatory())
    .action(({ to }: Pick<MoveOptions, 'to'>) => copy(to));
}

async function copy(to: MoveOptions['to']): Promise<void> {
  const onProgress: MoveOptions['onProgress'] = (phase, entries) => {
    if (entries % toldEvery === 0) note(`${phases[phase]} ${entries} 条……`);
  };
  try {
    const { entries, there } = await moveLog({ dataDir: dataDirOf(process.env), env: process.env, to, onProgress });
    say(`台账共 ${entries} 条，已在 ${places[to]}，两处逐条比对一致（其中原已有 ${there} 条）。`);
    say(
      to === 'eventstoredb'
        ? '今后启动志册时请保留 EVENTSTORE_URL；首次启动会重建全部视图。'
        : '今后启动志册时请去掉 EVENTSTORE_URL；首次启动会重建全部视图。',
    );
  } catch (error) {
    if (!(error instanceof LogsDiffer)) throw error;
    throw new CliFault(
      `两处台账在第 ${error.same + 1} 条处不一致，没有继续：${error.message}`,
      '目标处须是空的，或是同一本台账的前一部分。请换一个空的目标（EVENTSTORE_PREFIX 或新数据库，名称用 ZHICE_LOG 写成同一个）重新复制。',
    );
  }
}
