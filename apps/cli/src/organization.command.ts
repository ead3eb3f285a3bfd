import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { shortWord } from '#libs/reference/codes';
import { organizationKind } from '#libs/reference/organization-kinds';
import { organizations, type OrganizationLine } from '#projections/organization-directory/organization-directory.query';
import { give } from './command-of.js';
import { organizationNamed, scopeOf, today } from './lookup.js';
import { using, type CliSession, type Sessions } from './session.js';
import { organizationKindIn } from './setup.command.js';
import { say, sayJson, textTable } from './text.js';

interface RegisterOptions {
  readonly name: string;
  readonly unit: string;
  readonly kind: string;
  readonly parent: string;
  readonly line?: string;
  readonly on?: string;
  readonly creditCode?: string;
}

interface CountOptions {
  readonly staff?: string;
  readonly fullMembers?: string;
  readonly probationaryMembers?: string;
  readonly on?: string;
}

export function registerOrganizationCommands(program: Command, { openCli }: Sessions): void {
  const organization = program.command('organization').description('党组织');
  organization
    .command('list')
    .description('按隶属关系列出范围内的党组织')
    .option('--json', '输出 JSON')
    .action(({ json }: { json?: boolean }) => using(openCli(), (session) => list(session, json === true)));
  organization
    .command('register')
    .description('登记一个党组织')
    .requiredOption('--name <名称>', '党组织名称')
    .requiredOption('--unit <名称>', '所在单位名称')
    .requiredOption('--kind <类别>', '如 党支部、党总支、党工委')
    .requiredOption('--parent <名称或编号>', '上级党组织')
    .option('--line <名称或编号>', '归口管理的主管部门')
    .option('--on <日期>', '登记日期，默认今天')
    .option('--credit-code <代码>', '统一社会信用代码')
    .action((options: RegisterOptions) => using(openCli(), (session) => register(session, options)));
  organization
    .command('state-counts <名称或编号>')
    .description('填报单位人数和党员人数')
    .option('--staff <人数>', '单位人数')
    .option('--full-members <人数>', '正式党员人数')
    .option('--probationary-members <人数>', '预备党员人数，与正式党员人数一并填报')
    .option('--on <日期>', '统计日期，默认今天')
    .action((asked: string, options: CountOptions) =>
      using(openCli(), (session) => stateCounts(session, asked, options)),
    );
}

async function allOf({ house }: CliSession, scope: readonly OrganizationId[]): Promise<readonly OrganizationLine[]> {
  const lines: OrganizationLine[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await organizations(house.read, { on: today(), scope, page, pageSize: 200 });
    lines.push(...items);
    if (items.length === 0 || lines.length >= total) return lines;
  }
}

async function list(session: CliSession, json: boolean): Promise<void> {
  await session.settled();
  const lines = await allOf(session, await scopeOf(session));
  if (json) return sayJson(lines);
  const known = new Set(lines.map(({ organizationId }) => organizationId));
  const tree = (parentId: OrganizationId | null, depth: number): [OrganizationLine, number][] =>
    lines
      .filter((line) => (line.parentId !== null && known.has(line.parentId) ? line.parentId : null) === parentId)
      .flatMap((line): [OrganizationLine, number][] => [[line, depth], ...tree(line.organizationId, depth + 1)]);
  say(
    textTable(
      ['党组织', '类别', '单位人数', '党员', '编号'],
      tree(null, 0).map(([{ name, kind, headcount, memberCount, organizationId }, depth]) => [
        `${'　'.repeat(depth)}${name}`,
        shortWord(organizationKind, kind),
        headcount?.staffHeadcount,
        memberCount && memberCount.fullMembers + memberCount.probationaryMembers,
        organizationId,
      ]),
    ),
  );
}

async function register(
  session: CliSession,
  { name, unit, kind, parent, line, on, creditCode }: RegisterOptions,
): Promise<void> {
  const { house, settled } = session;
  await settled();
  const scope = await scopeOf(session);
  const organizationId = randomUUID() as OrganizationId;
  const { organizationId: parentId } = await organizationNamed(house, parent, scope);
  // A department stands beside the tree of the one who registers, so it is looked up in the whole of it.
  const department = line === undefined ? undefined : await organizationNamed(house, line, undefined);
  await give(session, 'RegisterPartyOrganization', {
    organizationId,
    kind: organizationKindIn(kind),
    parentId,
    ...(department ? { lineOfAuthorityId: department.organizationId } : {}),
    registeredOn: (on as LocalDate | undefined) ?? today(),
    name,
    unitName: unit,
    ...(creditCode === undefined ? {} : { unifiedCreditCode: creditCode }),
  });
  say(`已登记“${name}”，编号 ${organizationId}。`);
}

async function stateCounts(
  session: CliSession,
  asked: string,
  { staff, fullMembers, probationaryMembers, on }: CountOptions,
): Promise<void> {
  await session.settled();
  const { organizationId, name } = await organizationNamed(session.house, asked, await scopeOf(session));
  const countedOn = (on as LocalDate | undefined) ?? today();
  if (staff !== undefined) {
    await give(session, 'StateStaffHeadcount', { organizationId, staffHeadcount: Number(staff), countedOn });
    say(`已填报“${name}”单位人数 ${staff} 人（${countedOn}）。`);
  }
  if (fullMembers !== undefined) {
    const counts = { fullMembers: Number(fullMembers), probationaryMembers: Number(probationaryMembers ?? 0) };
    await give(session, 'StatePartyMemberCount', { organizationId, ...counts, countedOn });
    say(
      `已填报“${name}”正式党员 ${counts.fullMembers} 人、预备党员 ${counts.probationaryMembers} 人（${countedOn}）。`,
    );
  }
}
