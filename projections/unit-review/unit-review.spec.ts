import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { analysisStream, rosterReviewStream } from '#libs/review/unit-review.events';
import { organizationId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { analysisPrepared, analysisSigned, rosterConfirmed, rosterPrepared } from '../../test/support/review-facts.js';
import { unitReview } from './unit-review.projection.js';
import { participationAnalyses, rosterReviews } from './unit-review.query.js';

let bench: ProjectionBench;
const asked = { year: 2026, scope: undefined };
beforeAll(async () => {
  bench = await projectionBench(unitReview);
}, 60_000);
afterAll(() => bench.close());

describe('reviews of units', () => {
  it('show the roster reviews with their figures, open until a person confirmed', async () => {
    const stream = rosterReviewStream(organizationId(1), 2026, 2);
    await bench.given(stream, rosterPrepared(1));
    await bench.given(rosterReviewStream(organizationId(2), 2026, 1), rosterPrepared(2, { half: 1, additions: 3 }));
    expect((await rosterReviews(bench.source, { ...asked, isOpen: true })).total).toBe(2);
    await bench.given(stream, rosterConfirmed(1));
    const { items } = await rosterReviews(bench.source, { ...asked, half: 2 });
    const { data } = rosterPrepared(1);
    const by = '00000000-0000-4000-8000-00000000000a';
    expect(items).toEqual([{ ...data, preparedBy: by, confirmedOn: '2026-07-02', confirmedBy: by }]);
    expect((await rosterReviews(bench.source, { ...asked, isOpen: true })).items).toMatchObject([
      { additions: 3, confirmedOn: null },
    ]);
    await bench.given(stream, rosterPrepared(1, { leavers: 1 }));
    expect((await rosterReviews(bench.source, { ...asked, half: 2 })).items).toMatchObject([
      { leavers: 1, confirmedOn: null, confirmedBy: null },
    ]);
  });

  it('show the analyses with what was concluded, unsigned again when the figures change', async () => {
    const stream = analysisStream(organizationId(1), 2026, 'FIRST_HALF');
    await bench.given(stream, analysisPrepared(1), analysisSigned(1));
    const { items } = await participationAnalyses(bench.source, { ...asked, period: 'FIRST_HALF' });
    expect(items).toMatchObject([
      {
        participants: 5,
        minutesMin: 720,
        reached: 4,
        activitiesMin: null,
        teamsReached: null,
        conclusion: '总体较好',
        signedOn: '2026-07-03',
      },
    ]);
    expect((await participationAnalyses(bench.source, { ...asked, isOpen: true })).total).toBe(0);
    const { minutesMin: _minutes, reached: _reached, ...without } = analysisPrepared(1).data;
    await bench.given(stream, {
      type: 'ParticipationAnalysisPrepared',
      data: { ...without, serviceMinutes: 1 as Minutes },
    });
    expect((await participationAnalyses(bench.source, asked)).items).toMatchObject([
      { minutesMin: null, reached: null, conclusion: null, signedOn: null, signedBy: null },
    ]);
  });

  it('keep to the scope and to one unit', async () => {
    expect((await rosterReviews(bench.source, { ...asked, scope: [organizationId(2)] })).total).toBe(1);
    expect((await rosterReviews(bench.source, { ...asked, organizationId: organizationId(9) })).total).toBe(0);
    expect((await participationAnalyses(bench.source, { ...asked, scope: [organizationId(2)] })).total).toBe(0);
    expect(
      (await rosterReviews(bench.source, { ...asked, sort: 'additions', descending: true })).items[0],
    ).toMatchObject({ additions: 3 });
    expect((await participationAnalyses(bench.source, { ...asked, sort: 'participants' })).total).toBe(1);
  });
});
