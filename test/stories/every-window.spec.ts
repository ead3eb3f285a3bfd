import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../support/branch-story.js';
import { HoursStory } from '../support/hours-story.js';

type Item = Answer['items'][number];

/** Every page of a list, one item a page: what is paged wrongly loses or repeats one. */
async function everyItem(story: HoursStory, path: string): Promise<readonly Item[]> {
  const found: Item[] = [];
  for (let page = 1, total = 1; found.length < total; page++) {
    const answer = await story.branch.ask(`${path}${path.includes('?') ? '&' : '?'}page=${page}&pageSize=1`);
    total = Number(answer['total']);
    if (total === 0) return [];
    expect(answer.items).toHaveLength(1);
    found.push(...answer.items);
  }
  return found;
}

const sumOf = (items: readonly Item[], name = 'serviceMinutes'): number =>
  items.reduce((sum, item) => sum + Number(item[name]), 0);
const first = ({ items }: Answer): Item => items[0] ?? {};
const one = (answer: Answer, name: string, value: unknown): Item => answer.items.find((item) => item[name] === value) ?? {};

/** A figure, and the list that has to make it up. */
interface Window {
  readonly name: string;
  readonly figure: { readonly path: string; readonly of: (answer: Answer) => unknown };
  readonly twin: { readonly path: string; readonly of: (items: readonly Item[]) => unknown };
}

