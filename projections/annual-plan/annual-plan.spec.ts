import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PlanLineId } from '#libs/kernel/ids';
import { annualPlanStream } from '#libs/annual-plan/annual-plan.events';
import { day, organizationId, teamId } from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { activityId, cancelled, held, planned } from '../../test/support/service-facts.js';
import { annualPlan } from './annual-plan.projection.js';
import { planLines, planLineStates, planOfTeamYear } from './annual-plan.query.js';

let bench: ProjectionBench;
const lineId = (n: number): PlanLineId => `e0000000-0000-4000-9000-${String(n).padStart(12, '0')}` as PlanLineId;
const line = (n: number) => ({
  ...{ teamId: teamId(1), organizationId: organizationId(1), year: 2026, planLineId: lineId(n) },
});
const planned1 = (n: number, month: number): GivenEvent => ({
  type: 'AnnualActivityPlanned',
  data: { ...line(n), plannedOn: day('2026-01-10'), month, title: `计划${n}` },
});
const dropped = (n: number): GivenEvent => ({
  type: 'AnnualActivityDropped',
  data: { ...line(n), droppedOn: day('2026-02-01'), reason: '并入其他活动' },
});
const tied = (activity: number, n: number): GivenEvent => ({
  type: 'PlanLineTied',
  data: {
    ...{ activityId: activityId(activity), organizationId: organizationId(1), teamId: teamId(1), year: 2026 },
    ...{ planLineId: lineId(n), tiedOn: day('2026-02-01') },
  },
});
const year = { teamId: teamId(1), year: 2026, scope: undefined };

beforeAll(async () => {
  bench = await projectionBench(annualPlan);
  await bench.givenAll([
    [
      annualPlanStream(teamId(1), 2026),
      planned1(1, 3),
      planned1(2, 2),
      planned1(3, 5),
      planned1(4, 6),
      planned1(5, 7),
      dropped(4),
    ],
    [`activity-${activityId(1)}`, planned(1), tied(1, 1), held(1, 1, '2026-03-16'), held(1, 2, '2026-03-15')],
    [`activity-${activityId(2)}`, planned(2), tied(2, 2)],
    // F-33: rained off; its line stands as cancelled until another activity takes it.
    [`activity-${activityId(3)}`, planned(3), tied(3, 3), cancelled(3, '2026-05-01')],
  ]);
}, 60_000);
afterAll(() => bench.close());

describe('the annual plan against what was held', () => {
  it('says of every line, by month, what became of it', async () => {
    const { items } = await planLines(bench.source, year);
    expect(items.map(({ title, month, state }) => [title, month, state])).toEqual([
      ['计划2', 2, 'planned'],
      ['计划1', 3, 'held'],
      ['计划3', 5, 'cancelled'],
      ['计划4', 6, 'dropped'],
      ['计划5', 7, 'planned'],
    ]);
    expect(items[1]?.activities).toEqual([
      { activityId: activityId(1), title: '示例活动1', firstHeldOn: '2026-03-15', cancelledOn: null },
    ]);
    expect(items[3]).toMatchObject({ droppedOn: '2026-02-01', dropReason: '并入其他活动' });
  });

  it('counts the lines that it shows', async () => {
    const figures = await planOfTeamYear(bench.source, year);
    expect(figures).toEqual({ planned: 2, held: 1, cancelled: 1, dropped: 1 });
    for (const state of planLineStates)
      expect((await planLines(bench.source, { ...year, state })).total).toBe(figures[state]);
  });

  it('is of one year and not shown outside the scope', async () => {
    expect((await planLines(bench.source, { ...year, year: 2027 })).total).toBe(0);
    expect((await planLines(bench.source, { ...year, scope: [organizationId(2)] })).total).toBe(0);
    expect(await planOfTeamYear(bench.source, { ...year, scope: [organizationId(2)] })).toMatchObject({ held: 0 });
  });

  it('is held by another activity after the first was cancelled', async () => {
    await bench.given(`activity-${activityId(6)}`, planned(6), tied(6, 3), held(6, 6, '2026-05-09'));
    expect(await planOfTeamYear(bench.source, year)).toMatchObject({ held: 2, cancelled: 0 });
  });
});
