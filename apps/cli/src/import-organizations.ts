import type { Command } from 'commander';
import { organizationTemplate } from '#libs/intake/organization-template';
import type { LocalDate } from '#libs/kernel/time';
import { importSheet } from './import-act.js';
import { day, organizationIn, sheetCommand, type OpenCli, type SheetOptions } from './import-sheet.js';
import { writeOut } from './out-file.js';
import { using } from './session.js';
import { say } from './text.js';

interface OrganizationsCommand extends SheetOptions {
  readonly registeredOn?: LocalDate;
  readonly countedOn?: LocalDate;
}

/** `zhice import organizations` and the empty sheet for it. */
export function registerOrganizations(imports: Command, openCli: OpenCli): void {
  sheetCommand(imports, 'organizations', '《党组织登记表》：一次登记整棵组织树，登记在 --organization 之下')
    .addOption(day('--registered-on <日期>', '登记日期，用于表中没有写明的行'))
    .addOption(day('--counted-on <日期>', '人数的统计日期，默认为登记日期'))
    .action((file: string, { registeredOn, countedOn, organization }: OrganizationsCommand, command: Command) =>
      using(openCli(), async (session) => {
        const organizationId = await organizationIn(session, organization);
        const options = {
          ...(registeredOn === undefined ? {} : { registeredOn }),
          ...(countedOn === undefined ? {} : { countedOn }),
        };
        await importSheet(session, file, { kind: 'organizations', organizationId, options }, command.opts());
      }),
    );
  imports
    .command('organizations-template <文件>')
    .description('写出空白《党组织登记表》（.xlsx），带填写说明')
    .action(async (file: string) => {
      await writeOut(file, Buffer.from(await organizationTemplate()));
      say(`已写出 ${file}；填好后用 zhice import organizations 导入。`);
    });
}
