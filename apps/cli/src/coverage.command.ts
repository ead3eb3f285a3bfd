import type { Command } from 'commander';
import { isLocalDate } from '#libs/kernel/time';
import { shortWord } from '#libs/reference/codes';
import { organizationKind } from '#libs/reference/organization-kinds';
import { coverageCount, coverageLines } from '#projections/coverage/coverage.query';
import { usageFault } from './cli-fault.js';
import { subtreeNamed, today } from './lookup.js';
import { everyItem } from './pages.js';
import { using, type CliSession, type Sessions } from './session.js';
import { say, sayJson, textTable } from './text.js';

type CoverageLine = Awaited<ReturnType<typeof coverageLines>>['items'][number];

interface Options {
  readonly organization: string;
  readonly on?: string;
  readonly json?: boolean;
}

export function registerCoverageCommand(program: Command, { openCli }: Sessions): void {
  program
    .command('coverage')
    .description('覆盖情况：各党组织有没有组队、志愿者比例、建议队数，各注明依据条款')
    .requiredOption('--organization <名称或编号>', '党组织，含其全部下级')
    .option('--on <日期>', '以哪一天为准，默认今天')
    .option('--json', '输出 JSON')
    .action((options: Options) => using(openCli(), (session) => coverage(session, options)));
}

async function coverage(session: CliSession, { organization: asked, on: day, json }: Options): Promise<void> {
  const on = day ?? today();
  if (!isLocalDate(on)) throw usageFault(`“${on}”不是日期。`, '请写成 2026-07-01。');
  await session.settled();
  const { organization, scope } = await subtreeNamed(session, asked);
  const { read } = session.house;
  const lines = await everyItem((paging) => coverageLines(read, { on, scope, ...paging }));
  const { withTeam, withoutTeam } = await coverageCount(read, { on, scope });
  if (json === true)
    return sayJson({ organizationId: organization.organizationId, on, withTeam, withoutTeam, items: lines });
  say(`${organization.name}　${on} 覆盖情况\n`);
  say(
    textTable(['党组织', '类别', '正式党员', '志愿者', '比例', '应有', '达到', '队伍', '建议队数'], lines.map(lineOf)),
  );
  const ratio = lines.find((line) => line.ratio)?.ratio;
  if (ratio) say(`\n比例依据 ${ratio.clause}：“${ratio.quote}”`);
  for (const line of lines) sayTeamAdvice(line);
  say(`已组队 ${withTeam} 个，未组队 ${withoutTeam} 个。`);
}

/** the table of team numbers advises, it binds nobody. */
function sayTeamAdvice({ name, memberCount, teams, teamCount }: CoverageLine): void {
  const expected = teamCount?.expected;
  if (!expected || teamCount.within !== false || !memberCount) return;
  const members = memberCount.fullMembers + memberCount.probationaryMembers;
  const table = expected.min === expected.max ? String(expected.min) : `${expected.min}—${expected.max}`;
  say(`队数建议 ${teamCount.clause}：“${teamCount.quote}”——${name}党员 ${members} 人、队伍 ${teams} 支，对照表为 ${table} 支（仅供参考，不作要求）`);
}

function lineOf({
  name,
  kind,
  memberCount,
  volunteers,
  ratio,
  teams,
  teamCount,
}: CoverageLine): (string | number | null | undefined)[] {
  const expected = teamCount?.expected;
  return [
    name,
    shortWord(organizationKind, kind),
    memberCount?.fullMembers,
    volunteers,
    percentOf(ratio?.basisPoints),
    ratio?.needed,
    yesNo(ratio?.met),
    teams,
    expected && `${expected.min}—${expected.max}`,
  ];
}

const percentOf = (basisPoints: number | null | undefined): string | null =>
  basisPoints === null || basisPoints === undefined ? null : `${(basisPoints / 100).toFixed(2)}%`;

const yesNo = (met: boolean | null | undefined): string | null =>
  met === null || met === undefined ? null : met ? '是' : '否';
