import type { Command } from 'commander';
import { closeHours } from '#libs/counter/close-hours';
import { wholeTrialBalance, type WholeTrialBalance } from '#libs/counter/trial-balance';
import type { OrganizationId } from '#libs/kernel/ids';
import { minutesText } from '#libs/forms/minutes.zh';
import { breaksOf, type Break, type BreakKind } from '#projections/year-book/trial-balance.query';
import { CliFault } from './cli-fault.js';
import { give } from './command-of.js';
import { subtreeNamed, yearIn } from './lookup.js';
import { everyItem } from './pages.js';
import { progressOf } from './progress.js';
import { using, type CliSession, type Sessions } from './session.js';
import { attested } from './tables-check.js';
import { say, textTable } from './text.js';

interface Options {
  readonly organization: string;
  readonly year: string;
  readonly provisional?: boolean;
  readonly check?: boolean;
  readonly decision?: string;
}

const kindWords: Readonly<Record<BreakKind, string>> = {
  NOT_CREDITED: '已确认而未记入时长',
  CONFLICTED: '时长冲突未处理',
  HELD: '待批',
  DISPUTED: '异议未答复',
  NOT_ENROLLED: '服务当日不在册',
  SIDES_DIFFER: '三方不一致',
};

export function registerCloseYearCommand(program: Command, { openCli }: Sessions): void {
  program
    .command('close-year')
    .description('年结：先试算，再结账；中断后再执行一次即从中断处继续')
    .requiredOption('--organization <名称或编号>', '年结的党组织，含其全部下级')
    .requiredOption('--year <年度>', '年度')
    .option('--check', '只试算，不结账')
    .option('--provisional', '只预结')
    .option('--decision <文字>', '正式年结的决定，如会议、文件')
    .action((options: Options) => using(openCli(), (session) => closeYear(session, options)));
}

async function closeYear(session: CliSession, options: Options): Promise<void> {
  const year = yearIn(options.year);
  await session.settled();
  const { organization, scope } = await subtreeNamed(session, options.organization);
  const { organizationId } = organization;
  const balance = await wholeTrialBalance(session.house, { scope, year });
  say(`${organization.name}　${year} 年度试算`);
  await showBalance(session, { balance, scope, year });
  if (options.check === true) return;
  await give(session, 'CloseYearProvisionally', { organizationId, year });
  if (options.provisional === true) return say('已预结。');
  if (balance.breaks > 0)
    throw new CliFault(`试算尚有 ${balance.breaks} 处不平，已预结，未正式年结。`, '请逐处处理后再执行一次。');
  await attested(session);
  await give(session, 'CloseYear', {
    organizationId,
    year,
    ...(options.decision ? { decision: options.decision } : {}),
  });
  await closeEveryone(session, organizationId, year);
}

async function closeEveryone(session: CliSession, organizationId: OrganizationId, year: number): Promise<void> {
  let progress: ReturnType<typeof progressOf> | undefined;
  const context = { by: session.actor.accountId };
  const { volunteers, refused } = await closeHours(session.house, { organizationId, year, context }, (done, total) => {
    progress ??= progressOf('逐人结账', total, '人');
    progress.to(done);
  });
  progress?.end();
  await session.settled();
  say(`${year} 年度已年结：${volunteers - refused.length} 人结账，${year + 1} 年度已带入累计时长。`);
  if (refused.length > 0)
    throw new CliFault(`有 ${refused.length} 人未能结账：\n${refused.join('\n')}`, '请处理后再执行一次。');
}

async function showBalance(
  { house }: CliSession,
  {
    balance,
    scope,
    year,
  }: { readonly balance: WholeTrialBalance; readonly scope: readonly OrganizationId[]; readonly year: number },
): Promise<void> {
  say(
    textTable(
      ['方', '分钟', '时长'],
      [
        ['个人', balance.personMinutes, minutesText(balance.personMinutes)],
        ['活动', balance.activityMinutes, minutesText(balance.activityMinutes)],
        ['队伍', balance.teamMinutes, minutesText(balance.teamMinutes)],
      ],
    ),
  );
  say(
    `\n${balance.volunteers} 人、${balance.entries} 条时长记录、${balance.activities} 次活动；不平 ${balance.breaks} 处。`,
  );
  if (balance.breaks === 0) return;
  const items = await everyItem((paging) => breaksOf(house.read, { scope, year, ...paging }));
  const names = await organizationNames(house, items);
  say(
    textTable(
      ['种类', '姓名', '服务日期', '分钟', '应处理的党组织', '编号'],
      items.map((one) => lineOf(one, names)),
    ),
  );
  for (const { name, annex2, annex3, annex4 } of balance.annexes)
    say(`${name}：附件2 ${annex2} 人，附件3 ${annex3} 人，附件4 ${annex4} 人`);
}

const lineOf = (item: Break, names: ReadonlyMap<string, string>): (string | number | null)[] => [
  kindWords[item.kind],
  item.name,
  item.servedOn,
  item.serviceMinutes,
  names.get(item.organizationId) ?? item.organizationId,
  item.subjectId,
];

async function organizationNames(
  { read }: CliSession['house'],
  items: readonly Break[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.map(({ organizationId }) => organizationId))];
  const rows: { organization_id: string; name: string }[] = await read.query(
    `select organization_id, name from read.organization_directory where organization_id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.organization_id, row.name]));
}
