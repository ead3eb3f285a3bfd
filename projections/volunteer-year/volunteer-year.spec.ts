import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  established,
  organizationId,
  primary,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  activityId,
  conflicted,
  credited,
  inHoursStreams,
  planned,
  reversed,
} from '../../test/support/service-facts.js';
import { volunteerYear } from './volunteer-year.projection.js';
import { dueMinutes, paceOf, shortfallOfYear, volunteerYearOf, volunteerYears } from './volunteer-year.query.js';

let bench: ProjectionBench;
const scope = undefined;
const minutes = (n: number): Minutes => n as Minutes;

beforeAll(async () => {
  bench = await projectionBench(volunteerYear);
  await bench.givenAll([
    [`team-${teamId(1)}`, established(1)],
    [`activity-${activityId(1)}`, planned(1)],
  ]);
}, 60_000);
afterAll(() => bench.close());

const enrol = (
  n: number,
  given: Parameters<typeof enrolled>[1] = {},
  ...more: Parameters<ProjectionBench['given']>[1][]
) => bench.given(volunteerStream(volunteerId(n)), applied(n), enrolled(n, given), ...more);
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const yearOf = (n: number, year = 2026, targetMinutes: number | null = 1440) =>
  volunteerYearOf(bench.source, { volunteerId: volunteerId(n), year, targetMinutes, scope });

describe('the year of a volunteer', () => {
  it('has zeros before anything was served, and the whole target missing', async () => {
    await enrol(1, {}, primary(1, 1));
    expect(await yearOf(1)).toEqual({
      volunteerId: volunteerId(1),
      name: '示例员1',
      volunteerNumber: '2026000001',
      participantKind: 'FULL_MEMBER',
      organizationId: organizationId(1),
      primaryTeamId: teamId(1),
      primaryTeamName: '示例党员志愿服务队1队',
      year: 2026,
      serviceMinutes: 0,
      activities: 0,
      enrolledFromMonth: 2,
      enrolledMonths: 11,
      withdrawnOn: null,
      targetMinutes: 1440,
      proRataTargetMinutes: 1320,
      missingMinutes: 1440,
    });
  });

  it('adds what is credited, and counts an activity once however many sessions it had', async () => {
    await enrol(2);
    const at = { volunteerId: volunteerId(2) };
    await serve(
      credited(201, { ...at, serviceMinutes: minutes(60) }),
      credited(202, { ...at, serviceMinutes: minutes(45), servedOn: day('2026-03-16') }),
      credited(203, { ...at, serviceMinutes: minutes(30), activityId: activityId(2), servedOn: day('2026-04-01') }),
    );
    expect(await yearOf(2)).toMatchObject({ serviceMinutes: 135, activities: 2, missingMinutes: 1305 });
  });

  it('loses what is reversed; an activity only with its last minute', async () => {
    await enrol(3);
    const at = { volunteerId: volunteerId(3) };
    const [first, second] = [credited(301, at), credited(302, { ...at, servedOn: day('2026-03-16') })];
    await serve(first, second, reversed(first));
    expect(await yearOf(3)).toMatchObject({ serviceMinutes: 60, activities: 1 });
    await serve(reversed(second));
    expect(await yearOf(3)).toMatchObject({ serviceMinutes: 0, activities: 0 });
  });

  it('counts nothing of a conflict', async () => {
    await enrol(4);
    await serve(credited(401, { volunteerId: volunteerId(4) }), conflicted(402, 401, { volunteerId: volunteerId(4) }));
    expect(await yearOf(4)).toMatchObject({ serviceMinutes: 60, activities: 1 });
  });

  it('is the calendar year of the day of service', async () => {
    await enrol(5);
    const at = { volunteerId: volunteerId(5) };
    await serve(
      credited(501, { ...at, servedOn: day('2025-12-31'), serviceMinutes: minutes(20) }),
      credited(502, { ...at, servedOn: day('2026-01-01'), serviceMinutes: minutes(30) }),
    );
    expect((await yearOf(5, 2025))?.serviceMinutes).toBe(20);
    expect((await yearOf(5, 2026))?.serviceMinutes).toBe(30);
  });

  it.each([
    [1439, 1],
    [1440, 0],
    [1441, 0],
  ])('with %d minutes misses %d of 24 hours', async (serviceMinutes, missingMinutes) => {
    const n = 1000 + serviceMinutes;
    await enrol(n);
    await serve(
      credited(10_000 + serviceMinutes, { volunteerId: volunteerId(n), serviceMinutes: minutes(1400) }),
      credited(20_000 + serviceMinutes, {
        volunteerId: volunteerId(n),
        serviceMinutes: minutes(serviceMinutes - 1400),
        servedOn: day('2026-03-16'),
      }),
    );
    expect(await yearOf(n)).toMatchObject({ serviceMinutes, missingMinutes });
  });

  it('is compared with nothing where the pack sets no target', async () => {
    expect(await yearOf(2, 2026, null)).toMatchObject({
      targetMinutes: null,
      proRataTargetMinutes: null,
      missingMinutes: null,
    });
  });

  it.each([
    ['2025-12-31', 1, 12, 1440],
    ['2026-01-01', 1, 12, 1440],
    ['2026-12-31', 12, 1, 120],
    ['2027-01-01', null, 0, null],
  ])(
    'of somebody enrolled on %s begins in month %p',
    async (enrolledOn, enrolledFromMonth, enrolledMonths, proRata) => {
      const n = 2000 + Number(enrolledOn.slice(2, 4)) * 100 + Number(enrolledOn.slice(8));
      await enrol(n, { enrolledOn: day(enrolledOn) });
      expect(await yearOf(n)).toMatchObject({ enrolledFromMonth, enrolledMonths, proRataTargetMinutes: proRata });
    },
  );

  it('is shown under the name, kind and team of now', async () => {
    await enrol(6, {}, primary(6, 1), changed(6, { name: '示例员六', participantKind: 'PROBATIONARY_MEMBER' }));
    expect(await yearOf(6)).toMatchObject({ name: '示例员六', participantKind: 'PROBATIONARY_MEMBER' });
    await bench.given(volunteerStream(volunteerId(6)), changed(6, {}), unprimary(6, 1, '2026-06-01'));
    expect(await yearOf(6)).toMatchObject({ name: '示例员六', primaryTeamId: null, primaryTeamName: null });
  });

  it('is nothing to organizations other than the volunteer’s own', async () => {
    const asked = { volunteerId: volunteerId(2), year: 2026, targetMinutes: 1440 };
    expect(await volunteerYearOf(bench.source, { ...asked, scope: [organizationId(2)] })).toBeUndefined();
    expect(await volunteerYearOf(bench.source, { ...asked, scope: [] })).toBeUndefined();
    expect(await volunteerYearOf(bench.source, { ...asked, scope: [organizationId(1)] })).toBeDefined();
  });
});

