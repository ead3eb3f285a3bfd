import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { quotaStream } from '#libs/review/quota.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  established,
  numbers,
  organizationId,
  primary,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { exempted, exemptionEnded, exemptionId, reminded } from '../../test/support/review-facts.js';
import { activityId, credited, everyPage, inHoursStreams, reversed } from '../../test/support/service-facts.js';
import { entriesOfPace, paceByMonth } from './pace.query.js';
import { participation } from './participation.projection.js';
import { reminderCandidates } from './reminders.query.js';
import { exemptedPeople, shortfall } from './shortfall.query.js';
import { entriesOfSpike, spike } from './spike.query.js';

let bench: ProjectionBench;
let entries = 0;
beforeAll(async () => {
  bench = await projectionBench(participation);
}, 60_000);
afterAll(() => bench.close());

const enrol = (n: number, unit: number, enrolledOn = '2026-01-01') => {
  const at = { organizationId: organizationId(unit) };
  return bench.given(
    volunteerStream(volunteerId(n)),
    applied(n, at),
    enrolled(n, { ...at, enrolledOn: day(enrolledOn) }),
  );
};
const minutesOn = (
  [n, unit]: readonly [n: number, unit: number],
  servedOn: string,
  serviceMinutes: number,
  given: Parameters<typeof credited>[1] = {},
) =>
  credited(++entries, {
    volunteerId: volunteerId(n),
    organizationId: organizationId(unit),
    servedOn: day(servedOn),
    serviceMinutes: serviceMinutes as Minutes,
    ...given,
  });
const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const idsOf = ({ items }: { items: readonly { volunteerId: string }[] }) =>
  items.map((item) => Number(item.volunteerId.slice(-4)));

describe('the shortfall list in November', () => {
  const unit = 1;
  const asked = { on: day('2026-11-15'), targetMinutes: 1_440, isProRata: false, scope: [organizationId(unit)] };
  beforeAll(async () => {
    for (const n of numbers(1, 8)) await enrol(n, unit, n === 4 ? '2026-07-10' : '2026-01-01');
    await serve(
      minutesOn([1, unit], '2026-05-01', 1_439),
      minutesOn([2, unit], '2026-05-01', 1_440),
      minutesOn([3, unit], '2026-05-01', 1_440),
      minutesOn([3, unit], '2026-05-02', 1),
    );
    await bench.given(
      quotaStream(volunteerId(5)),
      exempted(5, { effectiveOn: day('2026-11-15'), untilOn: day('2026-11-15') }),
    );
    await bench.given(quotaStream(volunteerId(6)), exempted(6), exemptionEnded(6, '2026-11-15'));
    await bench.given(volunteerStream(volunteerId(7)), withdrew(7, '2026-11-15'));
    await bench.given(volunteerStream(volunteerId(8)), withdrew(8, '2026-11-16'));
  });

  it('holds who is under 1,440 minutes (Z-69), not the exempted of the day, not who left', async () => {
    expect(idsOf(await shortfall(bench.source, asked))).toEqual([4, 6, 8, 1]);
    expect(idsOf(await shortfall(bench.source, { ...asked, on: day('2026-11-14') }))).toEqual([4, 5, 7, 8, 1]);
    expect(idsOf(await shortfall(bench.source, { ...asked, on: day('2026-11-16') }))).toEqual([4, 5, 6, 1]);
  });

  it('shows the full and the part target, what is missing and what it comes to', async () => {
    const { items } = await shortfall(bench.source, asked);
    expect(items.find((item) => item.volunteerId === volunteerId(4))).toEqual({
      volunteerId: volunteerId(4),
      name: '示例员4',
      volunteerNumber: '2026000004',
      organizationId: organizationId(unit),
      primaryTeamId: null,
      serviceMinutes: 0,
      targetMinutes: 1_440,
      proRataTargetMinutes: 720,
      missingMinutes: 1_440,
      projectedMinutes: 0,
      enrolledFromMonth: 7,
      daysLeft: 46,
    });
    const part = await shortfall(bench.source, { ...asked, isProRata: true });
    expect(part.items.find((item) => item.volunteerId === volunteerId(4))).toMatchObject({ missingMinutes: 720 });
  });

  it('can be kept to those who miss it if they go on like this', async () => {
    const { items } = await shortfall(bench.source, { ...asked, willMiss: true });
    expect(items.map((item) => item.volunteerId)).not.toContain(volunteerId(1));
    expect(items.map((item) => item.volunteerId)).toContain(volunteerId(6));
  });

  it('names who is exempted and until when, never why', async () => {
    const { items } = await exemptedPeople(bench.source, { on: day('2026-11-14'), scope: [organizationId(unit)] });
    expect(items).toEqual([
      {
        volunteerId: volunteerId(6),
        name: '示例员6',
        volunteerNumber: '2026000006',
        exemptionId: exemptionId(6),
        from: '2026-03-01',
        until: '2026-11-14',
      },
    ]);
  });

  it('is empty outside the scope', async () => {
    expect((await shortfall(bench.source, { ...asked, scope: [organizationId(99)] })).total).toBe(0);
  });
});

