import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import type { Stars } from '#libs/policy/stars';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  numbers,
  organizationId,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityId, credited, everyPage, inHoursStreams, reversed } from '../../test/support/service-facts.js';
import { starStanding } from './star-standing.projection.js';
import { entriesOfStarStanding, starStandingOf, starStandings, yearsOfStarStanding } from './star-standing.query.js';

let bench: ProjectionBench;
const scope = undefined;
let entries = 0;

beforeAll(async () => {
  bench = await projectionBench(starStanding);
}, 60_000);
afterAll(() => bench.close());

const enrol = (n: number, organization = 1) => {
  const at = { organizationId: organizationId(organization) };
  return bench.given(volunteerStream(volunteerId(n)), applied(n, at), enrolled(n, at));
};
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
/** Days of 1,440 minutes and one with the rest. */
const serving = (n: number, serviceMinutes: number, year = 2026) =>
  numbers(0, Math.ceil(serviceMinutes / 1440) - 1).map((i) =>
    credited(++entries, {
      volunteerId: volunteerId(n),
      serviceMinutes: Math.min(1440, serviceMinutes - i * 1440) as Minutes,
      servedOn: day(`${year}-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')}`),
    }),
  );
const standingOf = (n: number) => starStandingOf(bench.source, { volunteerId: volunteerId(n), scope });

describe('the standing of a volunteer', () => {
  it('has no star and all of the first before anything was served', async () => {
    await enrol(1);
    expect(await standingOf(1)).toEqual({
      volunteerId: volunteerId(1),
      name: '示例员1',
      volunteerNumber: '2026000001',
      organizationId: organizationId(1),
      withdrawnOn: null,
      serviceMinutes: 0,
      awards: [],
      awardedStars: 0,
      appliedStars: null,
      appliedOn: null,
      approverLevel: null,
      appliedRecordId: null,
      scheme: { id: 'STAR-2012-340', version: 1 },
      stars: 0,
      next: { stars: 1, missingMinutes: 6000, approverLevel: 'COUNTY' },
    });
  });

  it.each([
    [5_999, 0, 1],
    [6_000, 1, 12_000],
    [6_001, 1, 11_999],
    [17_999, 1, 1],
    [18_000, 2, 18_000],
    [35_999, 2, 1],
    [36_000, 3, 24_000],
    [59_999, 3, 1],
    [60_000, 4, 30_000],
  ])(
    'with %d minutes suffices for %d stars and misses %d to the next',
    async (serviceMinutes, stars, missingMinutes) => {
      await enrol(serviceMinutes);
      await serve(...serving(serviceMinutes, serviceMinutes));
      expect(await standingOf(serviceMinutes)).toMatchObject({ serviceMinutes, stars, next: { missingMinutes } });
    },
  );

  it.each([
    [89_999, 4, { stars: 5, missingMinutes: 1, approverLevel: 'PROVINCE' }],
    [90_000, 5, null],
  ])('with %d minutes stands at %d', async (serviceMinutes, stars, next) => {
    await enrol(serviceMinutes);
    await serve(...serving(serviceMinutes, serviceMinutes));
    expect(await standingOf(serviceMinutes)).toMatchObject({ stars, next });
  });

  it('loses a star with the minutes that are reversed', async () => {
    await enrol(2);
    const served = serving(2, 6_000);
    await serve(...served);
    expect(await standingOf(2)).toMatchObject({ stars: 1 });
    await serve(reversed(served.at(-1)!));
    expect(await standingOf(2)).toMatchObject({ stars: 0, serviceMinutes: 5_760 });
  });

  it('takes in what was no session of an activity', async () => {
    await enrol(4);
    const { activityId: _activity, ...deed } = credited(++entries, { volunteerId: volunteerId(4) }).data;
    await serve({ type: 'ServiceHoursCredited', data: deed });
    expect(await standingOf(4)).toMatchObject({ serviceMinutes: 60 });
    const { items } = await entriesOfStarStanding(bench.source, { volunteerId: volunteerId(4), scope });
    expect(items).toMatchObject([{ activityId: null, serviceMinutes: 60 }]);
  });

  it('is shown under the name of now, and stays to be read after a withdrawal', async () => {
    await enrol(3);
    await bench.given(
      volunteerStream(volunteerId(3)),
      changed(3, { name: '示例员三' }),
      changed(3, {}),
      withdrew(3, '2026-05-05'),
    );
    expect(await standingOf(3)).toMatchObject({ name: '示例员三', withdrawnOn: '2026-05-05' });
  });

  it('is nothing outside the scope', async () => {
    const asked = { volunteerId: volunteerId(1) };
    expect(await starStandingOf(bench.source, { ...asked, scope: [organizationId(2)] })).toBeUndefined();
    expect(await starStandingOf(bench.source, { ...asked, scope: [organizationId(1)] })).toBeDefined();
  });
});

