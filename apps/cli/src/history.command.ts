import type { Command } from 'commander';
import { historyNames } from '#libs/books/history-names';
import type { Position } from '#libs/event-store/port';
import { personEventWords } from '#libs/forms/event-words.zh';
import { fieldWords, labelOf, masked, valueWords, type Names } from '#libs/forms/history-words.zh';
import type { KeyGroup } from '#libs/kernel/fields';
import type { VolunteerId } from '#libs/kernel/ids';
import { isLocalDate } from '#libs/kernel/time';
import { minutesText } from '#libs/forms/minutes.zh';
import {
  replayHistory,
  type HistoryItem,
  type HistoryOptions,
  type HistoryTotals,
} from '#projections/volunteer-history/history';
import { usageFault } from './cli-fault.js';
import { disclosed, purposeHelp, purposeIn } from './disclosing.js';
import { assertMayRead, volunteerNamed } from './lookup.js';
import { using, type CliSession, type Sessions } from './session.js';
import { say, sayJson } from './text.js';

interface Options {
  readonly asOf?: string;
  readonly json?: boolean;
  readonly openSealed?: boolean;
  readonly purpose?: string;
}

export function registerHistoryCommand(program: Command, { openCli }: Sessions): void {
  program
    .command('history <志愿者>')
    .description('从台账重放一个人的全部记录：何人、何时、为何、改了什么、累计多少；逐流校验哈希链')
    .option('--as-of <日期或位置>', '只到某日（含）或某个台账位置（含）为止')
    .option('--json', '输出 JSON')
    .option('--open-sealed', '连同身份证号码、联系方式、政治面貌等一并显示；须说明用途，本人可以查到')
    .option('--purpose <用途>', purposeHelp)
    .action((asked: string, options: Options) => using(openCli(), (session) => history(session, asked, options)));
}

function asOfIn(text: string | undefined): HistoryOptions['asOf'] {
  if (text === undefined) return undefined;
  if (isLocalDate(text)) return { day: text };
  if (/^\d{1,20}(?::\d{1,20})?$/.test(text)) return { position: text as Position };
  throw usageFault(`“${text}”既不是日期，也不是台账位置。`, '日期写成 2026-06-30，位置照回执上的写。');
}

const openedByDefault: readonly KeyGroup[] = ['identity', 'free'];
const openedOnDemand: readonly KeyGroup[] = [...openedByDefault, 'contact', 'sensitive', 'photo'];

async function history(
  session: CliSession,
  asked: string,
  { asOf: asOfText, json, openSealed, purpose }: Options,
): Promise<void> {
  const { house, actor } = session;
  const asOf = asOfIn(asOfText);
  await session.settled();
  const volunteerId = await volunteerNamed(house, asked);
  await assertMayRead(house, actor, volunteerId);
  if (openSealed === true) {
    await disclosed(session, {
      ...{ volunteerIds: [volunteerId], means: 'HISTORY', purpose: purposeIn(purpose) },
      groups: ['identity', 'contact', 'sensitive', 'photo'],
    });
  }
  const open = openSealed === true ? openedOnDemand : openedByDefault;
  const { items: told, totals } = await replayHistory(house, volunteerId, { asOf, open });
  const items = openSealed === true ? told : told.map(withoutIdNumber);
  if (json === true) sayJson({ volunteerId, ...(asOfText === undefined ? {} : { asOf: asOfText }), items, totals });
  else await print(session, volunteerId, { items, totals });
}

function withoutIdNumber(item: HistoryItem): HistoryItem {
  const { idNumber, ...rest } = item.changed;
  if (idNumber === undefined) return { ...item, fields: masked(item.fields) };
  const [before, after] = idNumber.map((value) => masked({ idNumber: value })['idNumber']);
  return { ...item, fields: masked(item.fields), changed: { ...rest, idNumber: [before, after] } };
}

async function print(
  { accounts, house }: CliSession,
  volunteerId: VolunteerId,
  told: { items: readonly HistoryItem[]; totals: HistoryTotals },
): Promise<void> {
  const people = new Map(
    (await accounts.list()).map(({ accountId, displayName, login }) => [
      accountId as string,
      `${displayName}（${login}）`,
    ]),
  );
  say(`志愿者 ${volunteerId} 的全部记录　台账 ${house.store.log}\n`);
  const names = new Map(Object.entries(await historyNames(house, told.items)));
  for (const item of told.items) say(`${textOf(item, people.get(item.by) ?? item.by, names)}\n`);
  say(`以上共 ${told.totals.entries} 条，涉及 ${told.totals.streams} 个流，每个流的哈希链从头到尾校验无误。`);
  for (const { year, serviceMinutes, activities } of told.totals.years)
    say(`${year} 年度：${minutesText(serviceMinutes)}（${serviceMinutes} 分钟），${activities} 次活动`);
  say(`合计：${minutesText(told.totals.serviceMinutes)}（${told.totals.serviceMinutes} 分钟）`);
}

const movesHours: readonly HistoryItem['type'][] = [
  'ServiceHoursCredited',
  'ServiceHoursReversed',
  'ServiceHoursConflicted',
];

/** What happened, in the words of the glossary. A new event about a person does not compile without its words. */
const eventWords: Readonly<Record<HistoryItem['type'], string>> = personEventWords;

function textOf(item: HistoryItem, who: string, names: Names): string {
  const { position, at, day, type, fields, changed, runningMinutes, activities, batch, closed, erased } = item;
  const said = fieldWords(Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in changed))), names);
  const changes = Object.entries(changed).map(
    ([name, [before, after]]) => `    改动　${labelOf(name)}：${valueWords(name, before)} → ${valueWords(name, after)}`,
  );
  const running = movesHours.includes(type)
    ? [
        `    累计　本年 ${minutesText(runningMinutes.year)}、${activities} 次活动，历年 ${minutesText(runningMinutes.total)}`,
      ]
    : [];
  return [
    `位置 ${position}　${eventWords[type]}${day === undefined ? '' : `　${day}`}`,
    `    办理　${who}　${localTimeOf(at)} 记入`,
    ...(said.length > 0 ? [`    内容　${said.join('；')}`] : []),
    ...changes,
    ...(batch === undefined ? [] : [`    导入　批次 ${batch}`]),
    ...(closed.length > 0 ? ['    另有未显示的个人信息'] : []),
    ...(erased.length > 0 ? ['    部分个人信息已删除'] : []),
    ...running,
  ].join('\n');
}

/** `2026-11-22 08:26:31`, in Asia/Shanghai, which has had no summer time since 1991. */
function localTimeOf(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
