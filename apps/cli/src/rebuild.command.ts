import type { Command } from 'commander';
import { rebuild, type RebuiltTable } from '#libs/projection-engine/rebuild';
import { CliFault, usageFault } from './cli-fault.js';
import { progressOf } from './progress.js';
import { entriesIn } from './lag.js';
import { using, type Machine, type Sessions } from './session.js';
import { note, say, textTable } from './text.js';

export function registerRebuildCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('rebuild [视图...]')
    .description('从头重放台账，重建视图并与原表逐表比对；期间可以照常查阅')
    .action((names: string[]) => using(openMachine(), (machine) => rebuildNamed(machine, names)));
}

async function rebuildNamed({ house, settled }: Machine, names: readonly string[]): Promise<void> {
  const { followerParts, store } = house;
  const unknown = names.filter((name) => !followerParts.projections.some((one) => one.name === name));
  if (unknown.length > 0)
    throw usageFault(
      `没有视图 ${unknown.join('、')}。`,
      `可用：${followerParts.projections.map(({ name }) => name).join('、')}`,
    );
  const projections =
    names.length === 0
      ? followerParts.projections
      : followerParts.projections.filter(({ name }) => names.includes(name));
  // Tables can only be held against each other where they stand at the same entry.
  await settled();
  const head = await store.head();
  const progress = progressOf('重放', await entriesIn(house, head), '条');
  const tables = await rebuild({ ...followerParts, projections }, ({ entries, position }) => {
    progress.to((position === null ? undefined : store.entriesUpTo(position)) ?? entries);
  });
  progress.end();
  say(textTable(['视图', '表', '行数', '重建前', '重建后', '比对'], tables.map(lineOf)));
  tellResult(tables);
}

const shortHash = (hash: string): string => hash.slice(0, 16);

const verdictOf = ({ before, after }: RebuiltTable): string =>
  before === null ? '未比对' : before === after ? '一致' : '不一致';

const lineOf = (table: RebuiltTable): (string | number | null)[] => [
  table.projection,
  table.table,
  table.rows,
  table.before && shortHash(table.before),
  shortHash(table.after),
  verdictOf(table),
];

function tellResult(tables: readonly RebuiltTable[]): void {
  const differing = tables.filter(({ before, after }) => before !== null && before !== after);
  if (tables.some(({ before }) => before === null))
    note('有的表在重建期间又收到新的记录，没有比对；再执行一次即可比对。');
  if (differing.length === 0) return say(`已重建 ${tables.length} 张表。`);
  throw new CliFault(
    `${differing.map(({ table }) => table).join('、')} 重建前后不一致：原表与台账不符，现已按台账更正。`,
    '请查明谁改动过数据库中的视图表；依据旧表打印的表格请重新打印。',
  );
}
