import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { day, organizationId, registered } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityId, cancelled, held, planned } from '../../test/support/service-facts.js';
import { requiredDays } from './required-days.projection.js';
import { requiredDayMatrix, sessionsOfRequiredDays } from './required-days.query.js';

let bench: ProjectionBench;
const window = { day: day('2026-03-05'), from: day('2026-03-02'), until: day('2026-03-08') };
const windows = [window];
let units = 10;
/** A unit of its own with one activity held on each of the days. */
const unitWith = async (...heldOn: string[]): Promise<ReturnType<typeof organizationId>> => {
  const n = ++units;
  await bench.givenAll([
    [`organization-${organizationId(n)}`, registered(n)],
    ...heldOn.map((text, index) => {
      const activity = n * 10 + index;
      const { type, data } = held(activity, activity, text);
      const session = { type, data: { ...data, organizationId: organizationId(n) } };
      return [
        `activity-${activityId(activity)}`,
        planned(activity, { organizationId: organizationId(n) }),
        session,
      ] as const;
    }),
  ]);
  return organizationId(n);
};
const ofUnit = async (organization: ReturnType<typeof organizationId>) =>
  (await requiredDayMatrix(bench.source, { windows, scope: [organization] })).items;

beforeAll(async () => {
  bench = await projectionBench(requiredDays);
}, 60_000);
afterAll(() => bench.close());

describe('a required day of a unit', () => {
  it.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-05', true],
    ['2026-03-08', true],
    ['2026-03-09', false],
  ])('is met by a session of %s: %s', async (heldOn, isMet) => {
    const [item] = await ofUnit(await unitWith(heldOn));
    expect(item).toMatchObject({ isMet, activities: isMet ? 1 : 0, nearestHeldOn: isMet ? heldOn : null });
  });

  it('shows the date nearest to the day, and the sessions that its figure counts', async () => {
    const organization = await unitWith('2026-03-02', '2026-03-06', '2026-03-20');
    const [item] = await ofUnit(organization);
    expect(item).toMatchObject({ activities: 2, nearestHeldOn: '2026-03-06' });
    const { items } = await sessionsOfRequiredDays(bench.source, {
      windows,
      organizationId: organization,
      scope: undefined,
    });
    expect(items.map((one) => one.heldOn)).toEqual(['2026-03-02', '2026-03-06']);
    expect(new Set(items.map((one) => one.activityId)).size).toBe(item!.activities);
  });

  it('is not met by what was cancelled (F-33)', async () => {
    const organization = await unitWith('2026-03-05');
    await bench.given(`activity-${activityId(units * 10)}`, cancelled(units * 10, '2026-03-06'));
    expect(await ofUnit(organization)).toMatchObject([{ isMet: false }]);
  });

  it('is asked of a unit from its registration on', async () => {
    await bench.givenAll([
      [`organization-${organizationId(1)}`, registered(1, { registeredOn: day('2026-03-08') })],
      [`organization-${organizationId(2)}`, registered(2, { registeredOn: day('2026-03-09') })],
    ]);
    expect(await ofUnit(organizationId(1))).toHaveLength(1);
    expect(await ofUnit(organizationId(2))).toHaveLength(0);
  });

  it('is listed by whether it was met, within the scope', async () => {
    const [met, unmet] = [await unitWith('2026-03-05'), await unitWith()];
    const scope = [met, unmet];
    const ids = async (isMet: boolean) =>
      (await requiredDayMatrix(bench.source, { windows, scope, met: isMet })).items.map((item) => item.organizationId);
    expect(await ids(true)).toEqual([met]);
    expect(await ids(false)).toEqual([unmet]);
    const elsewhere = { windows, organizationId: met, scope: [unmet] };
    expect((await sessionsOfRequiredDays(bench.source, elsewhere)).total).toBe(0);
    expect((await requiredDayMatrix(bench.source, { windows: [], scope })).total).toBe(0);
  });
});
