import { Option, type Command } from 'commander';
import type { OrganizationId } from '#libs/kernel/ids';
import { usageFault } from './cli-fault.js';
import type { CommonOptions } from './import-act.js';
import { countIn, dayIn } from './import-options.js';
import { organizationNamed, scopeOf } from './lookup.js';
import type { CliSession, Sessions } from './session.js';

export type OpenCli = Sessions['openCli'];

export interface SheetOptions extends CommonOptions {
  readonly organization?: string;
}

export const day = (flags: string, description: string): Option => new Option(flags, description).argParser(dayIn);
export const count = (flags: string, description: string): Option => new Option(flags, description).argParser(countIn);

/** `zhice import <name> <file>` with what every sheet may be told. */
export function sheetCommand(imports: Command, name: string, description: string): Command {
  return imports
    .command(`${name} <文件>`)
    .description(description)
    .option('--organization <名称或编号>', '党组织')
    .option('--yes', '已核对预检结果并同意所列声明，直接写入')
    .option('--result <文件>', '结果文件，默认写在当前目录');
}

/** The organization that was named. Throws CliFault. */
export async function organizationIn(session: CliSession, asked: string | undefined): Promise<OrganizationId> {
  if (asked === undefined) throw usageFault('请用 --organization 指明党组织。');
  await session.settled();
  return (await organizationNamed(session.house, asked, await scopeOf(session))).organizationId;
}
