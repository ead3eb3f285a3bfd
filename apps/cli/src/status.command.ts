import type { Command } from 'commander';
import type { Position } from '#libs/event-store/port';
import type { LetterCounts, LetterReason } from '#libs/outbox/letter-box';
import { outboxName } from '#libs/outbox/outbox';
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
  const besides = (await engine.checkpoints()).filter(({ name }) => name === outboxName);
  const { rows: checkpoints } = await followerParts.pool.query<{
    name: string;
    position: string | null;
    stopped: { position: string; type: string; why: string } | null;
  }>(`select name, position, stopped from ${followerParts.schema}.checkpoint order by name`);
  const { rows: refused } = await mainPool.query<{ reaction: string; n: number }>(
    'select reaction, count(*)::int as n from registry.refused_reaction group by 1 order by 1',
  );
  const all = [...checkpoints, ...besides];
  // Windows mostly stand together: each place is counted from once.
  const counted = new Map<string | null, number>();
  for (const { position } of all)
    if (!counted.has(position)) counted.set(position, await behindOf(store, head, position as Position | null));
  const windows = all.map((one) => ({ ...one, behind: counted.get(one.position)! }));
  const letters = { ...(await house.letters.counts()), reasons: await house.letters.reasons() };
  if (json) return sayJson({ log: store.log, store: store.storeId, head, windows, refusedReactions: refused, letters });
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
  sayLetters(letters);
}

function sayLetters({
  waiting,
  givenUp,
  oldestSeconds,
  reasons,
}: LetterCounts & { reasons: readonly LetterReason[] }): void {
  if (waiting + givenUp === 0) return;
  say(`\n告知：待投 ${waiting} 封${waiting === 0 ? '' : `，最早的已等 ${oldestSeconds} 秒`}；不再投递 ${givenUp} 封。`);
  for (const { why, letters, givenUp: isOver } of reasons)
    say(`  ${isOver ? '不再投递' : '还在重试'}：${why}，${letters} 封`);
  if (givenUp > 0) say(`排除故障后执行：zhice resume ${outboxName}`);
}
