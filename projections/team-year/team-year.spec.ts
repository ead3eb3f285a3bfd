import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  established,
  numbers,
  organizationId,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  activityId,
  conflicted,
  credited,
  everyPage,
  inHoursStreams,
  planned,
  reversed,
} from '../../test/support/service-facts.js';
import { teamYear } from './team-year.projection.js';
import { activitiesOfTeamYear, membersOfTeamYear, teamsUnderTarget, teamYearOf, teamYears } from './team-year.query.js';

let bench: ProjectionBench;
const pack = { membersMin: 2, targetActivities: 10 };
const scope = undefined;

let entries = 0;
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
/** A member's hour in an activity under a team. */
const hour = (team: number, activity: number, member: number, given: Parameters<typeof credited>[1] = {}) =>
  credited(++entries, {
    teamId: teamId(team),
    activityId: activityId(activity),
    volunteerId: volunteerId(member),
    ...given,
  });
const establish = (n: number, given: Parameters<typeof established>[1] = {}) =>
  bench.given(`team-${teamId(n)}`, established(n, given));
const yearOf = (team: number, year = 2026, membersMin = 2) =>
  teamYearOf(bench.source, { ...pack, membersMin, teamId: teamId(team), year, scope });

beforeAll(async () => {
  bench = await projectionBench(teamYear);
}, 60_000);
afterAll(() => bench.close());

describe('the year of a team', () => {
  it('has zeros before anything was held', async () => {
    await establish(1);
    expect(await yearOf(1)).toEqual({
      teamId: teamId(1),
      name: '示例党员志愿服务队1队',
      organizationId: organizationId(1),
      owners: [],
      endedOn: null,
      ordinal: 1,
      establishedOn: '2026-02-01',
      year: 2026,
      activities: 0,
      activitiesNotCounted: 0,
      members: 0,
      serviceMinutes: 0,
      targetActivities: 10,
      missingActivities: 10,
    });
  });

  it.each([
    [1, 0],
    [2, 1],
    [3, 1],
  ])('with %d members in an activity counts %d where the pack asks for two (A-08)', async (members, activities) => {
    const team = 10 + members;
    await establish(team);
    await serve(...numbers(1, members).map((member) => hour(team, 1, member)));
    expect(await yearOf(team)).toMatchObject({ activities, activitiesNotCounted: 1 - activities, members });
  });

  it('counts by the members its pack asks for', async () => {
    expect((await yearOf(12, 2026, 1))?.activities).toBe(1);
    expect((await yearOf(12, 2026, 3))?.activities).toBe(0);
  });

  it('counts one person of many sessions as one member', async () => {
    await establish(2);
    await serve(hour(2, 1, 1), hour(2, 1, 1, { servedOn: day('2026-03-16') }));
    expect(await yearOf(2)).toMatchObject({ activities: 0, members: 1, serviceMinutes: 120 });
  });

  it('counts a joint activity for each team that passes by itself', async () => {
    await establish(3);
    await establish(4);
    await serve(hour(3, 5, 1), hour(3, 5, 2), hour(4, 5, 3));
    expect(await yearOf(3)).toMatchObject({ activities: 1, members: 2 });
    expect(await yearOf(4)).toMatchObject({ activities: 0, members: 1 });
  });

  it('takes nothing from who served without a team, nor from a conflict', async () => {
    await establish(5);
    const alone = credited(++entries, {
      volunteerId: volunteerId(1),
      activityId: activityId(6),
      servedOn: day('2026-05-01'),
    });
    const entry = hour(5, 6, 2);
    await serve(alone, reversed(alone), entry, conflicted(++entries, 1, { ...hour(5, 6, 3).data }));
    expect(await yearOf(5)).toMatchObject({ activities: 0, members: 1, serviceMinutes: 60 });
  });

  it('no longer counts an activity whose second member was reversed, and counts it while one of two entries stands', async () => {
    await establish(6);
    const [first, second, third] = [hour(6, 7, 1), hour(6, 7, 2), hour(6, 7, 2, { servedOn: day('2026-03-16') })];
    await serve(first, second, third, reversed(second));
    expect(await yearOf(6)).toMatchObject({ activities: 1, members: 2, serviceMinutes: 120 });
    await serve(reversed(third));
    expect(await yearOf(6)).toMatchObject({ activities: 0, activitiesNotCounted: 1, members: 1, serviceMinutes: 60 });
    await serve(reversed(first));
    expect(await yearOf(6)).toMatchObject({ activities: 0, activitiesNotCounted: 0, members: 0, serviceMinutes: 0 });
  });

  it('is the calendar year of the day of service', async () => {
    await establish(7);
    await serve(
      ...[1, 2].flatMap((member) => [
        hour(7, 8, member, { servedOn: day('2025-12-31') }),
        hour(7, 8, member, { servedOn: day('2026-01-01') }),
      ]),
    );
    expect((await yearOf(7, 2025))?.serviceMinutes).toBe(120);
    expect((await yearOf(7, 2026))?.activities).toBe(1);
  });

  it('is compared with nothing where the pack sets no target', async () => {
    const asked = { teamId: teamId(1), year: 2026, membersMin: 2, targetActivities: null, scope };
    expect(await teamYearOf(bench.source, asked)).toMatchObject({ targetActivities: null, missingActivities: null });
  });

  it('is nothing outside the scope', async () => {
    const asked = { ...pack, teamId: teamId(1), year: 2026 };
    expect(await teamYearOf(bench.source, { ...asked, scope: [organizationId(2)] })).toBeUndefined();
    expect(await teamYearOf(bench.source, { ...asked, scope: [organizationId(1)] })).toBeDefined();
  });
});