describe('lists of a year', () => {
  const listed = organizationId(9);
  const at = { scope: [listed], year: 2024, targetMinutes: 120 };

  beforeAll(async () => {
    const joined = (n: number, enrolledOn: string, ...more: Parameters<ProjectionBench['given']>[1][]) =>
      [
        volunteerStream(volunteerId(n)),
        applied(n, { organizationId: listed }),
        enrolled(n, { organizationId: listed, enrolledOn: day(enrolledOn) }),
        ...more,
      ] as const;
    await bench.givenAll([
      joined(51, '2023-05-01'),
      joined(52, '2024-11-01', primary(52, 1)),
      joined(53, '2025-01-01'),
      joined(54, '2023-01-01', withdrew(54, '2023-12-31')),
      joined(55, '2023-01-01', withdrew(55, '2024-12-31')),
      joined(56, '2023-01-01', withdrew(56, '2025-01-01')),
      joined(57, '2024-01-01'),
      [volunteerStream(volunteerId(58)), applied(58, { organizationId: listed })],
      ...inHoursStreams([
        credited(5101, { volunteerId: volunteerId(51), servedOn: day('2024-02-29'), serviceMinutes: minutes(119) }),
        credited(5401, { volunteerId: volunteerId(54), servedOn: day('2024-01-05'), serviceMinutes: minutes(10) }),
        credited(5701, { volunteerId: volunteerId(57), servedOn: day('2024-05-05'), serviceMinutes: minutes(120) }),
      ]),
    ]);
  });

  const idsOf = ({ items }: { items: readonly { volunteerId: string }[] }) =>
    items.map(({ volunteerId: id }) => Number(id.slice(-3)));

  it('hold who was enrolled in it or served in it', async () => {
    expect(idsOf(await volunteerYears(bench.source, at))).toEqual([51, 52, 54, 55, 56, 57]);
  });

  it('sort by what is asked', async () => {
    const most = await volunteerYears(bench.source, { ...at, sort: 'serviceMinutes', descending: true, pageSize: 3 });
    expect([idsOf(most), most.total]).toEqual([[57, 51, 54], 6]);
  });

  it('can be of one team', async () => {
    expect(idsOf(await volunteerYears(bench.source, { ...at, teamId: teamId(1) }))).toEqual([52]);
  });

  it('of those under the target leave out who reached it and who left before the year’s end', async () => {
    expect(idsOf(await shortfallOfYear(bench.source, at))).toEqual([52, 56, 51]);
  });

  it('of those behind the pace measure by the part due on the day', async () => {
    const behind = (onPaceOf: string) => shortfallOfYear(bench.source, { ...at, onPaceOf: day(onPaceOf) });
    expect(idsOf(await behind('2024-01-01'))).toEqual([]);
    expect(idsOf(await behind('2024-06-30'))).toEqual([52, 56]);
    expect(idsOf(await behind('2024-12-31'))).toEqual([52, 56, 51]);
  });
});

describe('an even pace', () => {
  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 3],
    ['2026-07-01', 718],
    ['2026-12-31', 1440],
    ['2027-06-01', 1440],
  ])('makes due by %s %d of 1,440 minutes', (on, due) => {
    expect(dueMinutes(1440, 2026, day(on))).toBe(due);
  });

  it('has 366 days in a leap year', () => {
    expect(dueMinutes(3660, 2028, day('2028-02-29'))).toBe(600);
  });

  it.each([
    [717, true],
    [718, false],
    [719, false],
  ])('with %d minutes on 1 July is behind: %p', (serviceMinutes, isBehind) => {
    expect(paceOf({ year: 2026, serviceMinutes }, 1440, day('2026-07-01')).isBehind).toBe(isBehind);
  });

  it('projects a year from its days so far', () => {
    expect(paceOf({ year: 2026, serviceMinutes: 100 }, 1440, day('2026-03-14')).projectedMinutes).toBe(500);
    expect(paceOf({ year: 2026, serviceMinutes: 100 }, 1440, day('2027-03-14')).projectedMinutes).toBe(100);
    expect(paceOf({ year: 2026, serviceMinutes: 0 }, 1440, day('2025-12-31')).projectedMinutes).toBeNull();
  });
});
