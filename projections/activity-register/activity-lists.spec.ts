import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { established, numbers, organizationId, teamId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  activityId,
  attended,
  credited,
  held,
  inHoursStreams,
  planned,
  reversed,
  sessionId,
} from '../../test/support/service-facts.js';
import { activityRegister } from './activity-register.projection.js';
import { activities, activityIdsOf, activityInFull, type ActivitySort } from './activity-register.query.js';

const scope = undefined;
let bench: ProjectionBench;
let entries = 0;

const took = (activity: number, session: number, member: number) =>
  attended(++entries, {
    activityId: activityId(activity),
    sessionId: sessionId(session),
    volunteerId: volunteerId(member),
  });
const hour = (activity: number, session: number, member: number) =>
  credited(++entries, {
    activityId: activityId(activity),
    sessionId: sessionId(session),
    volunteerId: volunteerId(member),
    serviceMinutes: (30 + entries) as Minutes,
  });

beforeAll(async () => {
  bench = await projectionBench(activityRegister);
  const titles = ['敬老院打扫', '街道清雪', '文明劝导', '100%满意'];
  const wrong = hour(1, 11, 3);
  await bench.givenAll([
    [`team-${teamId(1)}`, established(1)],
    ...titles.map((title, i) => [`activity-${activityId(i + 1)}`, planned(i + 1, { title })] as const),
    [`activity-${activityId(5)}`, planned(5, { organizationId: organizationId(2) })],
    [
      `activity-${activityId(1)}`,
      held(1, 11),
      held(1, 12, '2026-03-16'),
      ...[1, 2].flatMap((n) => [took(1, 11, n), took(1, 12, n)]),
    ],
    [`activity-${activityId(2)}`, held(2, 21), ...[1, 2, 3].map((n) => took(2, 21, n))],
    [`activity-${activityId(3)}`, held(3, 31, '2025-03-15'), took(3, 31, 1)],
    ...inHoursStreams([
      hour(1, 11, 1),
      hour(1, 12, 1),
      hour(2, 21, 1),
      hour(2, 21, 2),
      hour(3, 31, 1),
      wrong,
      reversed(wrong),
    ]),
  ]);
}, 60_000);
afterAll(() => bench.close());

const foundBy = async (text: string) =>
  (await activities(bench.source, { scope, text })).items.map(({ title }) => title);

describe('the list of activities', () => {
  it.each(
    (['participants', 'serviceMinutes'] as const).flatMap((sort) => [true, false].map((down) => [sort, down] as const)),
  )('sorted by %s (descending: %s) shows of each what its page shows', async (sort: ActivitySort, descending) => {
    const { items, total } = await activities(bench.source, { scope, sort, descending });
    expect(total).toBe(5);
    for (const item of items)
      expect(await activityInFull(bench.source, { activityId: item.activityId, scope })).toMatchObject(item);
    const values = items.map((item) => item[sort as 'participants']);
    expect(values).toEqual(values.toSorted((a, b) => (descending ? b - a : a - b)));
    expect(new Set(values).size).toBeGreaterThan(2);
    const pages = await Promise.all(
      numbers(1, 3).map((page) => activities(bench.source, { scope, sort, descending, page, pageSize: 2 })),
    );
    expect(pages.flatMap((page) => page.items)).toEqual(items);
  });

  it('is found by a part of the title, its first letters or its reading', async () => {
    expect(await foundBy('敬老')).toEqual(['敬老院打扫']);
    expect(await foundBy('jlyds')).toEqual(['敬老院打扫']);
    expect(await foundBy('qingxue')).toEqual(['街道清雪']);
    expect(await foundBy('QD')).toEqual(['文明劝导']);
    expect(await foundBy('0%')).toEqual(['100%满意']);
    expect(await foundBy('zzz')).toEqual([]);
  });

  it('names the ids of all it lists, newest first', async () => {
    for (const asked of [{ scope }, { scope, year: 2026 }, { scope: [organizationId(2)] }, { scope, text: 'qx' }]) {
      const { items } = await activities(bench.source, asked);
      expect(await activityIdsOf(bench.source, asked)).toEqual(items.map((item) => item.activityId));
      expect(items.length).toBeGreaterThan(0);
    }
    const [second] = (await activities(bench.source, { scope, activityIds: [activityId(2)] })).items;
    expect(second?.title).toBe('街道清雪');
  });
});