describe('what makes up a standing', () => {
  beforeAll(async () => {
    await enrol(10, 5);
    const ofYear = (year: number, count: number) =>
      numbers(1, count).map((i) =>
        credited(++entries, {
          volunteerId: volunteerId(10),
          activityId: activityId(i),
          serviceMinutes: i as Minutes,
          servedOn: day(`${year}-05-${String(1 + (i % 30)).padStart(2, '0')}`),
        }),
      );
    const late = ofYear(2026, 120);
    await serve(...ofYear(2024, 60), ...ofYear(2025, 60), ...late, reversed(late[0]!));
  });
  const asked = { volunteerId: volunteerId(10), scope };

  it('are its years and its entries, to the minute', async () => {
    const { serviceMinutes } = (await standingOf(10))!;
    const years = (await yearsOfStarStanding(bench.source, asked)).items;
    expect(years).toEqual([
      { year: 2024, serviceMinutes: 1830, entries: 60 },
      { year: 2025, serviceMinutes: 1830, entries: 60 },
      { year: 2026, serviceMinutes: 7259, entries: 119 },
    ]);
    const listed = await everyPage((page) => entriesOfStarStanding(bench.source, { ...asked, page, pageSize: 200 }));
    expect(listed).toHaveLength(239);
    expect(listed.reduce((sum, entry) => sum + entry.serviceMinutes, 0)).toBe(serviceMinutes);
    expect(serviceMinutes).toBe(1830 + 1830 + 7259);
  });

  it('can be asked for one year', async () => {
    const { total, items } = await entriesOfStarStanding(bench.source, { ...asked, year: 2025, pageSize: 1 });
    expect(total).toBe(60);
    expect(items).toMatchObject([
      { activityId: activityId(30), organizationId: organizationId(1), servedOn: '2025-05-01', serviceMinutes: 30 },
    ]);
  });

  it('is not shown outside the scope', async () => {
    expect((await entriesOfStarStanding(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(0);
    expect((await yearsOfStarStanding(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(0);
    expect((await yearsOfStarStanding(bench.source, { ...asked, scope: [organizationId(5)] })).total).toBe(3);
  });
});

describe('the list of standings', () => {
  const at = { scope: [organizationId(7)] };
  beforeAll(async () => {
    for (const n of [71, 72, 73, 74]) await enrol(n, 7);
    await serve(...serving(71, 6_000), ...serving(72, 5_999), ...serving(73, 18_000), ...serving(74, 90_000));
    await bench.given(volunteerStream(volunteerId(75)), applied(75, { organizationId: organizationId(7) }));
    await enrol(76, 7);
    await bench.given(volunteerStream(volunteerId(76)), withdrew(76, '2026-05-05'));
  });
  const idsOf = async (stars?: Stars) =>
    (await starStandings(bench.source, { ...at, stars })).items.map(({ volunteerId: id }) => Number(id.slice(-3)));

  it('has everybody enrolled and not withdrawn, most minutes first', async () => {
    expect(await idsOf()).toEqual([74, 73, 71, 72]);
  });

  it.each<[Stars, number[]]>([
    [0, [72]],
    [1, [71]],
    [2, [73]],
    [3, []],
    [5, [74]],
  ])('has for %d stars exactly %p', async (stars, ids) => {
    expect(await idsOf(stars)).toEqual(ids);
  });

  it('sorts by what is asked', async () => {
    const { items } = await starStandings(bench.source, { ...at, sort: 'volunteerNumber' });
    expect(items.map(({ volunteerNumber }) => volunteerNumber)).toEqual([
      '2026000071',
      '2026000072',
      '2026000073',
      '2026000074',
    ]);
  });
});

describe('several records of one person (F-08)', () => {
  const link = (type: 'DuplicateLinked' | 'DuplicateUnlinked', n: number) =>
    bench.given(volunteerStream(volunteerId(80)), {
      type,
      data: {
        ...{ volunteerId: volunteerId(80), duplicateId: volunteerId(n) },
        ...(type === 'DuplicateLinked' ? { linkedOn: day('2026-06-30') } : { unlinkedOn: day('2026-06-30') }),
      },
    } as GivenEvent);
  const between = (n: number, entry: number, startsAt: string, endsAt: string) =>
    credited(entry, {
      ...{ volunteerId: volunteerId(n), startsAt: startsAt as never, endsAt: endsAt as never },
      serviceMinutes: 60 as Minutes,
    });
  const minutes = async (n = 80) =>
    (await starStandingOf(bench.source, { volunteerId: volunteerId(n), scope: undefined }))?.serviceMinutes;
  const counted = async () =>
    (await entriesOfStarStanding(bench.source, { volunteerId: volunteerId(80), scope: undefined })).total;

  it('count each minute once: what another left out takes up no time', async () => {
    for (const n of [80, 81, 82]) await bench.given(volunteerStream(volunteerId(n)), applied(n), enrolled(n));
    await bench.givenAll(
      inHoursStreams([
        between(80, 8001, '08:00', '10:00'),
        // Overlaps the survivor's: left out.
        between(81, 8101, '09:30', '11:00'),
        // Overlaps only what was left out, and touches the survivor's: counts.
        between(82, 8201, '10:00', '11:00'),
        between(82, 8202, '13:00', '24:00'),
      ]),
    );
    expect([await minutes(), await counted()]).toEqual([60, 1]);
    await link('DuplicateLinked', 81);
    expect([await minutes(), await counted()]).toEqual([60, 1]);
    await link('DuplicateLinked', 82);
    expect([await minutes(), await counted()]).toEqual([180, 3]);
    const { items } = await starStandings(bench.source, { scope: undefined, pageSize: 200 });
    const listed = items.map((item) => item.volunteerId);
    expect([80, 81, 82].map((n) => listed.includes(volunteerId(n)))).toEqual([true, false, false]);
    await link('DuplicateUnlinked', 82);
    expect([await minutes(), await minutes(82)]).toEqual([60, 120]);
  });
});
