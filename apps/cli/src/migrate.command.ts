import type { Command } from 'commander';
import { using, type Sessions } from './session.js';
import { say } from './text.js';

export function registerMigrateCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('migrate')
    .description('用迁移账号建表、升级并授权；日常进程用另一个账号时，每次升级前执行一次')
    .action(() =>
      using(openMachine(), ({ house }) => {
        say(`台账 ${house.store.log}：表和权限都是最新的。`);
        return Promise.resolve();
      }),
    );
}
