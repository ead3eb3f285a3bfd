import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { beijingStarScheme, nationalStarScheme, zhangjiagangStarScheme } from '#libs/policy/star-scheme';
import { starStream } from '#libs/star/star.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  day,
  enrolled,
  numbers,
  organizationId,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { starAwarded, starDeclined, starFiled, starRevoked } from '../../test/support/review-facts.js';
import { credited, inHoursStreams, reversed } from '../../test/support/service-facts.js';
import { countByStars, starBoard, starChanges } from './star-board.query.js';
import { starStanding } from './star-standing.projection.js';

let bench: ProjectionBench;
const scheme = nationalStarScheme;
const scope = undefined;

beforeAll(async () => {
  bench = await projectionBench(starStanding);
}, 60_000);
afterAll(() => bench.close());

let entries = 0;
const enrol = (n: number, organization = 1) => {
  const at = { organizationId: organizationId(organization) };
  return bench.given(volunteerStream(volunteerId(n)), applied(n, at), enrolled(n, at));
};
const serving = (n: number, serviceMinutes: number) =>
  numbers(0, Math.ceil(serviceMinutes / 1440) - 1).map((i) =>
    credited(++entries, {
      volunteerId: volunteerId(n),
      serviceMinutes: Math.min(1440, serviceMinutes - i * 1440) as Minutes,
      servedOn: day(`2026-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')}`),
    }),
  );
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const boardOf = async (n: number) => {
  const { items } = await starBoard(bench.source, { scope, scheme, pageSize: 200 });
  return items.find((item) => item.volunteerId === volunteerId(n));
};

describe('the star board', () => {
  it('shows what suffices, what is applied for and what was awarded', async () => {
    await enrol(1);
    await serve(...serving(1, 6_000));
    expect(await boardOf(1)).toEqual({
      volunteerId: volunteerId(1),
      name: '示例员1',
      volunteerNumber: '2026000001',
      organizationId: organizationId(1),
      serviceMinutes: 6_000,
      sufficientStars: 1,
      awardedStars: 0,
      isAboveMinutes: false,
      appliedStars: null,
      appliedOn: null,
      approverLevel: null,
      appliedRecordId: null,
    });
    await bench.given(starStream(volunteerId(1)), starFiled(1));
    expect(await boardOf(1)).toMatchObject({ appliedStars: 1, appliedOn: '2026-07-01', approverLevel: 'COUNTY' });
    await bench.given(starStream(volunteerId(1)), starDeclined(1));
    expect(await boardOf(1)).toMatchObject({ appliedStars: null, awardedStars: 0 });
    await bench.given(starStream(volunteerId(1)), starFiled(1), starAwarded(1));
    expect(await boardOf(1)).toMatchObject({ appliedStars: null, awardedStars: 1, isAboveMinutes: false });
  });

  it('keeps an awarded star when minutes are reversed, and says so', async () => {
    await enrol(2);
    const served = serving(2, 6_000);
    await serve(...served);
    await bench.given(starStream(volunteerId(2)), starFiled(2), starAwarded(2));
    await serve(reversed(served[0]!));
    expect(await boardOf(2)).toMatchObject({
      serviceMinutes: 4_560,
      sufficientStars: 0,
      awardedStars: 1,
      isAboveMinutes: true,
    });
  });

  it('goes back to the star before when the last is revoked', async () => {
    await enrol(3);
    await bench.given(starStream(volunteerId(3)), starAwarded(3), starAwarded(3, { stars: 2 }));
    expect(await boardOf(3)).toMatchObject({ awardedStars: 2 });
    await bench.given(starStream(volunteerId(3)), starRevoked(3, 2));
    expect(await boardOf(3)).toMatchObject({ awardedStars: 1 });
    await bench.given(starStream(volunteerId(3)), starRevoked(3, 1));
    expect(await boardOf(3)).toMatchObject({ awardedStars: 0 });
  });

  it('counts by star as many as it lists, in the scope', async () => {
    await enrol(4, 2);
    await enrol(5, 2);
    await bench.given(starStream(volunteerId(4)), starFiled(4));
    await bench.given(volunteerStream(volunteerId(5)), withdrew(5, '2026-05-05'));
    for (const within of [undefined, [organizationId(1)], [organizationId(2)]]) {
      for (const { awardedStars, volunteers } of await countByStars(bench.source, { scope: within }))
        expect((await starBoard(bench.source, { scope: within, scheme, awardedStars })).total).toBe(volunteers);
    }
    const undecided = await starBoard(bench.source, { scope, scheme, isUndecided: true });
    expect(undecided.items.map((item) => item.volunteerId)).toEqual([volunteerId(4)]);
    expect((await starBoard(bench.source, { scope: [organizationId(2)], scheme })).total).toBe(1);
  });

  it('sorts by what is asked', async () => {
    const { items } = await starBoard(bench.source, { scope, scheme, sort: 'serviceMinutes', descending: true });
    const minutes = items.map(({ serviceMinutes }) => serviceMinutes);
    expect(minutes).toEqual(minutes.toSorted((a, b) => b - a));
  });
});

describe('a dry run of another scheme', () => {
  it.each([
    [29 * 60 + 59, 0],
    [30 * 60, 1],
    [30 * 60 + 1, 1],
    [60 * 60, 2],
    [300 * 60 - 1, 4],
    [300 * 60, 5],
  ])('with %d minutes suffices for %d stars under 30/60/100/200/300 hours', async (minutes, then) => {
    const n = 1_000 + minutes;
    await enrol(n, 7);
    await serve(...serving(n, minutes));
    const { items } = await starChanges(bench.source, {
      scope: [organizationId(7)],
      scheme,
      other: zhangjiagangStarScheme,
      pageSize: 200,
    });
    expect(items.find((item) => item.volunteerId === volunteerId(n))?.sufficientStarsThen ?? 0).toBe(then);
  });

  it('names only those for whom it changes, and nothing of what was awarded', async () => {
    expect((await starChanges(bench.source, { scope, scheme, other: scheme })).total).toBe(0);
    const { items } = await starChanges(bench.source, { scope, scheme, other: zhangjiagangStarScheme, pageSize: 200 });
    expect(items.find((item) => item.volunteerId === volunteerId(1))).toEqual({
      volunteerId: volunteerId(1),
      name: '示例员1',
      volunteerNumber: '2026000001',
      serviceMinutes: 6_000,
      sufficientStars: 1,
      sufficientStarsThen: 3,
      awardedStars: 1,
    });
    const slower = await starChanges(bench.source, { scope: [organizationId(1)], scheme, other: beijingStarScheme });
    expect(slower.items.map(({ serviceMinutes }) => serviceMinutes)).toEqual([]);
  });
});
