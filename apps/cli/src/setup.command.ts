import type { Command } from 'commander';
import { Setup } from '#libs/access/setup';
import { policyPackByDefault, registerTopOrganization, topOrganizationId } from '#libs/house/top-organization';
import { findPolicyPack, packs } from '#libs/policy/packs';
import { codeOf } from '#libs/reference/codes';
import { organizationKind, type OrganizationKind } from '#libs/reference/organization-kinds';
import { CliFault, usageFault } from './cli-fault.js';
import { assertShape } from './command-of.js';
import { today } from './lookup.js';
import { newPasswordFrom } from './prompt.js';
import { using, type Machine, type Sessions } from './session.js';
import { say } from './text.js';

interface Options {
  readonly login: string;
  readonly organization: string;
  readonly unit: string;
  readonly kind: string;
  readonly name?: string;
  readonly pack: string;
}

export function registerSetupCommand(program: Command, { openMachine }: Sessions): void {
  program
    .command('setup')
    .description('首次设置：在本机建立第一位系统管理员和最上级党组织')
    .requiredOption('--login <登录名>', '系统管理员的登录名')
    .requiredOption('--organization <名称>', '最上级党组织的名称')
    .requiredOption('--unit <名称>', '其所在单位的名称')
    .option('--kind <类别>', '党组织类别', '市委组织部')
    .option('--name <姓名>', '管理员的显示名称，默认同登录名')
    .option(
      '--pack <规则包>',
      `所执行的规则包：${packs.map(({ id, title }) => `${id}（${title}）`).join('、')}`,
      policyPackByDefault,
    )
    .action((options: Options) => using(openMachine(), (machine) => setUp(machine, options)));
}

export function organizationKindIn(text: string): OrganizationKind {
  const kind = codeOf(organizationKind, text);
  if (kind === null)
    throw usageFault(
      `没有“${text}”这类党组织。`,
      `可用：${organizationKind.entries.map(({ name }) => name).join('、')}`,
    );
  return kind;
}

async function setUp(
  { house }: Machine,
  { login, organization, unit, kind, name = login, pack }: Options,
): Promise<void> {
  if (findPolicyPack(pack) === null)
    throw usageFault(`没有规则包 ${pack}。`, `可用：${packs.map(({ id }) => id).join('、')}`);
  const setup = new Setup(house.main);
  const token = await setup.issueToken();
  if (token === undefined)
    throw new CliFault('已经有账号，首次设置只能做一次。', '请由系统管理员用 zhice account create 建立账号。');
  const organizationId = topOrganizationId(house.store.log);
  const top = {
    organizationId,
    kind: organizationKindIn(kind),
    registeredOn: today(),
    name: organization,
    unitName: unit,
  };
  assertShape('RegisterPartyOrganization', top);
  const password = await newPasswordFrom('ZHICE_PASSWORD', `为 ${login} 设一个密码，至少 12 个字符`);
  await registerTopOrganization(house, { ...top, pack });
  await setup.complete({ token, login, displayName: name, password });
  say(`已建立系统管理员 ${login} 和最上级党组织“${organization}”。\n`);
  say('接下来：');
  say(
    `  zhice account create --login <登录名> --name <姓名> --role CITY_OFFICE --organization ${organization} --as ${login}`,
  );
  say('  zhice organization register --name <名称> --unit <单位> --kind <类别> --parent <上级> --as <登录名>');
  say('系统管理员只管账号，看不到台账；台账由上面建立的账号办理。');
}