/** Issue “the hours ledger”, item 8: each window is there, each figure has its entries, each list is paged. */
describe('every window of a year', () => {
  let story: HoursStory;
  let activity: string;
  const count = (items: readonly Item[]): number => items.length;

  beforeAll(async () => {
    story = await HoursStory.open();
    const { branch, wang, li } = story;
    const pack = { pack: 'ZJ-2013-37', packVersion: 1, effectiveOn: '2026-01-06' };
    await branch.say('CITY_OFFICE', `/api/organizations/${branch.api.top}/policy-packs`, pack);
    await story.sheet({ on: '2026-03-02', startsAt: '09:00', minutes: 120, people: [wang, li] });
    // Late, approved by a third person.
    const late = { on: '2026-03-03', typedOn: '2026-04-10', lateReasonCode: 'OTHER' };
    const [held] = await story.sheet({ ...late, startsAt: '09:00', minutes: 60, people: [wang] });
    await branch.api.settled();
    await branch.say('APPROVER', story.at(held!, 'approval'), {});
    // On minutes that count already: a conflict of the day. Twice the same: taken back. One is questioned.
    await branch.day('2026-04-11');
    await story.claim(randomUUID(), { servedOn: '2026-04-11', startsAt: '09:00', endsAt: '10:00' });
    const [questioned] = await story.sheet({ on: '2026-04-13', startsAt: '09:00', minutes: 45, people: [li] });
    const [wrong] = await story.sheet({ on: '2026-04-14', startsAt: '09:00', minutes: 30, people: [li] });
    await story.sheet({ on: '2026-04-14', startsAt: '09:10', minutes: 20, people: [li] });
    await branch.api.settled();
    await branch.say('APPROVER', story.at(wrong!, 'reversal', 2026, li), { reasonCode: 'DUPLICATE', reason: '重复登记' });
    const dispute = { disputeId: randomUUID(), entryId: questioned, ground: 'MINUTES_WRONG', statement: '当日服务一小时' };
    await branch.say('RECORDER', `/api/hours/${li}/2026/disputes`, dispute);
    await story.sheet({ on: '2026-12-24', startsAt: '09:00', minutes: 90, people: [li] });
    await branch.api.settled();
    activity = String((await branch.ask(`/api/activities?within=${branch.branch}&sort=heldOn`)).items[0]?.['activityId']);
  }, 180_000);
  afterAll(() => story.close(), 180_000);

  const windows = (): readonly Window[] => {
    const { branch, wang, li } = story;
    const [within, team] = [`within=${branch.branch}`, `/api/teams/${branch.team}`];
    const year = '/api/years/2026';
    return [
      {
        name: '活动情况登记簿（附件2）',
        figure: { path: `/api/activities?${within}&sort=heldOn`, of: (answer) => first(answer)['serviceMinutes'] },
        twin: { path: `/api/activities/${activity}/attendances`, of: (items) => sumOf(items, 'countedMinutes') },
      },
      {
        name: '活动记录册',
        figure: { path: `${team}/years/2026/record-book`, of: ({ items }) => sumOf(items) },
        twin: { path: `${team}/years/2026/record-book/entries`, of: (items) => sumOf(items, 'countedMinutes') },
      },
      {
        name: '个人时长单',
        figure: { path: `/api/volunteers/${li}/years/2026`, of: (answer) => answer['serviceMinutes'] },
        twin: { path: `/api/volunteers/${li}/years/2026/entries`, of: (items) => sumOf(items, 'countedMinutes') },
      },
      {
        name: '同日冲突',
        figure: { path: `/api/hours/waiting?state=conflicted&${within}`, of: (answer) => answer['total'] },
        twin: {
          path: `/api/volunteers/${li}/years/2026/entries`,
          of: (items) => items.filter(({ state }) => state === 'conflicted').length,
        },
      },
      {
        name: '各队逾期份额',
        figure: {
          path: `${year}/late-share-by-team?${within}`,
          of: (answer) => one(answer, 'teamId', branch.team)['lateMinutes'],
        },
        twin: { path: `${year}/entries?late=true&teamId=${branch.team}&${within}`, of: (items) => sumOf(items) },
      },
      {
        name: '各队更正',
        figure: {
          path: `${year}/late-share-by-team?${within}`,
          of: (answer) => one(answer, 'teamId', branch.team)['correctedMinutes'],
        },
        twin: { path: `${year}/corrected-entries?teamId=${branch.team}&${within}`, of: (items) => sumOf(items) },
      },
      {
        name: '来源等级',
        figure: {
          path: `${year}/minutes-by-provenance?${within}`,
          of: (answer) => one(answer, 'provenance', 'WITNESSED')['serviceMinutes'],
        },
        twin: { path: `${year}/entries?provenance=WITNESSED&${within}`, of: (items) => sumOf(items) },
      },
      {
        name: '异议与期限',
        figure: { path: `/api/hours/dispute-counts?${within}`, of: (answer) => answer['open'] },
        twin: { path: `/api/hours/disputes?state=OPEN&${within}`, of: count },
      },
      {
        name: '逾期异议',
        figure: { path: `/api/hours/dispute-counts?${within}`, of: (answer) => answer['overdue'] },
        twin: { path: `/api/hours/disputes?state=OVERDUE&${within}`, of: count },
      },
      {
        name: '试算：各方',
        figure: { path: `/api/books/${branch.branch}/2026/trial-balance`, of: (answer) => answer['personMinutes'] },
        twin: { path: `${year}/entries?${within}`, of: (items) => sumOf(items) },
      },
      {
        name: '试算：不平之处',
        figure: {
          path: `/api/books/${branch.branch}/2026/trial-balance`,
          of: ({ counts }) => sumOf(counts as readonly Item[], 'breaks'),
        },
        twin: { path: `/api/books/${branch.branch}/2026/trial-balance/breaks`, of: count },
      },
      {
        name: '个人进度与预计',
        figure: {
          path: `/api/volunteers/${wang}/pace?on=2026-12-24`,
          of: ({ months }) => (months as readonly Item[]).find(({ month }) => month === 3)?.['reached'],
        },
        twin: { path: `/api/volunteers/${wang}/pace/entries?month=3&on=2026-12-24`, of: (items) => sumOf(items) },
      },
      {
        name: '队伍进度与预计',
        figure: {
          path: `${team}/pace?on=2026-12-24`,
          of: ({ months }) => (months as readonly Item[]).find(({ month }) => month === 3)?.['reached'],
        },
        // An activity with one person alone is none of the team.
        twin: {
          path: `${team}/pace/entries?month=3&on=2026-12-24`,
          of: (items) => new Set(items.map(({ activityId }) => activityId)).size - 1,
        },
      },
      {
        name: '十一月差时名单',
        figure: {
          path: `/api/shortfall?on=2026-11-15&${within}`,
          of: (answer) => one(answer, 'volunteerId', li)['serviceMinutes'],
        },
        twin: {
          path: `/api/volunteers/${li}/years/2026/entries`,
          of: (items) => sumOf(items.filter(({ servedOn }) => String(servedOn) <= '2026-11-15'), 'countedMinutes'),
        },
      },
      {
        name: '星级一览',
        figure: {
          path: `/api/star-board/counts?${within}`,
          of: (answer) => one(answer, 'awardedStars', 0)['volunteers'],
        },
        twin: { path: `/api/star-board?awardedStars=0&${within}`, of: count },
      },
      {
        name: '个人年度评议表',
        figure: {
          path: `/api/volunteers/${wang}/sheets/2026`,
          of: ({ pace }) => (pace as Record<string, unknown>)['reached'],
        },
        twin: { path: `/api/volunteers/${wang}/years/2026/entries`, of: (items) => sumOf(items, 'countedMinutes') },
      },
      {
        name: '最后十天',
        figure: {
          path: `/api/spikes/2026?month=12&${within}`,
          of: ({ lastTenDays }) => (lastTenDays as Record<string, unknown>)['serviceMinutes'],
        },
        twin: { path: `/api/spikes/2026/entries?month=12&${within}`, of: (items) => sumOf(items) },
      },
      {
        name: '应提醒',
        figure: {
          path: `/api/reminders/2026?half=1&${within}`,
          of: (answer) => one(answer, 'volunteerId', li)['minutesOfHalf'],
        },
        twin: {
          path: `/api/volunteers/${li}/years/2026/entries`,
          of: (items) => sumOf(items.filter(({ servedOn }) => String(servedOn) <= '2026-06-30'), 'countedMinutes'),
        },
      },
    ];
  };

  it('is there, is paged, and its figure is what its entries come to', async () => {
    const wrong: unknown[] = [];
    for (const { name, figure, twin } of windows()) {
      const shown = figure.of(await story.branch.ask(figure.path));
      const made = twin.of(await everyItem(story, twin.path));
      // Nought proves nothing: each figure of this year has something behind it.
      if (shown !== made || !(Number(shown) > 0)) wrong.push({ name, shown, made });
    }
    expect(wrong).toEqual([]);
    expect(windows()).toHaveLength(18);
  }, 180_000);
});
