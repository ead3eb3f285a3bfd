import type { Command } from 'commander';
import { Refused } from '#libs/event-store/ledger';
import { refusalText } from '#libs/forms/refusals.zh';
import { isUuid, type TeamId, type VolunteerId } from '#libs/kernel/ids';
import { teamConclusions, volunteerConclusions } from '#libs/review/review.events';
import { minutesText } from '#libs/forms/minutes.zh';
import { annualReviews, type AnnualReviewItem } from '#projections/annual-review/annual-review.query';
import { teamYears } from '#projections/team-year/team-year.query';
import { volunteerYears } from '#projections/volunteer-year/volunteer-year.query';
import { CliFault, usageFault } from './cli-fault.js';
import { give } from './command-of.js';
import { subtreeNamed, today, volunteerNamed, yearIn } from './lookup.js';
import { everyItem } from './pages.js';
import { progressOf } from './progress.js';
import { registerReviewRepeat } from './review-repeat.command.js';
import { using, type CliSession, type Sessions } from './session.js';
import { note, say, textTable } from './text.js';
import { packOfYear } from './year.command.js';

interface PrepareOptions {
  readonly organization: string;
  readonly year: string;
}

interface ConfirmOptions {
  readonly year: string;
  readonly conclusion: string;
  readonly note?: string;
  readonly team?: boolean;
}

const conclusionWords: Readonly<Record<(typeof volunteerConclusions)[number], string>> = {
  TARGET_MET: '达标',
  TARGET_NOT_MET: '未达标',
  EXEMPTED: '免除要求',
  NOT_APPLICABLE: '无要求',
};

const conclusionHelp = `结论：${Object.entries(conclusionWords)
  .map(([code, word]) => `${code}（${word}）`)
  .join('、')}`;

export function registerReviewCommands(program: Command, sessions: Sessions): void {
  const { openCli } = sessions;
  const review = program.command('review').description('年度评议：数字由台账算出，结论由人作出');
  review
    .command('prepare')
    .description('为范围内全部志愿者和服务队算出年度数字，并点名未达标的')
    .requiredOption('--organization <名称或编号>', '党组织，含其全部下级')
    .option('--year <年度>', '年度', today().slice(0, 4))
    .action((options: PrepareOptions) => using(openCli(), (session) => prepare(session, options)));
  review
    .command('confirm <编号>')
    .description('确认一名志愿者（志愿者编号）或一支服务队（--team 与队伍编号）的结论')
    .requiredOption('--conclusion <结论>', conclusionHelp)
    .option('--year <年度>', '年度', today().slice(0, 4))
    .option('--team', '所给的是服务队编号')
    .option('--note <说明>', '说明；免除要求的必填')
    .action((asked: string, options: ConfirmOptions) =>
      using(openCli(), (session) => confirm(session, asked, options)),
    );
  registerReviewRepeat(review, sessions);
}

async function prepare(session: CliSession, options: PrepareOptions): Promise<void> {
  const { house, settled } = session;
  await settled();
  const year = yearIn(options.year);
  const { organization, scope } = await subtreeNamed(session, options.organization);
  const { rules } = await packOfYear(session, organization.organizationId, year);
  const all = await everyItem((paging) => volunteerYears(house.read, { year, targetMinutes: null, scope, ...paging }));
  // A-12: who left in the course of the year is outside.
  const volunteers = all.filter(({ withdrawnOn }) => withdrawnOn === null || withdrawnOn > `${year}-12-31`);
  const membersMin = rules.activityTeamMembersMin.value;
  const teams = await everyItem((paging) =>
    teamYears(house.read, { year, membersMin, targetActivities: null, scope, ...paging }),
  );
  const progress = progressOf('算出数字', volunteers.length + teams.length, '份');
  const refused: string[] = [];
  let done = 0;
  const one = async (who: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // A confirmed review stays; the others go on.
      if (!(error instanceof Refused)) throw error;
      refused.push(`${who}：${refusalText(error.refusal)}`);
    }
    progress.to(++done);
  };
  for (const { volunteerId, name } of volunteers)
    await one(name, () => give(session, 'PrepareVolunteerReview', { volunteerId, year }));
  for (const { teamId, name } of teams) await one(name, () => give(session, 'PrepareTeamReview', { teamId, year }));
  progress.end();
  refused.forEach((text) => note(text));
  await settled();
  await show(session, year, scope);
  say('\n结论由人逐一确认：zhice review confirm <编号> --conclusion <结论> --as <登录名>');
}

