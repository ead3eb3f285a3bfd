import type { Command } from 'commander';
import type { Position } from '#libs/event-store/port';
import { behindOf } from './lag.js';
import { using, type Machine, type Sessions } from './session.js';
import { say, sayJson, textTable } from './text.js';

export function registerStatusCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('status')
    .description('台账到了哪里，各视图跟到了哪里，有没有停下的')
    .option('--json', '输出 JSON')
    .action(({ json }: { json?: boolean }) => using(openMachine(), (machine) => status(machine, json === true)));
}

async function status({ house }: Machine, json: boolean): Promise<void> {
  const { store, engine, mainPool, followerParts } = house;
  const head = await store.head();
  await engine.checkpoints();
  const { rows: checkpoints } = await followerParts.pool.query<{
    name: string;
    position: string | null;
    stopped: { position: string; type: string; why: string } | null;
  }>(`select name, position, stopped from ${followerParts.schema}.checkpoint order by name`);
  const { rows: refused } = await mainPool.query<{ reaction: string; n: number }>(
    'select reaction, count(*)::int as n from registry.refused_reaction group by 1 order by 1',
  );
  // Windows mostly stand together: each place is counted from once.
  const counted = new Map<string | null, number>();
  for (const { position } of checkpoints)
    if (!counted.has(position)) counted.set(position, await behindOf(store, head, position as Position | null));
  const windows = checkpoints.map((one) => ({ ...one, behind: counted.get(one.position)! }));
  if (json) return sayJson({ log: store.log, store: store.storeId, head, windows, refusedReactions: refused });
  say(`台账：${store.log}`);
  say(`末条位置：${head ?? '空'}\n`);
  say(
    textTable(
      ['视图或后续处理', '位置', '落后', '状态'],
      windows.map(({ name, position, behind, stopped }) => [
        name,
        position,
        behind,
        stopped ? `停在 ${stopped.position}（${stopped.type}）：${stopped.why}` : '运行',
      ]),
    ),
  );
  const stoppedNames = windows.filter(({ stopped }) => stopped !== null).map(({ name }) => name);
  if (stoppedNames.length > 0) say(`\n排除故障后执行：zhice resume ${stoppedNames.join(' ')}`);
  if (refused.length > 0)
    say(`\n被规则挡下的后续处理：${refused.map(({ reaction, n }) => `${reaction} ${n} 次`).join('；')}`);
}
