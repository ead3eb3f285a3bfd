import type { Command } from 'commander';
import { accountLines, loadDemo } from '#libs/demo/demo';
import { demoClock, loadLargeDistrict } from '#libs/demo/large-district';
import { usageFault } from './cli-fault.js';
import { progressOf } from './progress.js';
import { using, type Sessions } from './session.js';
import { say } from './text.js';

export function registerDemoCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('demo')
    .description('装入一个虚构的区，供试用；再次执行不改变任何东西，已有真实登记的台账不装入')
    .option('--size <规模>', 'small：两个单位；district：2,000 人、80 支队、上一整年约 40,000 条时长', 'small')
    .action(({ size }: { readonly size: string }) => {
      if (size === 'district') return loadDistrict(openMachine);
      if (size !== 'small') throw usageFault(`没有“${size}”这个规模。`, '可用：small、district。');
      return using(openMachine(), async ({ house }) => {
        await loadDemo(house, say);
      });
    });
}

/** The machine's clock is set to the days of the made-up year, so that nothing in it comes late. */
function loadDistrict(openMachine: Sessions['openMachine']): Promise<void> {
  const clock = demoClock(Date.now());
  return using(openMachine({ now: () => clock.now }), async ({ house }) => {
    const told = { report: say, progress: (task: string, total: number) => progressOf(task, total, '条') };
    const { created, year } = await loadLargeDistrict(house, clock, told);
    say(
      `示例区已装入（${year} 年度）。年结：zhice close-year --organization 示例区委组织部 --year ${year} --as demo-office`,
    );
    accountLines(created).forEach(say);
  });
}
