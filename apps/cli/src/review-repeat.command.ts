import type { Command } from 'commander';
import { repeatTeamReview, repeatVolunteerReview, type Repetition } from '#libs/counter/review-repetition';
import { organizationOfTeam } from '#libs/counter/team.desk';
import { repeatAnalysis, repeatOrganizationReview, repeatRosterReview } from '#libs/counter/unit-review-repetition';
import { NotAllowed } from '#libs/counter/counter';
import { isUuid, type TeamId } from '#libs/kernel/ids';
import { CliFault, usageFault } from './cli-fault.js';
import { assertMayRead, organizationNamed, scopeOf, today, volunteerNamed, yearIn } from './lookup.js';
import { using, type CliSession, type Sessions } from './session.js';
import { say, sayJson, textTable } from './text.js';

const kinds = ['volunteer', 'team', 'organization', 'roster-1', 'roster-2', 'half', 'year'] as const;
type Kind = (typeof kinds)[number];

interface RepeatOptions {
  readonly year: string;
  readonly kind: string;
  readonly json?: boolean;
}

const kindHelp =
  '评议种类：volunteer 志愿者、team 服务队、organization 党组织、roster-1 年初调整、roster-2 年中调整、half 半年分析、year 全年分析';

export function registerReviewRepeat(review: Command, { openCli }: Sessions): void {
  review
    .command('repeat <对象>')
    .description('审计：按评议所存的台账位置和规则版本，从台账重算一遍，逐项比较；不一致时退出码为 1')
    .option('--kind <种类>', kindHelp, 'volunteer')
    .option('--year <年度>', '年度', today().slice(0, 4))
    .option('--json', '输出 JSON')
    .action((asked: string, options: RepeatOptions) => using(openCli(), (session) => repeat(session, asked, options)));
}

function kindIn(text: string): Kind {
  const found = kinds.find((kind) => kind === text);
  if (!found) throw usageFault(`没有“${text}”这种评议。`, kindHelp);
  return found;
}

async function repeat(session: CliSession, asked: string, options: RepeatOptions): Promise<void> {
  await session.settled();
  const year = yearIn(options.year);
  const found = await repetitionOf(session, asked, { kind: kindIn(options.kind), year });
  if (!found) throw new CliFault(`没有 ${year} 年度的这份评议，或其规则版本不在本程序中。`);
  if (options.json === true) sayJson(found);
  else tell(found);
  if (!found.isEqual) throw new CliFault('重算结果与所存数字不一致，请核查。');
}

async function repetitionOf(
  session: CliSession,
  asked: string,
  { kind, year }: { readonly kind: Kind; readonly year: number },
): Promise<Repetition | undefined> {
  const { house, actor } = session;
  if (kind === 'volunteer') {
    const volunteerId = await volunteerNamed(house, asked);
    await assertMayRead(house, actor, volunteerId);
    return repeatVolunteerReview(house, volunteerId, year);
  }
  if (kind === 'team') return repeatTeamReview(house, await teamSeen(session, asked), year);
  const { organizationId } = await organizationNamed(house, asked, await scopeOf(session));
  switch (kind) {
    case 'organization':
      return repeatOrganizationReview(house, organizationId, year);
    case 'roster-1':
    case 'roster-2':
      return repeatRosterReview(house, organizationId, year, Number(kind.slice(-1)));
    default:
      return repeatAnalysis(house, organizationId, year, kind === 'year' ? 'YEAR' : 'FIRST_HALF');
  }
}

async function teamSeen(session: CliSession, asked: string): Promise<TeamId> {
  if (!isUuid(asked)) throw new CliFault('请给出队伍编号。', 'zhice team-year --json 会列出队伍编号。');
  const teamId = asked as TeamId;
  const owner = await organizationOfTeam(session.house, teamId);
  if (owner === undefined || !(await scopeOf(session)).includes(owner)) throw new NotAllowed('not_found');
  return teamId;
}

function tell({ position, pack, packVersion, stored, repeated, ...rest }: Repetition): void {
  const names = [...new Set([...Object.keys(stored), ...Object.keys(repeated)])];
  say(`规则 ${pack} 第 ${packVersion} 版，台账位置 ${position}`);
  say(
    textTable(
      ['项目', '所存', '重算'],
      names.map((name) => [name, stored[name], repeated[name]]),
    ),
  );
  for (const { pack: one, fromOn, untilOn, reached } of rest.repeatedUnderPacks)
    say(`其中 ${fromOn} 至 ${untilOn}（${one}）：${reached}`);
  say(rest.isEqual ? '\n一致。' : '\n不一致。');
}
