import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Minutes } from '#libs/kernel/time';
import { reviewStream } from '#libs/review/review.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  established,
  numbers,
  organizationId,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { everyPage } from '../../test/support/service-facts.js';
import { annualReview } from './annual-review.projection.js';
import { annualReviewOf, annualReviews, countByConclusion } from './annual-review.query.js';

let bench: ProjectionBench;
const scope = undefined;
const by = '00000000-0000-4000-8000-00000000000a';

const basis = {
  organizationId: organizationId(1),
  year: 2026,
  pack: 'ZJ-2013-37',
  packVersion: 1,
  position: '4711',
  preparedOn: day('2026-12-31'),
};
const prepared = (n: number, given: { year?: number; serviceMinutes?: number; targetMinutes?: Minutes } = {}) => ({
  type: 'VolunteerReviewPrepared' as const,
  data: {
    ...basis,
    volunteerId: volunteerId(n),
    activities: 12,
    targetMinutes: 1440 as Minutes,
    ...given,
    serviceMinutes: (given.serviceMinutes ?? 1500) as Minutes,
  },
});
const confirmed = (n: number, conclusion: 'TARGET_MET' | 'EXEMPTED', year = 2026) => ({
  type: 'VolunteerReviewConfirmed' as const,
  data: {
    organizationId: organizationId(1),
    volunteerId: volunteerId(n),
    year,
    conclusion,
    confirmedOn: day('2027-01-05'),
    note: '病假',
  },
});
const teamPrepared = (n: number) => ({
  type: 'TeamReviewPrepared' as const,
  data: {
    ...basis,
    teamId: teamId(n),
    activities: 9,
    members: 20,
    serviceMinutes: 30_000 as Minutes,
    targetActivities: 10,
  },
});
const review = (n: number, year = 2026) => reviewStream(volunteerId(n), year);
const reviewOf = (n: number, year = 2026) => annualReviewOf(bench.source, { subjectId: volunteerId(n), year, scope });

beforeAll(async () => {
  bench = await projectionBench(annualReview);
  await bench.givenAll([
    [volunteerStream(volunteerId(1)), applied(1), changed(1, { name: '示例员一' }), changed(1, {})],
    [`team-${teamId(1)}`, established(1)],
  ]);
}, 60_000);
afterAll(() => bench.close());

describe('a year in which the rules changed (F-43)', () => {
  const underPack = (packVersion: number, reached: number, target?: number) => ({
    ...{ organizationId: organizationId(1), year: 2023, pack: 'ZJ-2013-37', packVersion, reached },
    ...{ fromOn: day('2026-01-01'), untilOn: day('2026-06-30'), ...(target === undefined ? {} : { target }) },
  });
  const shown = { pack: 'ZJ-2013-37', packVersion: 1, fromOn: '2026-01-01', untilOn: '2026-06-30' };

  it('shows what each pack asked, of a volunteer and of a team, anew with each preparation', async () => {
    const measured = {
      type: 'VolunteerReviewPackMeasured' as const,
      data: { ...underPack(1, 1440, 1440), volunteerId: volunteerId(90) },
    };
    await bench.given(review(90, 2023), prepared(90, { year: 2023 }), measured, {
      ...measured,
      data: { ...measured.data, packVersion: 2 },
    });
    expect((await reviewOf(90, 2023))?.underPacks).toEqual([
      { ...shown, reached: 1440, target: 1440 },
      { ...shown, packVersion: 2, reached: 1440, target: 1440 },
    ]);
    await bench.given(review(90, 2023), prepared(90, { year: 2023, serviceMinutes: 1501 }), measured);
    expect((await reviewOf(90, 2023))?.underPacks).toHaveLength(1);
    const given = teamPrepared(90);
    const ofTeam = { type: 'TeamReviewPackMeasured' as const, data: { ...underPack(1, 3), teamId: teamId(90) } };
    await bench.given(
      reviewStream(teamId(90), 2023),
      { ...given, data: { ...given.data, year: 2023, plannedLines: 12, leaderId: volunteerId(90) } },
      ofTeam,
    );
    const team = await annualReviewOf(bench.source, { subjectId: teamId(90), year: 2023, scope });
    expect(team).toMatchObject({ plannedLines: 12, leaderId: volunteerId(90) });
    expect(team?.underPacks).toEqual([{ ...shown, reached: 3, target: null }]);
  });
});

