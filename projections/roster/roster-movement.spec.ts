import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  established,
  joined,
  numbers,
  organizationId,
  primary,
  registered,
  teamId,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { roster } from './roster.projection.js';
import {
  countRosterMovements,
  rosterMovementsBetween,
  rosterMovements,
  teamsOnRoster,
} from './roster-movement.query.js';

let bench: ProjectionBench;
const asked = {
  organizationId: organizationId(1),
  sinceOn: day('2026-01-31'),
  untilOn: day('2026-07-01'),
  scope: undefined,
};
const movementOf = async (n: number, on = asked) =>
  (await rosterMovementsBetween(bench.source, { ...on, pageSize: 200 })).items.find(
    (item) => item.volunteerId === volunteerId(n),
  )?.movement;

beforeAll(async () => {
  bench = await projectionBench(roster);
  await bench.given(`organization-${organizationId(1)}`, registered(1));
  for (const n of [1, 2]) await bench.given(`team-${teamId(n)}`, established(n));
  const enrol = (n: number, enrolledOn = '2026-01-05') =>
    bench.given(
      volunteerStream(volunteerId(n)),
      applied(n, { submittedOn: day('2026-01-02') }),
      enrolled(n, { enrolledOn: day(enrolledOn) }),
    );
  for (const n of [1, 2, 3, 4]) await enrol(n);
  await enrol(5, '2026-02-01');
  await enrol(6, '2026-01-31');
  await enrol(7, '2026-07-02');
  await bench.given(volunteerStream(volunteerId(2)), withdrew(2, '2026-07-01'));
  await bench.given(`team-${teamId(2)}`, joined(3, 2, { joinedOn: day('2026-03-01') }));
  await bench.given(volunteerStream(volunteerId(3)), primary(3, 2, '2026-03-01'));
  await bench.given(volunteerStream(volunteerId(4)), changed(4, { participantKind: 'PROBATIONARY_MEMBER' }));
}, 60_000);
afterAll(() => bench.close());

describe('what moved on a roster between two days', () => {
  it.each([
    [1, 'UNCHANGED'],
    [2, 'LEFT'],
    [3, 'TEAM_CHANGED'],
    [4, 'KIND_CHANGED'],
    [5, 'ADDED'],
    [6, 'UNCHANGED'],
    [7, undefined],
  ])('volunteer %d: %s', async (n, movement) => {
    expect(await movementOf(n)).toBe(movement);
  });

  it('is counted as many as it is listed', async () => {
    const counts = await countRosterMovements(bench.source, asked);
    expect(counts).toEqual({ ADDED: 1, LEFT: 1, TEAM_CHANGED: 1, KIND_CHANGED: 1, UNCHANGED: 2 });
    for (const movement of rosterMovements)
      expect((await rosterMovementsBetween(bench.source, { ...asked, movement })).total).toBe(counts[movement]);
  });

  it('is asked of one unit in the scope, whose teams are known', async () => {
    expect((await rosterMovementsBetween(bench.source, { ...asked, scope: [organizationId(2)] })).total).toBe(0);
    expect((await rosterMovementsBetween(bench.source, { ...asked, organizationId: organizationId(2) })).total).toBe(0);
    expect((await teamsOnRoster(bench.source, asked)).map(({ teamId: id }) => id)).toEqual(numbers(1, 2).map(teamId));
  });
});
