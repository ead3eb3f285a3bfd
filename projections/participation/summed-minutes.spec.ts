import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, day, enrolled, organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { credited, inHoursStreams, reversed } from '../../test/support/service-facts.js';
import { peopleOfAnalysis } from './analysis.query.js';
import { paceByMonth } from './pace.query.js';
import { summedMinutes } from './participant.js';
import { participation } from './participation.projection.js';
import { reminderCandidates } from './reminders.query.js';
import { shortfall } from './shortfall.query.js';

let bench: ProjectionBench;
let entries = 0;
const serviceDays = [
  ...['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'],
  ...['2026-06-30', '2026-07-01', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'],
];
const given = (n: number, servedOn: string) =>
  credited(++entries, {
    volunteerId: volunteerId(n),
    servedOn: day(servedOn),
    serviceMinutes: (10 + entries) as Minutes,
  });

beforeAll(async () => {
  bench = await projectionBench(participation);
  const early = { enrolledOn: day('2025-01-01') };
  await bench.givenAll(
    [1, 2, 3].map((n) => [volunteerStream(volunteerId(n)), applied(n), enrolled(n, early)] as const),
  );
  const wrong = given(1, '2026-02-15');
  await bench.givenAll(
    inHoursStreams([
      ...serviceDays.map((on) => given(1, on)),
      wrong,
      reversed(wrong),
      ...['2026-03-01', '2026-06-15'].map((on) => given(2, on)),
    ]),
  );
}, 60_000);
afterAll(() => bench.close());

/** What every window that reads entry by entry says of the person. */
const reachedBy = async (n: number, on: LocalDate): Promise<number> =>
  (await paceByMonth(bench.source, { volunteerId: volunteerId(n), on, target: null, membersMin: 1, scope: undefined }))
    .reached;

async function expectEqual(scope: Parameters<typeof shortfall>[1]['scope']): Promise<void> {
  for (const on of [
    '2026-01-01',
    '2026-01-31',
    '2026-02-14',
    '2026-02-28',
    '2026-03-01',
    '2026-11-29',
    '2026-12-31',
  ].map(day)) {
    const { items } = await shortfall(bench.source, { on, targetMinutes: 100_000, isProRata: false, scope });
    for (const { volunteerId: id, serviceMinutes } of items)
      expect([on, serviceMinutes]).toEqual([on, await reachedBy(Number(id.slice(-4)), on)]);
    expect(items.length).toBeGreaterThan(0);
  }
  for (const half of [1, 2] as const) {
    const asked = { year: 2026, half, minutesMin: 100_000, scope };
    const [mid, end] = [day('2026-06-30'), day('2026-12-31')];
    for (const item of (await reminderCandidates(bench.source, asked)).items) {
      const n = Number(item.volunteerId.slice(-4));
      const [first, whole] = [await reachedBy(n, mid), await reachedBy(n, end)];
      expect([item.minutesOfHalf, item.minutesOfYear]).toEqual(half === 1 ? [first, first] : [whole - first, whole]);
    }
    const span = { fromOn: day('2026-01-01'), untilOn: half === 1 ? mid : end, minutesMin: null, scope };
    for (const item of (await peopleOfAnalysis(bench.source, { ...span, group: 'ALL' })).items)
      expect(item.serviceMinutes).toBe(await reachedBy(Number(item.volunteerId.slice(-4)), span.untilOn));
  }
}

describe('minutes of everybody', () => {
  it('are those that the entries add up to, on the edges of months and within them', async () => {
    await expectEqual(undefined);
    await expectEqual([organizationId(1)]);
    expect(await reachedBy(1, day('2026-12-31'))).toBeGreaterThan(0);
  });

  it('are added up over both records of a person, without what lies on the same time, until they are told apart', async () => {
    const link = { volunteerId: volunteerId(1), duplicateId: volunteerId(2) };
    const alone = await reachedBy(1, day('2026-12-31'));
    await bench.given(volunteerStream(volunteerId(1)), {
      type: 'DuplicateLinked',
      data: { ...link, linkedOn: day('2026-06-01') },
    });
    await expectEqual(undefined);
    await expectEqual([organizationId(1)]);
    const together = await reachedBy(1, day('2026-12-31'));
    expect(together).toBeGreaterThan(alone);
    await bench.given(volunteerStream(volunteerId(1)), {
      type: 'DuplicateUnlinked',
      data: { ...link, unlinkedOn: day('2026-06-02') },
    });
    await expectEqual(undefined);
    expect(await reachedBy(1, day('2026-12-31'))).toBe(alone);
  });

  it.each([
    ['2026-01-02', '2026-03-31'],
    ['2025-12-01', '2026-03-31'],
    ['2026-04-01', '2026-03-31'],
  ])('are not asked for from %s to %s', (from, until) => {
    const spans = { minutes: { from: day(from), until: day(until) } };
    expect(() => summedMinutes({ spans, scope: undefined, parameter: '$1' })).toThrow(RangeError);
  });
});