describe('what makes up a team’s year', () => {
  const team = 30;
  beforeAll(async () => {
    await establish(team, { organizationId: organizationId(3) });
    const served = numbers(1, 210).flatMap((activity) =>
      numbers(1, 1 + (activity % 3)).map((member) =>
        hour(team, activity, member, { serviceMinutes: (activity + member) as Minutes, servedOn: day('2024-06-01') }),
      ),
    );
    await serve(...served);
    await bench.givenAll([
      [`activity-${activityId(1)}`, planned(1)],
      [volunteerStream(volunteerId(1)), applied(1), changed(1, { name: '示例员一' }), changed(1, {})],
      [volunteerStream(volunteerId(2)), applied(2)],
    ]);
  });
  const asked = { teamId: teamId(team), year: 2024, membersMin: 2 };

  it('is its activities: those counted are its figure, the minutes of all its minutes', async () => {
    const year = await yearOf(team, 2024);
    const all = await everyPage((page) => activitiesOfTeamYear(bench.source, { ...asked, scope, page, pageSize: 200 }));
    expect(all).toHaveLength(210);
    expect(all.filter(({ isCounted }) => isCounted)).toHaveLength(year!.activities);
    expect(all.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(year!.serviceMinutes);
    expect(year).toMatchObject({ activities: 140, activitiesNotCounted: 70 });
  });

  it('is its members, in the year or in one activity', async () => {
    const year = await yearOf(team, 2024);
    const { items, total } = await membersOfTeamYear(bench.source, { ...asked, scope });
    expect(total).toBe(year!.members);
    expect(items.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(year!.serviceMinutes);
    const one = await membersOfTeamYear(bench.source, { ...asked, activityId: activityId(1), scope });
    expect(one.items).toEqual([
      { volunteerId: volunteerId(2), name: '示例员2', activities: 1, entries: 1, serviceMinutes: 3 },
      { volunteerId: volunteerId(1), name: '示例员一', activities: 1, entries: 1, serviceMinutes: 2 },
    ]);
  });

  it('has the title of an activity', async () => {
    const first = await activitiesOfTeamYear(bench.source, { ...asked, scope, pageSize: 1 });
    expect(first.items).toEqual([
      { activityId: activityId(1), title: '示例活动1', members: 2, serviceMinutes: 5, isCounted: true },
    ]);
  });

  it('is not shown outside the scope', async () => {
    expect((await activitiesOfTeamYear(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(0);
    expect((await membersOfTeamYear(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(0);
    expect((await membersOfTeamYear(bench.source, { ...asked, scope: [organizationId(3)] })).total).toBe(3);
  });
});

describe('lists of teams', () => {
  const at = { membersMin: 1, scope: [organizationId(8)], year: 2024 };
  const idsOf = ({ items }: { items: readonly { teamId: string }[] }) =>
    items.map(({ teamId: id }) => Number(id.slice(-3)));

  beforeAll(async () => {
    const team = (n: number, ordinal: number, establishedOn: string) =>
      establish(n, { organizationId: organizationId(8), ordinal, establishedOn: day(establishedOn) });
    await team(41, 3, '2023-01-01');
    await team(42, 2, '2024-12-31');
    await team(43, 1, '2025-01-01');
    await team(44, 4, '2020-01-01');
    const held = (n: number, activities: number) =>
      numbers(1, activities).map((activity) => hour(n, activity, 1, { servedOn: day('2024-05-05') }));
    await serve(...held(41, 9), ...held(44, 10));
  });

  it('hold those that existed in the year, in the order of their unit', async () => {
    expect(idsOf(await teamYears(bench.source, { ...at, targetActivities: 10 }))).toEqual([42, 41, 44]);
  });

  it('of those under ten activities begin with the fewest and leave out who has ten', async () => {
    const { items } = await teamsUnderTarget(bench.source, { ...at, targetActivities: 10 });
    expect(items.map(({ teamId: id, missingActivities }) => [Number(id.slice(-3)), missingActivities])).toEqual([
      [42, 10],
      [41, 1],
    ]);
  });

  it('sort by what is asked', async () => {
    const asked = { ...at, targetActivities: null, sort: 'activities' as const, descending: true };
    expect(idsOf(await teamYears(bench.source, asked))).toEqual([44, 41, 42]);
  });
});

describe('a team that moves to another organization (F-21)', () => {
  const listed = async (unit: number, year: number): Promise<readonly string[]> =>
    (await teamYears(bench.source, { ...pack, year, scope: [organizationId(unit)] })).items.map((item) => item.teamId);

  it('takes the year of the move with it, says whose it was, and leaves earlier years where they were', async () => {
    await establish(141, { organizationId: organizationId(141), establishedOn: day('2025-02-01') });
    await serve(
      hour(141, 410, 411, { servedOn: day('2025-06-01') }),
      hour(141, 411, 411, { servedOn: day('2026-03-01') }),
    );
    await bench.given(`team-${teamId(141)}`, {
      type: 'TeamMoved',
      data: {
        ...{ teamId: teamId(141), movedOn: day('2026-05-01') },
        ...{ fromOrganizationId: organizationId(141), organizationId: organizationId(142) },
      },
    });
    expect([await listed(141, 2025), await listed(142, 2025)]).toEqual([[teamId(141)], []]);
    expect([await listed(141, 2026), await listed(142, 2026)]).toEqual([[], [teamId(141)]]);
    expect(await yearOf(141)).toMatchObject({
      organizationId: organizationId(142),
      owners: [
        { on: '2025-02-01', organizationId: organizationId(141) },
        { on: '2026-05-01', organizationId: organizationId(142) },
      ],
    });
    expect(await yearOf(141, 2025)).toMatchObject({ organizationId: organizationId(141), owners: [] });
    const asked = { teamId: teamId(141), year: 2026, membersMin: 2 };
    expect(await activitiesOfTeamYear(bench.source, { ...asked, scope: [organizationId(142)] })).toMatchObject({
      total: 1,
    });
    expect(await activitiesOfTeamYear(bench.source, { ...asked, scope: [organizationId(141)] })).toMatchObject({
      total: 0,
    });
  });
});
