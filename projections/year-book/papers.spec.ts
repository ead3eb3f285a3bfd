import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { booksStream } from '#libs/closing/closing.events';
import { correctionNoticeStream } from '#libs/correction-notice/correction-notice.events';
import { hoursStream } from '#libs/hours/hours.events';
import type { Id, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Minutes } from '#libs/kernel/time';
import { reviewStream } from '#libs/review/review.events';
import { starStream } from '#libs/star/star.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, day, enrolled, organizationId, teamId, volunteerId } from '../../test/support/made-up-facts.js';
import { benchInstant, projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { credited, entryId } from '../../test/support/service-facts.js';
import { papersResting, peopleOfFindings, type ExportedPaper, type RestingAsked } from './papers.query.js';
import { yearBook } from './year-book.projection.js';

const [county, branch, elsewhere] = [organizationId(9), organizationId(1), organizationId(8)];
const ancestries: Readonly<Record<string, readonly OrganizationId[]>> = { [branch]: [branch, county] };
const person = volunteerId(1);
const basis = { pack: 'ZJ-2013-37', packVersion: 1, position: '1', preparedOn: day('2027-01-02') };
const whole = { scope: [branch, county], year: 2026, ancestries, exports: [] as readonly ExportedPaper[] };

const star = (stars: number, asOfOn: string): GivenEvent => ({
  type: 'StarAwarded',
  data: {
    ...{ volunteerId: person, organizationId: branch, stars, scheme: 'STAR-2012-340', schemeVersion: 1 },
    ...{ requiredMinutes: 0 as Minutes, asOfOn: day(asOfOn), creditedMinutes: 6_000 as Minutes, position: '1' },
    ...{ approverLevel: 'COUNTY', awardedOn: day('2027-01-03') },
  },
});
const book = (of: OrganizationId): GivenEvent => ({
  type: 'YearClosed',
  data: {
    ...{ organizationId: of, year: 2026, pack: basis.pack, packVersion: 1, position: '1', volunteers: 1, entries: 1 },
    ...{ activities: 1, serviceMinutes: 60 as Minutes, bookHash: '0a'.repeat(32), closedOn: day('2027-01-20') },
  },
});
const review = (serviceMinutes: number): readonly GivenEvent[] => [
  {
    type: 'VolunteerReviewPrepared',
    data: {
      ...{ ...basis, volunteerId: person, organizationId: branch, year: 2026 },
      ...{ serviceMinutes: serviceMinutes as Minutes, activities: 1 },
    },
  },
  {
    type: 'VolunteerReviewConfirmed',
    data: {
      ...{ volunteerId: person, organizationId: branch, year: 2026 },
      ...{ conclusion: 'TARGET_NOT_MET', confirmedOn: day('2027-01-04') },
    },
  },
];
const teamReview: readonly GivenEvent[] = [
  {
    type: 'TeamReviewPrepared',
    data: {
      ...{ ...basis, teamId: teamId(1), organizationId: branch, year: 2026 },
      ...{ activities: 1, members: 1, serviceMinutes: 60 as Minutes },
    },
  },
  {
    type: 'TeamReviewConfirmed',
    data: {
      ...{ teamId: teamId(1), organizationId: branch, year: 2026 },
      ...{ conclusion: 'TARGET_NOT_MET', confirmedOn: day('2027-01-04') },
    },
  },
];
const adjusted = (n: number, of: number): GivenEvent => ({
  type: 'PriorYearAdjusted',
  data: {
    ...{ volunteerId: person, year: 2027, adjustmentId: entryId(n), adjustsYear: 2026, entryId: entryId(of) },
    ...{ organizationId: branch, teamId: teamId(1), servedOn: day('2026-03-15'), minutesBefore: 60 as Minutes },
    ...{ minutesAfter: 0 as Minutes, reasonCode: 'FALSE_CLAIM', adjustedOn: day('2027-02-01'), reason: '未到场' },
  },
});
const left = (exportId: string, at: string, whose: VolunteerId = person): ExportedPaper => ({
  ...{ exportId, volunteerId: whose, organizationId: branch, means: 'CERTIFICATE', receiver: 'PERSON', at },
});

describe('papers that rest on an entry which counts otherwise now', () => {
  let bench: ProjectionBench;
  const shown = async (change: Partial<RestingAsked> = {}) =>
    (await papersResting(bench.source, { ...whole, ...change })).items;
  const kinds = async (change: Partial<RestingAsked> = {}) => (await shown(change)).map(({ paper }) => paper);

  beforeAll(async () => {
    bench = await projectionBench(yearBook);
    const { data, type } = credited(1, { volunteerId: person, servedOn: day('2026-03-15'), teamId: teamId(1) });
    await bench.givenAll([
      [volunteerStream(person), applied(1), enrolled(1)],
      // Confirmed before the entry counted: it did not rest on it.
      [reviewStream(volunteerId(1), 2026), ...review(0)],
      [hoursStream(person, 2026), { type, data }],
      [starStream(person), star(1, '2026-03-14'), star(2, '2026-03-15')],
      [reviewStream(teamId(1), 2026), ...teamReview],
      [booksStream(branch, 2026), book(branch)],
      [booksStream(county, 2026), book(county)],
      [booksStream(elsewhere, 2026), book(elsewhere)],
    ]);
  }, 120_000);
  afterAll(() => bench.close(), 180_000);

  it('are none while nothing was found', async () => {
    expect(await shown()).toEqual([]);
    expect(await peopleOfFindings(bench.source, whole)).toEqual({ volunteerIds: [], homes: [] });
  });

  it('are what was made after the entry counted and covers its day, of the person, the team and every unit above', async () => {
    await bench.given(hoursStream(person, 2027), adjusted(50, 1));
    expect(await peopleOfFindings(bench.source, whole)).toEqual({ volunteerIds: [person], homes: [branch] });
    const items = await shown();
    expect(items.map(({ paper, subjectId, number }) => [paper, subjectId, number])).toEqual([
      ['STAR', person, 2],
      ['TEAM_REVIEW', teamId(1), 2026],
      ...[branch, county].toSorted().map((of) => ['YEAR_BOOK', of, 2026]),
    ]);
    expect(items[0]).toMatchObject({
      ...{ findingId: entryId(50), finding: 'PRIOR_YEAR_ADJUSTMENT', entryId: entryId(1), reasonCode: 'FALSE_CLAIM' },
      ...{ minutesBefore: 60, minutesAfter: 0, minutesThen: 6_000, madeOn: '2027-01-03', state: 'STANDS', toldOn: null },
    });
  });

  it('show of organizations only what lies in the scope, and nothing of other people or years', async () => {
    expect(await kinds({ scope: [branch] })).toEqual(['STAR', 'TEAM_REVIEW', 'YEAR_BOOK']);
    expect(await kinds({ scope: [county] })).toEqual([]);
    expect(await kinds({ year: 2025 })).toEqual([]);
  });

  it('are exports between the service and the finding', async () => {
    const found = new Date(benchInstant).toISOString();
    const exports = [
      left('00000000-0000-4000-8000-0000000000e1', '2026-03-14T15:59:59.999Z'),
      left('00000000-0000-4000-8000-0000000000e2', '2026-03-14T16:00:00.000Z'),
      left('00000000-0000-4000-8000-0000000000e3', found),
      left('00000000-0000-4000-8000-0000000000e4', '2026-03-20T00:00:00.000Z', volunteerId(2)),
    ];
    expect((await shown({ exports })).filter(({ paper }) => paper === 'EXPORT')).toMatchObject([
      { subjectId: exports[1]!.exportId, number: 0, means: 'CERTIFICATE', receiver: 'PERSON', madeOn: '2026-03-15' },
    ]);
  });

  it('say which were taken again since, and who was told', async () => {
    await bench.given(starStream(person), {
      type: 'StarRevoked',
      data: {
        ...{ volunteerId: person, organizationId: branch, stars: 2, revokedOn: day('2027-02-02') },
        ...{ reasonCode: 'FALSE_CLAIM', reason: '虚报' },
      },
    });
    await bench.given(reviewStream(teamId(1), 2026), ...teamReview);
    await bench.given(correctionNoticeStream(entryId(50)), {
      type: 'CorrectionNoticeGiven',
      data: {
        ...{ findingId: entryId(50), volunteerId: person, organizationId: branch, paper: 'STAR' },
        ...{ subjectId: person as string as Id<'paper'>, number: 2, receiver: 'PERSON', means: 'IN_WRITING' },
        toldOn: day('2027-02-03'),
      },
    });
    expect(await shown({ told: true })).toMatchObject([
      { paper: 'STAR', state: 'REVOKED', toldOn: '2027-02-03', toldReceiver: 'PERSON', toldMeans: 'IN_WRITING' },
    ]);
    expect(await shown({ told: false })).toMatchObject([
      { paper: 'TEAM_REVIEW', state: 'RENEWED' },
      { paper: 'YEAR_BOOK', state: 'STANDS' },
      { paper: 'YEAR_BOOK', state: 'STANDS' },
    ]);
  });
});