async function show(
  { house }: CliSession,
  year: number,
  scope: Awaited<ReturnType<typeof subtreeNamed>>['scope'],
): Promise<void> {
  const of = (subjectKind: AnnualReviewItem['subjectKind']) =>
    everyItem((paging) => annualReviews(house.read, { year, subjectKind, scope, ...paging }));
  const volunteers = await of('volunteer');
  const teams = await of('team');
  const conclusionOf = ({ conclusion }: AnnualReviewItem): string =>
    conclusion === null ? '待确认' : conclusionWords[conclusion];
  const numbers = await numbersOf(house, volunteers);
  say(
    textTable(
      ['志愿者编号', '姓名', '时长', '活动', '目标', '结论'],
      volunteers.map((one) => [
        numbers.get(one.subjectId),
        one.name,
        minutesText(one.serviceMinutes),
        one.activities,
        one.targetMinutes === null ? null : minutesText(one.targetMinutes),
        conclusionOf(one),
      ]),
    ),
  );
  say('');
  say(
    textTable(
      ['队伍', '活动', '目标', '参加人数', '结论', '队伍编号'],
      teams.map((one) => [
        one.name,
        one.activities,
        one.targetActivities,
        one.members,
        conclusionOf(one),
        one.subjectId,
      ]),
    ),
  );
  const shortVolunteers = volunteers.filter(
    ({ serviceMinutes, targetMinutes }) => targetMinutes !== null && serviceMinutes < targetMinutes,
  );
  const shortTeams = teams.filter(
    ({ activities, targetActivities }) => targetActivities !== null && activities < targetActivities,
  );
  say(`\n未到目标的志愿者 ${shortVolunteers.length} 人：${shortVolunteers.map(({ name }) => name).join('、') || '无'}`);
  say(`未到目标的服务队 ${shortTeams.length} 支：${shortTeams.map(({ name }) => name).join('、') || '无'}`);
}

async function numbersOf(
  { mainPool }: CliSession['house'],
  items: readonly AnnualReviewItem[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await mainPool.query<{ volunteer_id: string; number: string }>(
    'select volunteer_id, number from registry.volunteer_number where volunteer_id = any($1::uuid[])',
    [items.map(({ subjectId }) => subjectId)],
  );
  return new Map(rows.map((row) => [row.volunteer_id, row.number]));
}

function conclusionIn<C extends (typeof volunteerConclusions)[number]>(text: string, allowed: readonly C[]): C {
  const found = allowed.find((code) => code === text.toUpperCase() || conclusionWords[code] === text);
  if (!found)
    throw usageFault(
      `没有“${text}”这个结论。`,
      `可用：${allowed.map((code) => `${code}（${conclusionWords[code]}）`).join('、')}`,
    );
  return found;
}

async function confirm(session: CliSession, asked: string, options: ConfirmOptions): Promise<void> {
  const year = yearIn(options.year);
  const said = options.note === undefined ? {} : { note: options.note };
  if (options.team === true) {
    if (!isUuid(asked))
      throw new CliFault('请给出队伍编号。', 'zhice review prepare 和 zhice team-year --json 会列出队伍编号。');
    await give(session, 'ConfirmTeamReview', {
      teamId: asked as TeamId,
      year,
      conclusion: conclusionIn(options.conclusion, teamConclusions),
      ...said,
    });
  } else {
    const volunteerId: VolunteerId = await volunteerNamed(session.house, asked);
    await give(session, 'ConfirmVolunteerReview', {
      volunteerId,
      year,
      conclusion: conclusionIn(options.conclusion, volunteerConclusions),
      ...said,
    });
  }
  say(
    `已确认 ${asked} 的 ${year} 年度结论：${conclusionWords[conclusionIn(options.conclusion, volunteerConclusions)]}。`,
  );
}
