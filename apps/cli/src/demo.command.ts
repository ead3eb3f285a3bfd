import type { Command } from 'commander';
import { loadDemo } from '#libs/demo/demo';
import { using, type Sessions } from './session.js';
import { say } from './text.js';

export function registerDemoCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('demo')
    .description('装入一个虚构的区，供试用；再次执行不改变任何东西，已有真实登记的台账不装入')
    .action(() =>
      using(openMachine(), async ({ house }) => {
        await loadDemo(house, say);
      }),
    );
}
