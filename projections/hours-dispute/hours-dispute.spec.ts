import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answered, disputed, disputeId, escalated } from '../../test/support/hours-facts.js';
import { applied, changed, day, organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { accountId, entryId } from '../../test/support/service-facts.js';
import { hoursDispute } from './hours-dispute.projection.js';
import { disputeCounts, disputesOf, disputeStates, type DisputeFilter } from './hours-dispute.query.js';

let bench: ProjectionBench;
const ask = (given: Partial<DisputeFilter> & { page?: number; pageSize?: number } = {}) =>
  disputesOf(bench.source, { today: day('2026-07-16'), scope: undefined, ...given });
const numbersOf = async (given: Partial<DisputeFilter> = {}): Promise<number[]> =>
  (await ask(given)).items.map((item) => Number(item.disputeId.slice(-3)));

beforeAll(async () => {
  bench = await projectionBench(hoursDispute);
  await bench.given(`volunteer-${volunteerId(1)}`, applied(1), changed(1, { name: '示例员一' }));
  await bench.given(
    `hours-${volunteerId(1)}-2026`,
    disputed(1, { entryId: entryId(9) }),
    disputed(2, { answerDueOn: day('2026-07-16') }),
    ...[disputed(3), answered(3), disputed(4), answered(4), escalated(4, { reasonCode: 'APPEAL' }), disputed(5)],
    escalated(5),
    answered(5, { outcome: 'UPHELD', organizationId: organizationId(2) }),
  );
}, 60_000);
afterAll(() => bench.close());

describe('questions about hours', () => {
  it('stand with their clock, whose they are and who has to answer', async () => {
    const { items } = await ask();
    expect(items[0]).toEqual({
      ...disputed(1).data,
      ...{ entryId: entryId(9), level: 0, escalatedFor: null, outcome: null, answer: null },
      ...{ answeredBy: null, answeredOn: null, volunteerName: '示例员一', overdue: true },
    });
    expect(items.find((item) => item.disputeId === disputeId(4))).toMatchObject({
      ...{
        organizationId: organizationId(2),
        level: 1,
        escalatedFor: 'APPEAL',
        outcome: null,
        answerDueOn: '2026-07-30',
      },
    });
    expect(items.find((item) => item.disputeId === disputeId(5))).toMatchObject({
      ...{ level: 1, outcome: 'UPHELD', answer: '签到表属实', answeredBy: accountId(4), overdue: false },
    });
  });

  it.each([
    ['2026-07-15', []],
    ['2026-07-16', [1]],
    ['2026-07-17', [1, 2]],
  ])('are overdue on %s: %j', async (today, numbers) => {
    expect(await numbersOf({ today: day(today), state: 'OVERDUE' })).toEqual(numbers);
  });

  it('are counted, and each count has its questions', async () => {
    const counts = await disputeCounts(bench.source, { today: day('2026-07-16'), scope: undefined });
    expect(counts).toEqual({ open: 3, overdue: 1, answered: 2 });
    const listed = await Promise.all(disputeStates.map(async (state) => (await ask({ state })).total));
    expect(listed).toEqual([counts.open, counts.overdue, counts.answered]);
  });

  it('are shown to those who have to answer, and by volunteer, in pages', async () => {
    expect(await numbersOf({ scope: [organizationId(2)] })).toEqual([4, 5]);
    expect(await numbersOf({ scope: [] })).toEqual([]);
    expect(await numbersOf({ volunteerId: volunteerId(2) })).toEqual([]);
    expect(await ask({ page: 2, pageSize: 2 })).toMatchObject({ total: 5, items: [{}, {}] });
  });
});
