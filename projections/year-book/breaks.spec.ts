import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityStream } from '#libs/activity/activity.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, day, enrolled, organizationId, volunteerId, withdrew } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import {
  activityId,
  attested,
  conflicted,
  credited,
  entryId,
  inHoursStreams,
  reversed,
  sessionId,
} from '../../test/support/service-facts.js';
import { breakCounts, breaksOf } from './trial-balance.query.js';
import { yearBook } from './year-book.projection.js';

const asked = { year: 2026, scope: undefined };
let bench: ProjectionBench;

beforeAll(async () => {
  bench = await projectionBench(yearBook);
  await bench.givenAll([1, 2, 3].map((n) => [volunteerStream(volunteerId(n)), applied(n), enrolled(n)] as const));
}, 60_000);
afterAll(() => bench.close());

const serve = (...events: Parameters<typeof inHoursStreams>[0]) => bench.givenAll(inHoursStreams(events));
const attest = (n: number, person: number) =>
  bench.given(
    activityStream(activityId(1)),
    attested(n, { sessionId: sessionId(n), volunteerId: volunteerId(person) }),
  );
const of = (n: number, person: number, servedOn = '2026-03-15') => ({
  sessionId: sessionId(n),
  volunteerId: volunteerId(person),
  servedOn: day(servedOn),
});
const found = async (given: Partial<Parameters<typeof breaksOf>[1]> = {}) =>
  (await breaksOf(bench.source, { ...asked, ...given })).items.map(({ kind, subjectId }) => [kind, subjectId]);

describe('breaks of a year', () => {
  it('name what was attested until an entry is there, whatever becomes of that, and also after it was attested once more', async () => {
    await attest(1, 1);
    await attest(2, 1);
    await attest(3, 1);
    expect(await found()).toEqual([1, 2, 3].map((n) => ['NOT_CREDITED', entryId(n)]));
    const right = credited(1, of(1, 1));
    await serve(right, conflicted(2, 1, of(2, 1)));
    expect(await found()).toEqual([
      ['CONFLICTED', entryId(2)],
      ['NOT_CREDITED', entryId(3)],
    ]);
    await serve(reversed(right));
    await attest(1, 1);
    expect(await found({ kind: 'NOT_CREDITED' })).toEqual([['NOT_CREDITED', entryId(3)]]);
  });

  it('do not ask for an attestation where an entry came first', async () => {
    await serve(credited(4, of(4, 1)));
    expect(await found({ kind: 'NOT_CREDITED' })).toEqual([['NOT_CREDITED', entryId(3)]]);
    await attest(4, 1);
    expect(await found({ kind: 'NOT_CREDITED' })).toEqual([['NOT_CREDITED', entryId(3)]]);
  });

  it('name service before the enrolment, but not what was taken back, nor what an ended enrolment covers', async () => {
    const early = credited(10, of(10, 2, '2026-01-20'));
    await serve(early, credited(11, of(11, 2, '2026-01-31')), credited(12, of(12, 2, '2026-02-01')));
    expect(await found({ kind: 'NOT_ENROLLED' })).toEqual([10, 11].map((n) => ['NOT_ENROLLED', entryId(n)]));
    await serve(reversed(early));
    expect(await found({ kind: 'NOT_ENROLLED' })).toEqual([['NOT_ENROLLED', entryId(11)]]);
    await bench.given(volunteerStream(volunteerId(2)), withdrew(2, '2026-06-30'));
    await serve(credited(13, of(13, 2, '2026-07-01')));
    expect(await found({ kind: 'NOT_ENROLLED' })).toEqual([11, 13].map((n) => ['NOT_ENROLLED', entryId(n)]));
    await serve(credited(14, { ...of(14, 2, '2026-01-02'), kind: 'BROUGHT_FORWARD' }));
    expect(await found({ kind: 'NOT_ENROLLED' })).toHaveLength(2);
  });

  it('name whose sides differ, by how much, and nobody of another year or organization', async () => {
    await serve(credited(20, of(20, 3)), credited(21, of(21, 3, '2027-03-15')));
    expect(await found({ kind: 'SIDES_DIFFER' })).toEqual([]);
    const damage =
      'update read.year_book_sum set service_minutes = service_minutes + 7 where volunteer_id = $1 and year = $2 and side = $3';
    await bench.source.query(damage, [volunteerId(3), 2026, 'activity']);
    const { items } = await breaksOf(bench.source, { ...asked, kind: 'SIDES_DIFFER' });
    expect(items).toEqual([
      expect.objectContaining({ subjectId: volunteerId(3), name: '示例员3', serviceMinutes: 7, servedOn: null }),
    ]);
    expect(await found({ kind: 'SIDES_DIFFER', year: 2027 })).toEqual([]);
    expect(await found({ scope: [organizationId(2)] })).toEqual([]);
    expect(await found({ kind: 'SIDES_DIFFER', scope: [organizationId(1)] })).toHaveLength(1);
  });

  it('count as many of each kind as they list', async () => {
    const counts = await breakCounts(bench.source, asked);
    expect(counts.map(({ kind }) => kind)).toEqual(['CONFLICTED', 'NOT_CREDITED', 'NOT_ENROLLED', 'SIDES_DIFFER']);
    for (const { kind, breaks } of counts) expect(await found({ kind })).toHaveLength(breaks);
  });
});
