import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  day,
  established,
  numbers,
  organizationId,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityId, credited, inHoursStreams } from '../../test/support/service-facts.js';
import { teamYear } from './team-year.projection.js';
import { teamIdsOfYear, teamsUnderTarget, teamYearOf, teamYears, type TeamYearSort } from './team-year.query.js';

const asked = { year: 2026, membersMin: 2, targetActivities: 3, scope: undefined };
const figures = ['activities', 'members', 'serviceMinutes'] as const;
let bench: ProjectionBench;
let entries = 0;

/** An hour of its own for each, so that two records of one person overlap only where a day says so. */
const hour = (team: number, activity: number, member: number, servedOn: string) =>
  credited(++entries, {
    teamId: teamId(team),
    activityId: activityId(activity),
    volunteerId: volunteerId(member),
    servedOn: day(servedOn),
    serviceMinutes: (50 + entries) as Minutes,
  });

beforeAll(async () => {
  bench = await projectionBench(teamYear);
  const names = ['敬老服务队', '山乡一队', '学雷锋队', '未活动的队', '已改名的队'];
  await bench.givenAll([
    ...numbers(1, 4).map((n) => [volunteerStream(volunteerId(n)), applied(n)] as const),
    ...names.map((name, i) => [`team-${teamId(i + 1)}`, established(i + 1, { name })] as const),
    [`team-${teamId(6)}`, established(6, { organizationId: organizationId(2) })],
  ]);
  await bench.given(`team-${teamId(5)}`, {
    type: 'TeamRenamed',
    data: {
      teamId: teamId(5),
      organizationId: organizationId(1),
      renamedOn: day('2027-02-01'),
      name: '雏鹰队',
    },
  });
  await bench.givenAll(
    inHoursStreams([
      ...[1, 2, 3].flatMap((activity) => [1, 2].map((member) => hour(1, activity, member, `2026-03-0${activity}`))),
      ...[1, 2, 3, 4].map((member) => hour(2, 1, member, '2026-04-01')),
      hour(3, 1, 1, '2026-05-01'),
      hour(3, 2, 3, '2026-05-02'),
      hour(3, 2, 4, '2026-05-03'),
      hour(5, 1, 1, '2025-05-01'),
      hour(5, 1, 2, '2025-05-01'),
    ]),
  );
}, 60_000);
afterAll(() => bench.close());

async function expectSorted(sort: TeamYearSort, descending: boolean): Promise<void> {
  const { items, total } = await teamYears(bench.source, { ...asked, sort, descending });
  expect(items).toHaveLength(total);
  const alone = await Promise.all(items.map(({ teamId: id }) => teamYearOf(bench.source, { ...asked, teamId: id })));
  expect(items).toEqual(alone);
  const values = items.map((item) => item[sort as 'members']);
  expect(values).toEqual(values.toSorted((a, b) => (descending ? b - a : a - b)));
  const pages = await Promise.all(
    numbers(1, 3).map((page) => teamYears(bench.source, { ...asked, sort, descending, page, pageSize: 2 })),
  );
  expect(pages.flatMap((page) => page.items)).toEqual(items);
}

const namesOf = async (text: string, year = 2026) =>
  (await teamYears(bench.source, { ...asked, year, text })).items.map(({ name }) => name);

describe('the list of teams', () => {
  const bothWays = figures.flatMap((sort) => [true, false].map((descending) => [sort, descending] as const));

  it.each(bothWays)('sorted by %s (descending: %s) shows of each what it shows of one alone', expectSorted);

  it('names those under the target, in any order', async () => {
    for (const sort of ['activities', 'ordinal', 'name', 'members', 'serviceMinutes'] as const) {
      const under = await teamsUnderTarget(bench.source, { ...asked, sort });
      expect(under.items.map((item) => item.teamId).toSorted()).toEqual([2, 3, 4, 5, 6].map(teamId));
      expect(under.total).toBe(5);
    }
    expect((await teamsUnderTarget(bench.source, asked)).items.map(({ activities }) => activities)).toEqual([
      0, 0, 0, 1, 1,
    ]);
  });

  it('is found by a part of the name, its first letters or its reading, and by what it was called before', async () => {
    expect(await namesOf('老服务')).toEqual(['敬老服务队']);
    expect(await namesOf('jlfw')).toEqual(['敬老服务队']);
    expect(await namesOf('leifeng')).toEqual(['学雷锋队']);
    expect(await namesOf('LFD')).toEqual(['学雷锋队']);
    expect(await namesOf('ygmd')).toEqual(['已改名的队']);
    expect(await namesOf('cyd', 2027)).toEqual(['雏鹰队']);
    expect(await namesOf('%')).toEqual([]);
    const ids = await teamIdsOfYear(bench.source, { ...asked, text: 'dui' });
    expect(ids).toEqual((await teamYears(bench.source, { ...asked, text: 'dui' })).items.map((item) => item.teamId));
    expect(await teamIdsOfYear(bench.source, { ...asked, scope: [organizationId(2)] })).toEqual([teamId(6)]);
  });

  it('counts two records of one person as one, sorted by any figure, and again as two once they are told apart', async () => {
    const before = (await teamYears(bench.source, { ...asked, sort: 'members' })).items;
    const link = { volunteerId: volunteerId(1), duplicateId: volunteerId(2) };
    await bench.given(volunteerStream(volunteerId(1)), {
      type: 'DuplicateLinked',
      data: { ...link, linkedOn: day('2026-06-01') },
    });
    for (const [sort, descending] of bothWays) await expectSorted(sort, descending);
    const merged = await teamYearOf(bench.source, { ...asked, teamId: teamId(1) });
    expect(merged).toMatchObject({ activities: 0, members: 1 });
    await bench.given(volunteerStream(volunteerId(1)), {
      type: 'DuplicateUnlinked',
      data: { ...link, unlinkedOn: day('2026-06-02') },
    });
    expect((await teamYears(bench.source, { ...asked, sort: 'members' })).items).toEqual(before);
  });
});
