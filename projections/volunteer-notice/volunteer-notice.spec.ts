import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hoursFacts } from '../../test/support/hours-facts.js';
import { organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { conflicted, credited, entryId, reversed } from '../../test/support/service-facts.js';
import { volunteerNotice } from './volunteer-notice.projection.js';
import { noticesOf } from './volunteer-notice.query.js';

describe('what a volunteer has to be told', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(volunteerNotice);
    await bench.givenAll(hoursFacts);
    const first = credited(1, { volunteerId: volunteerId(2) });
    await bench.given(
      `hours-${volunteerId(2)}-2026`,
      ...[first, conflicted(2, 1, { volunteerId: volunteerId(2) }), reversed(first, { reasonCode: 'DUPLICATE' })],
      credited(3, { volunteerId: volunteerId(2), replaces: entryId(1) }),
    );
  }, 60_000);
  afterAll(() => bench.close());

  it('is every act upon an entry and every step of a question, newest first', async () => {
    const { items, total } = await noticesOf(bench.source, { volunteerId: volunteerId(1), pageSize: 3 });
    expect(total).toBe(8);
    expect(items.map(({ type, code, words }) => [type, code, words])).toEqual([
      ['ServiceHoursDisputeAnswered', 'NOT_UPHELD', '签到表属实'],
      ['ServiceHoursDisputeEscalated', 'OVERDUE', null],
      ['ServiceHoursDisputed', 'MINUTES_WRONG', '当天只服务了一小时'],
    ]);
    const rest = await noticesOf(bench.source, { volunteerId: volunteerId(1), page: 2, pageSize: 3 });
    expect(rest.items.map(({ type }) => type)).toEqual([
      'FalseClaimEstablished',
      'ServiceHoursConflictResolved',
      'ServiceHoursDeclined',
    ]);
    const first = await noticesOf(bench.source, { volunteerId: volunteerId(1), page: 3, pageSize: 3 });
    expect(first.items.map(({ type, code }) => [type, code])).toEqual([
      ['ServiceHoursApproved', null],
      ['ServiceHoursHeld', 'LATE'],
    ]);
  });

  it('is not an ordinary credit, but one that stands in the place of another', async () => {
    const { items } = await noticesOf(bench.source, { volunteerId: volunteerId(2) });
    expect(items.map(({ type, entryId: id, code }) => [type, id, code])).toEqual([
      ['ServiceHoursCredited', entryId(3), null],
      ['ServiceHoursReversed', entryId(1), 'DUPLICATE'],
      ['ServiceHoursConflicted', entryId(2), null],
    ]);
    expect(items[0]).toMatchObject({
      ...{
        organizationId: organizationId(1),
        servedOn: '2026-03-15',
        serviceMinutes: 60,
        disputeId: null,
        words: null,
      },
      toldAt: '2026-07-01T01:00:00.000Z',
    });
  });
});