describe('who might be talked to about a half-year', () => {
  const unit = 2;
  const asked = { year: 2026, half: 1 as const, minutesMin: 720, scope: [organizationId(unit)] };
  beforeAll(async () => {
    for (const n of numbers(21, 26)) await enrol(n, unit);
    await serve(
      minutesOn([22, unit], '2026-03-01', 719),
      minutesOn([23, unit], '2026-06-30', 720),
      minutesOn([24, unit], '2026-07-01', 1_440),
    );
    await bench.given(quotaStream(volunteerId(25)), exempted(25, { effectiveOn: day('2026-06-30') }));
    await bench.given(volunteerStream(volunteerId(26)), withdrew(26, '2026-06-30'));
  });

  it('is who has nothing, or less than the pack asks by its end', async () => {
    const { items } = await reminderCandidates(bench.source, asked);
    expect(
      items.map(({ volunteerId: id, because, minutesOfYear }) => [Number(id.slice(-4)), because, minutesOfYear]),
    ).toEqual([
      [21, 'NO_MINUTES', 0],
      [24, 'NO_MINUTES', 0],
      [22, 'BELOW_THRESHOLD', 719],
    ]);
    expect(idsOf(await reminderCandidates(bench.source, { ...asked, minutesMin: null }))).toEqual([21, 24]);
  });

  it('is due until a person has talked about that half-year', async () => {
    await bench.given(quotaStream(volunteerId(21)), reminded(21));
    expect(idsOf(await reminderCandidates(bench.source, { ...asked, isTalkDue: true }))).toEqual([24, 22]);
    const { items } = await reminderCandidates(bench.source, asked);
    expect(items[0]).toMatchObject({ talkedOn: '2026-07-01' });
  });
});

