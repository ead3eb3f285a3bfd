import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { breachStream, type BreachEvent, type BreachId, type ExportId } from '#libs/breach/breach.events';
import { day, organizationId, volunteerId } from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { breachRegister } from './breach-register.projection.js';
import { breaches, breachesOfPerson, breachOf, notifiedAmong, notifiedOf } from './breach-register.query.js';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [first, second] = [id(1) as BreachId, id(2) as BreachId];
const what = { breachKind: 'LEAKED' as const, groups: ['contact' as const] };
const recorded = (breachId: BreachId, of: number, foundOn: string): BreachEvent => ({
  type: 'BreachRecorded',
  data: {
    ...{ breachId, organizationId: organizationId(of), ...what, cause: 'POSTED_IN_A_GROUP' },
    ...{ exportId: id(9) as ExportId, people: 2, foundOn: day(foundOn), recordedOn: day('2026-07-09') },
    circumstances: '花名册误发',
  },
});
const notified = (n: number): BreachEvent => ({
  type: 'BreachPersonNotified',
  data: {
    ...{ breachId: first, organizationId: organizationId(1), ...what },
    ...{ volunteerId: volunteerId(n), notifiedOn: day('2026-07-10') },
  },
});

describe('breaches of personal data', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(breachRegister);
    const of = { breachId: first, organizationId: organizationId(1) };
    await bench.givenAll([
      [breachStream(first), recorded(first, 1, '2026-07-08')],
      [breachStream(second), recorded(second, 2, '2026-07-09')],
      [
        breachStream(first),
        { type: 'BreachRemedied', data: { ...of, remedy: 'RECALLED', doneOn: day('2026-07-09') } },
        { type: 'BreachReported', data: { ...of, authority: 'CYBERSPACE_OFFICE', reportedOn: day('2026-07-10') } },
        notified(1),
        notified(2),
      ],
    ]);
  }, 120_000);
  afterAll(() => bench.close(), 180_000);

  it('say what was done and how many were told; the people told are the figure', async () => {
    const breach = await breachOf(bench.source, first);
    expect(breach).toMatchObject({
      ...{ ...what, people: 2, notified: 2, circumstances: '花名册误发', exportId: id(9), foundOn: '2026-07-08' },
      ...{ remedies: [{ remedy: 'RECALLED', doneOn: '2026-07-09' }] },
      ...{ reports: [{ authority: 'CYBERSPACE_OFFICE', reportedOn: '2026-07-10' }] },
    });
    const told = await notifiedOf(bench.source, { breachId: first });
    expect(told.total).toBe(breach?.notified);
    expect(told.items.map((one) => one.volunteerId)).toEqual([volunteerId(1), volunteerId(2)]);
    expect(await notifiedAmong(bench.source, first, [volunteerId(2), volunteerId(3)])).toEqual(
      new Map([[volunteerId(2), '2026-07-10']]),
    );
  });

  it('are listed by organization, the newest first', async () => {
    const listed = async (...of: number[]): Promise<BreachId[]> =>
      (await breaches(bench.source, { scope: of.map(organizationId) })).items.map(({ breachId }) => breachId);
    expect(await listed(1, 2)).toEqual([second, first]);
    expect(await listed(1)).toEqual([first]);
    expect(await listed(3)).toEqual([]);
  });

  it('are known to the person told, without what somebody wrote about them', async () => {
    const own = await breachesOfPerson(bench.source, volunteerId(1));
    expect(own).toMatchObject([{ breachId: first, ...what, cause: 'POSTED_IN_A_GROUP', notifiedOn: '2026-07-10' }]);
    expect(JSON.stringify(own)).not.toContain('花名册误发');
    expect(await breachesOfPerson(bench.source, volunteerId(3))).toEqual([]);
  });
});
