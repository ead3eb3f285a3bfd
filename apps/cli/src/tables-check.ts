import { attestTables, checkAttested, isUnsound } from '#libs/house/attest-tables';
import { rederive, type Rederived, type RederivedTable } from '#libs/projection-engine/rederive';
import type { RowCheck, RowFault } from '#libs/projection-engine/row-roots';
import { CliFault } from './cli-fault.js';
import { entriesIn } from './lag.js';
import { progressOf } from './progress.js';
import type { Machine } from './session.js';
import { note, say, textTable } from './text.js';

const shownMax = 10;
const rootShown = 12;

const words: Readonly<Record<RowCheck, string>> = {
  PROJ_DIFF: '与台账不符',
  PROJ_EXTRA: '台账里没有这一行',
  PROJ_MISSING: '缺少这一行',
};

/** With a bar; `settled` first, since tables can only be held against each other where they stand at the same entry. */
async function withBar<T>(
  { house, settled }: Machine,
  work: (onProgress: Parameters<typeof rederive>[1]) => Promise<T>,
): Promise<T> {
  await settled();
  const { store } = house;
  const progress = progressOf('重放', await entriesIn(house, await store.head()), '条');
  const result = await work(({ entries, position }) => {
    progress.to((position === null ? undefined : store.entriesUpTo(position)) ?? entries);
  });
  progress.end();
  return result;
}

export const rederived = (machine: Machine): Promise<Rederived> =>
  withBar(machine, (onProgress) => rederive(machine.house.followerParts, onProgress));

/** `zhice verify tables`: every table against the log, row by row. */
export async function verifyTables(machine: Machine, { attest = false } = {}): Promise<void> {
  const found = attest
    ? await withBar(machine, (onProgress) => attestTables(machine.house, onProgress))
    : await rederived(machine);
  const heads = ['视图', '表', '行数', '按台账重算的根', '比对'];
  say(
    textTable(
      heads,
      found.tables.map((one) => [one.projection, one.table, one.rows, one.root.slice(0, rootShown), verdictOf(one)]),
    ),
  );
  throwIfUnsound(found);
  say(
    `${found.tables.length} 张表与台账（位置 ${found.position ?? '—'}）一致${attest ? '，各视图的根已写入台账' : ''}。`,
  );
}

/** Before figures leave the house: their tables are what the log says, and the log says so. Throws CliFault. */
export async function attested(machine: Machine): Promise<void> {
  const found = await withBar(machine, (onProgress) => attestTables(machine.house, onProgress));
  throwIfUnsound(found);
  note(`${found.tables.length} 张视图表与台账（位置 ${found.position ?? '—'}）一致，各视图的根已写入台账。`);
}

const verdictOf = ({ live, faultCount }: RederivedTable): string =>
  live === null ? '未比对' : faultCount === 0 ? '一致' : `不符 ${faultCount} 行`;

function throwIfUnsound({ tables }: Rederived): void {
  for (const { table, faults, faultCount } of tables) {
    for (const fault of faults.slice(0, shownMax)) say(`${table}　${rowWords(fault)}`);
    if (faultCount > shownMax) say(`${table}　……其余 ${faultCount - shownMax} 行从略`);
  }
  const unsound = tables.filter(isUnsound);
  if (unsound.length === 0) return;
  throw new CliFault(
    `${unsound.map(({ table }) => table).join('、')} 与台账不符或没能比对。`,
    '请执行 zhice rebuild 按台账更正，查明谁改动过；停下的视图先用 zhice status 查看。',
  );
}

export const rowWords = ({ check, key, columns }: RowFault): string =>
  `${check}　行 ${key.join('，')}　${words[check]}${columns.length === 0 ? '' : `：${columns.join('、')}`}`;

/** `zhice verify attested`: what was attested last, worked out again at its place. */
export async function verifyAttested(machine: Machine): Promise<void> {
  const checks = await withBar(machine, (onProgress) => checkAttested(machine.house, onProgress));
  if (checks.length === 0) throw new CliFault('台账里还没有视图存证。', '请执行 zhice verify tables --attest。');
  const verdict = ({ said, now }: (typeof checks)[number]): string =>
    now === null ? '折算规则已换版本，不能比对' : now.root === said.root ? '一致' : '不一致';
  say(
    textTable(
      ['视图', '位置', '行数', '存证的根', '比对'],
      checks.map((one) => [
        one.said.projection,
        one.said.position,
        one.said.rows,
        one.said.root.slice(0, rootShown),
        verdict(one),
      ]),
    ),
  );
  if (checks.some(({ said, now }) => now !== null && now.root !== said.root))
    throw new CliFault('重算的根与存证不同。', '台账或折算规则在存证之后变过，请核对当时打印的表格。');
}
