import type { Command } from 'commander';
import { policyInForce } from '#libs/counter/policy-in-force';
import type { LocalDate } from '#libs/kernel/time';
import type { PolicyPack } from '#libs/policy/policy-pack';
import type { Page, Paging } from '#libs/projection-engine/paging';
import { shortWord } from '#libs/reference/codes';
import { participantKind } from '#libs/reference/ledger-codes';
import { minutesText } from '#libs/forms/minutes.zh';
import { teamYears, type TeamYearItem } from '#projections/team-year/team-year.query';
import {
  shortfallOfYear,
  volunteerYears,
  type VolunteerYearItem,
} from '#projections/volunteer-year/volunteer-year.query';
import { CliFault } from './cli-fault.js';
import { subtreeNamed, today, yearIn } from './lookup.js';
import { everyItem, pagesOf } from './pages.js';
import { using, type CliSession, type Sessions } from './session.js';
import { say, sayJson, sayJsonList, textTable } from './text.js';

export interface YearOptions {
  readonly organization: string;
  readonly year: string;
  readonly short?: boolean;
  readonly json?: boolean;
}

export function registerYearCommands(program: Command, { openCli }: Sessions): void {
  const register = (
    name: string,
    description: string,
    work: (session: CliSession, options: YearOptions) => Promise<void>,
  ): void => {
    program
      .command(name)
      .description(description)
      .requiredOption('--organization <名称或编号>', '党组织，含其全部下级')
      .option('--year <年度>', '年度', today().slice(0, 4))
      .option('--short', '只列未达标的')
      .option('--json', '输出 JSON')
      .action((options: YearOptions) => using(openCli(), (session) => work(session, options)));
  };
  register('volunteer-year', '志愿者年度时长，点名不足 24 小时的', volunteerYear);
  register('team-year', '服务队年度活动，点名不足 10 次的', teamYear);
}

/** The pack in force for an organization at the end of a year (F-43). */
export const packOfYear = (
  { house }: Pick<CliSession, 'house'>,
  organizationId: Parameters<typeof policyInForce>[1],
  year: number,
): Promise<PolicyPack> => policyInForce(house, organizationId, `${year}-12-31` as LocalDate);

async function volunteerYear(session: CliSession, options: YearOptions): Promise<void> {
  const { house, settled } = session;
  await settled();
  const year = yearIn(options.year);
  const { organization, scope } = await subtreeNamed(session, options.organization);
  const target = (await packOfYear(session, organization.organizationId, year)).rules.volunteerServiceMinutesPerYearMin;
  const targetMinutes = target?.value ?? null;
  const ask = (paging: Paging): Promise<Page<VolunteerYearItem>> => {
    if (options.short !== true) return volunteerYears(house.read, { year, targetMinutes, scope, ...paging });
    if (targetMinutes === null) throw new CliFault('现行规则包没有规定志愿者的年度时长，没有未达标可言。');
    return shortfallOfYear(house.read, { year, targetMinutes, scope, ...paging });
  };
  if (options.json === true)
    return sayJsonList({ organizationId: organization.organizationId, year, targetMinutes }, pagesOf(ask));
  const items = await everyItem(ask);
  say(`${organization.name}　${year} 年度志愿服务时长${target ? `　（${target.clause}：“${target.quote}”）` : ''}\n`);
  say(textTable(['志愿者编号', '姓名', '类别', '主队', '时长', '分钟', '活动', '还差分钟'], items.map(volunteerLine)));
  const short = items.filter(({ missingMinutes, withdrawnOn }) => withdrawnOn === null && (missingMinutes ?? 0) > 0);
  say(
    `\n共 ${items.length} 人${targetMinutes === null ? '' : `，其中不足 ${minutesText(targetMinutes)}的 ${short.length} 人`}。`,
  );
}

const volunteerLine = (item: VolunteerYearItem): (string | number | null)[] => [
  item.volunteerNumber,
  item.withdrawnOn === null ? item.name : `${item.name}（${item.withdrawnOn} 退出）`,
  item.participantKind && shortWord(participantKind, item.participantKind),
  item.primaryTeamName,
  minutesText(item.serviceMinutes),
  item.serviceMinutes,
  item.activities,
  item.missingMinutes,
];

async function teamYear(session: CliSession, options: YearOptions): Promise<void> {
  const { house, settled } = session;
  await settled();
  const year = yearIn(options.year);
  const { organization, scope } = await subtreeNamed(session, options.organization);
  const { activityTeamMembersMin, teamActivitiesPerYearMin: target } = (
    await packOfYear(session, organization.organizationId, year)
  ).rules;
  const targetActivities = target?.value ?? null;
  if (options.short === true && targetActivities === null)
    throw new CliFault('现行规则包没有规定服务队的年度活动次数，没有未达标可言。');
  const filter = { year, membersMin: activityTeamMembersMin.value, targetActivities, scope };
  const all = await everyItem((paging) => teamYears(house.read, { ...filter, ...paging }));
  const short = all.filter(({ missingActivities }) => (missingActivities ?? 0) > 0);
  const items = options.short === true ? short : all;
  if (options.json === true)
    return sayJson({ organizationId: organization.organizationId, year, targetActivities, items });
  say(`${organization.name}　${year} 年度服务队活动${target ? `　（${target.clause}：“${target.quote}”）` : ''}\n`);
  say(textTable(['队伍', '活动', '人数不足未计', '参加人数', '时长', '还差次数'], items.map(teamLine)));
  say(
    `\n共 ${items.length} 支${targetActivities === null ? '' : `，其中不足 ${targetActivities} 次的 ${short.length} 支`}。`,
  );
}

const teamLine = (item: TeamYearItem): (string | number | null)[] => [
  item.name,
  item.activities,
  item.activitiesNotCounted,
  item.members,
  minutesText(item.serviceMinutes),
  item.missingActivities,
];