describe('the review of a volunteer', () => {
  it('has its figures, its pack and the position they rest on, and no conclusion before a person draws one', async () => {
    await bench.given(review(1), prepared(1));
    expect(await reviewOf(1)).toEqual({
      ...basis,
      ...{ quartersMet: null, tenHaves: null, tenHavesCheckedOn: null },
      subjectId: volunteerId(1),
      subjectKind: 'volunteer',
      name: '示例员一',
      preparedBy: by,
      serviceMinutes: 1500,
      activities: 12,
      members: null,
      targetMinutes: 1440,
      targetActivities: null,
      proRataTargetMinutes: null,
      plannedLines: null,
      leaderId: null,
      underPacks: [],
      conclusion: null,
      confirmedOn: null,
      confirmedBy: null,
    });
  });

  it('has the conclusion a person confirmed, and nothing of the note', async () => {
    await bench.given(review(1), confirmed(1, 'TARGET_MET'));
    const found = await reviewOf(1);
    expect(found).toMatchObject({
      conclusion: 'TARGET_MET',
      confirmedOn: '2027-01-05',
      confirmedBy: by,
      serviceMinutes: 1500,
    });
    expect(JSON.stringify(found)).not.toContain('病假');
  });

  it('prepared once more has new figures, and waits again', async () => {
    await bench.given(review(2), prepared(2), confirmed(2, 'EXEMPTED'), prepared(2, { serviceMinutes: 0 }));
    expect(await reviewOf(2)).toMatchObject({
      serviceMinutes: 0,
      conclusion: null,
      confirmedOn: null,
      confirmedBy: null,
    });
  });

  it('has no target where the pack sets none', async () => {
    const { targetMinutes: _targetMinutes, ...data } = prepared(3).data;
    await bench.given(review(3), { type: 'VolunteerReviewPrepared', data });
    expect((await reviewOf(3))?.targetMinutes).toBeNull();
  });

  it('of another year is another review', async () => {
    await bench.given(review(1, 2025), prepared(1, { year: 2025, serviceMinutes: 10 }));
    expect((await reviewOf(1, 2025))?.serviceMinutes).toBe(10);
    expect((await reviewOf(1, 2026))?.serviceMinutes).toBe(1500);
  });
});

describe('the review of a team', () => {
  it('has activities, members and minutes, and its conclusion', async () => {
    await bench.given(reviewStream(teamId(1), 2026), teamPrepared(1), {
      type: 'TeamReviewConfirmed',
      data: {
        organizationId: organizationId(1),
        teamId: teamId(1),
        year: 2026,
        conclusion: 'TARGET_NOT_MET',
        confirmedOn: day('2027-01-06'),
      },
    });
    expect(await annualReviewOf(bench.source, { subjectId: teamId(1), year: 2026, scope })).toMatchObject({
      subjectKind: 'team',
      name: '示例党员志愿服务队1队',
      activities: 9,
      members: 20,
      serviceMinutes: 30_000,
      targetMinutes: null,
      targetActivities: 10,
      conclusion: 'TARGET_NOT_MET',
      confirmedOn: '2027-01-06',
    });
  });
});

describe('reviews of a year', () => {
  const asked = { year: 2023, subjectKind: 'volunteer' as const, scope };
  beforeAll(() =>
    bench.givenAll(
      numbers(1, 230).map((n) => [
        review(n, 2023),
        prepared(n, { year: 2023 }),
        ...(n > 220 ? [] : [confirmed(n, n > 10 ? 'TARGET_MET' : 'EXEMPTED', 2023)]),
      ]),
    ),
  );

  it('are as many by conclusion as the list shows', async () => {
    const counts = await countByConclusion(bench.source, asked);
    expect(counts).toEqual([
      { conclusion: null, reviews: 10 },
      { conclusion: 'EXEMPTED', reviews: 10 },
      { conclusion: 'TARGET_MET', reviews: 210 },
    ]);
    for (const { conclusion, reviews } of counts) {
      const listed = await everyPage((page) =>
        annualReviews(bench.source, { ...asked, conclusion, page, pageSize: 200 }),
      );
      expect(listed).toHaveLength(reviews);
      expect(new Set(listed.map((one) => one.conclusion))).toEqual(new Set([conclusion]));
    }
    expect((await annualReviews(bench.source, asked)).total).toBe(230);
  });

  it('are of volunteers or of teams', async () => {
    const of = (subjectKind: 'volunteer' | 'team') => annualReviews(bench.source, { year: 2026, subjectKind, scope });
    expect((await of('team')).items.map(({ subjectId }) => subjectId)).toEqual([teamId(1)]);
    expect((await of('volunteer')).total).toBe(3);
  });

  it('are not shown outside the scope', async () => {
    const outside = [organizationId(2)];
    expect((await annualReviews(bench.source, { ...asked, scope: outside })).total).toBe(0);
    expect(await countByConclusion(bench.source, { ...asked, scope: outside })).toEqual([]);
    expect(
      await annualReviewOf(bench.source, { subjectId: volunteerId(1), year: 2026, scope: outside }),
    ).toBeUndefined();
    expect((await annualReviews(bench.source, { ...asked, scope: [organizationId(1)] })).total).toBe(230);
  });
});