describe('the pace of a year', () => {
  const unit = 3;
  const asked = { on: day('2026-09-30'), membersMin: 2, scope: [organizationId(unit)] };
  beforeAll(async () => {
    await enrol(31, unit);
    await enrol(32, unit);
    await bench.given(
      volunteerStream(volunteerId(31)),
      changed(31, { name: '示例员卅一' }),
      changed(31, {}),
      primary(31, 3),
      unprimary(31, 4, '2026-05-01'),
      unprimary(31, 3, '2026-05-02'),
    );
    await bench.given(`team-${teamId(3)}`, established(3, { organizationId: organizationId(unit) }));
    const both = (activity: number, servedOn: string) =>
      [31, 32].map((n) => minutesOn([n, unit], servedOn, 60, { teamId: teamId(3), activityId: activityId(activity) }));
    const held = numbers(1, 9).flatMap((i) => both(i, `2026-0${i}-10`));
    const gone = minutesOn([31, unit], '2026-02-02', 500);
    await serve(
      ...held,
      ...both(1, '2026-02-11'),
      minutesOn([31, unit], '2026-03-03', 60, { teamId: teamId(3), activityId: activityId(50) }),
      gone,
      reversed(gone),
    );
    await serve(minutesOn([31, unit], '2026-10-01', 300));
  });

  it('of a person is minutes by month against 24 hours, with a forecast', async () => {
    const pace = await paceByMonth(bench.source, { ...asked, volunteerId: volunteerId(31), target: 1_440 });
    expect(pace.months.map(({ reached }) => reached)).toEqual([60, 120, 120, 60, 60, 60, 60, 60, 60, 0, 0, 0]);
    expect(pace).toMatchObject({ reached: 660, due: 1_077, isBehind: true, forecast: 882, neededPerMonth: 260 });
    expect(pace.months.at(-1)).toEqual({ month: 12, reached: 0, reachedSoFar: 660, dueSoFar: 1_440 });
    for (const { month, reached } of pace.months) {
      const of = await everyPage((page) =>
        entriesOfPace(bench.source, { ...asked, volunteerId: volunteerId(31), month, page }),
      );
      expect(of.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(reached);
    }
  });

  it.each([8, 9, 10])('of a team is activities by month: nine by September against a target of %d', async (target) => {
    const pace = await paceByMonth(bench.source, { ...asked, teamId: teamId(3), target });
    expect(pace.months.map(({ reached }) => reached)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(pace).toMatchObject({ reached: 9, forecast: 12, isBehind: false, neededPerMonth: target > 9 ? 1 : null });
    const entriesOfMonth = await entriesOfPace(bench.source, { ...asked, teamId: teamId(3), month: 2 });
    expect(entriesOfMonth.total).toBe(4);
  });

  it('is compared with nothing where the pack sets no target, and is nothing outside the scope', async () => {
    expect(await paceByMonth(bench.source, { ...asked, volunteerId: volunteerId(31), target: null })).toMatchObject({
      due: null,
      isBehind: false,
      neededPerMonth: null,
    });
    const outside = { ...asked, scope: [organizationId(99)] };
    expect(await paceByMonth(bench.source, { ...outside, volunteerId: volunteerId(31), target: 1 })).toMatchObject({
      reached: 0,
    });
    expect(await paceByMonth(bench.source, { ...outside, teamId: teamId(3), target: 1 })).toMatchObject({ reached: 0 });
    expect((await entriesOfPace(bench.source, { ...outside, volunteerId: volunteerId(31), month: 1 })).total).toBe(0);
  });
});

describe('the last ten days before the counting (F-40)', () => {
  const unit = 4;
  const asked = { year: 2026, month: 12 as const, scope: [organizationId(unit)] };
  beforeAll(async () => {
    for (const n of numbers(41, 43)) await enrol(n, unit);
    await serve(
      minutesOn([41, unit], '2026-03-01', 1_000),
      minutesOn([41, unit], '2026-12-21', 439),
      minutesOn([41, unit], '2026-12-22', 1, { provenance: 'DECLARED' }),
      minutesOn([42, unit], '2026-12-31', 1_440, { provenance: 'DECLARED', late: true }),
      minutesOn([43, unit], '2026-12-21', 1_440),
      minutesOn([43, unit], '2027-01-01', 60),
    );
  });

  it('are the days, how many came to the target on them, and the declared minutes', async () => {
    expect(await spike(bench.source, { ...asked, minutesMin: 1_440 })).toEqual({
      days: [
        { day: '2026-12-21', serviceMinutes: 1_879, entries: 2, targetsReached: 1 },
        { day: '2026-12-22', serviceMinutes: 1, entries: 1, targetsReached: 1 },
        { day: '2026-12-31', serviceMinutes: 1_440, entries: 1, targetsReached: 1 },
      ],
      lastTenDays: { serviceMinutes: 1_441, entries: 2, declaredMinutes: 1_441, lateMinutes: 1_440, targetsReached: 2 },
      wholeYear: { serviceMinutes: 4_320, entries: 5, declaredMinutes: 1_441, lateMinutes: 1_440, targetsReached: 3 },
    });
    expect((await spike(bench.source, { ...asked, minutesMin: null })).wholeYear.targetsReached).toBe(0);
    expect((await spike(bench.source, { ...asked, month: 6, minutesMin: 720 })).wholeYear).toMatchObject({
      serviceMinutes: 1_000,
      targetsReached: 1,
    });
  });

  it('are their entries, to the minute', async () => {
    const { lastTenDays, days } = await spike(bench.source, { ...asked, minutesMin: 1_440 });
    const all = await everyPage((page) => entriesOfSpike(bench.source, { ...asked, page }));
    expect(all.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0)).toBe(lastTenDays.serviceMinutes);
    expect((await entriesOfSpike(bench.source, { ...asked, day: day('2026-12-21') })).total).toBe(days[0]!.entries);
  });
});
