import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applied,
  day,
  established,
  numbers,
  organizationId,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  activityId,
  attended,
  attested,
  cancelled,
  credited,
  held,
  inHoursStreams,
  planned,
  reversed,
  sessionId,
} from '../../test/support/service-facts.js';
import { activityRegister } from './activity-register.projection.js';
import { entriesOfRecordBook, recordBook } from './record-book.query.js';

let bench: ProjectionBench;
const book = { teamId: teamId(1), year: 2026, scope: undefined };

beforeAll(async () => {
  bench = await projectionBench(activityRegister);
  const at = (activity: number, servedOn: string, team = 1) => ({
    ...{ activityId: activityId(activity), sessionId: sessionId(activity) },
    ...{ teamId: teamId(team), servedOn: day(servedOn) },
  });
  const came = (
    n: number,
    activity: number,
    person: number,
    [servedOn = '2026-03-05', team = 1]: [string?, number?] = [],
  ) => {
    const given = { ...at(activity, servedOn, team), volunteerId: volunteerId(person) };
    return [attended(n, given), attested(n, given), credited(n, given)] as const;
  };
  const joint = [came(1, 1, 1), came(2, 1, 2), came(3, 1, 3, ['2026-03-05', 2])];
  const summer = [came(4, 2, 1, ['2026-07-01'])];
  const lastYear = [came(5, 3, 1, ['2025-12-31'])];
  const given = { teamIds: [teamId(1), teamId(2)] };
  await bench.givenAll([
    ...numbers(1, 2).map((n) => [`team-${teamId(n)}`, established(n)] as const),
    ...numbers(1, 3).map((n) => [volunteerStream(volunteerId(n)), applied(n)] as const),
    [`activity-${activityId(1)}`, planned(1, given), held(1, 1, '2026-03-05'), ...joint.flatMap(([a, b]) => [a, b])],
    [`activity-${activityId(2)}`, planned(2), held(2, 2, '2026-07-01'), ...summer.flatMap(([a, b]) => [a, b])],
    [`activity-${activityId(3)}`, planned(3), held(3, 3, '2025-12-31'), ...lastYear.flatMap(([a, b]) => [a, b])],
    [`activity-${activityId(4)}`, planned(4), held(4, 4, '2026-05-01'), cancelled(4, '2026-05-02')],
    [`activity-${activityId(5)}`, planned(5)],
    ...inHoursStreams([...joint, ...summer, ...lastYear].map(([, , credit]) => credit)),
    ...inHoursStreams([reversed(joint[1]![2])]),
  ]);
}, 60_000);
afterAll(() => bench.close());

describe('the record book of a team’s year (Z-81)', () => {
  it('has what was held in the year in the order of days, neither cancelled nor only planned', async () => {
    const { items } = await recordBook(bench.source, book);
    expect(items).toEqual([
      expect.objectContaining({
        activityId: activityId(1),
        firstHeldOn: '2026-03-05',
        sessions: 1,
        participants: 1,
        serviceMinutes: 60,
      }),
      expect.objectContaining({
        activityId: activityId(2),
        firstHeldOn: '2026-07-01',
        participants: 1,
        serviceMinutes: 60,
      }),
    ]);
    const before = await recordBook(bench.source, { ...book, year: 2025 });
    expect(before.items.map((item) => item.activityId)).toEqual([activityId(3)]);
  });

  it('has its entries beside its minutes, the other team’s left out', async () => {
    for (const item of (await recordBook(bench.source, book)).items) {
      const { items } = await entriesOfRecordBook(bench.source, { ...book, activityId: item.activityId });
      expect(items.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0)).toBe(item.serviceMinutes);
      expect(items.every((entry) => entry.teamId === teamId(1))).toBe(true);
    }
    expect((await entriesOfRecordBook(bench.source, book)).items.map(({ state }) => state)).toEqual([
      'credited',
      'reversed',
      'credited',
    ]);
  });

  it('is not shown outside the scope', async () => {
    const elsewhere = { ...book, scope: [organizationId(9)] };
    expect((await recordBook(bench.source, elsewhere)).total).toBe(0);
    expect((await entriesOfRecordBook(bench.source, elsewhere)).total).toBe(0);
    expect((await recordBook(bench.source, { ...book, scope: [organizationId(1)] })).total).toBe(2);
  });
});
