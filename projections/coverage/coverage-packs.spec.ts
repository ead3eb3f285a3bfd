import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganizationKind } from '#libs/organization/organization.events';
import { organizationStream } from '#libs/organization/organization.events';
import { teamStream } from '#libs/team/team.events';
import {
  counted,
  day,
  established,
  numbers,
  organizationId,
  registered,
  teamId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { coverage } from './coverage.projection.js';
import { coverageLines } from './coverage.query.js';

const unitStream = (n: number): string => organizationStream(organizationId(n));
const adopted = (n: number, pack: string, effectiveOn = '2026-01-01'): GivenEvent => ({
  type: 'PolicyPackAdopted',
  data: { organizationId: organizationId(n), pack, packVersion: 1, effectiveOn: day(effectiveOn) },
});
const [zhenjiang, hefei] = [1, 2];

describe('coverage by the rules of the pack in force', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(coverage);
    for (const [n, pack] of [
      [zhenjiang, 'ZJ-2013-37'],
      [hefei, 'HF-2013-0522'],
    ] as const)
      await bench.given(unitStream(n), registered(n, { kind: 'CITY_ORGANIZATION_DEPARTMENT' }), adopted(n, pack));
  });
  afterAll(() => bench.close());

  const line = async (n: number, text = '2026-07-01') =>
    (await coverageLines(bench.source, { on: day(text), scope: undefined, organizationId: organizationId(n) }))
      .items[0]!;

  it.each([
    { unit: 30, full: 20, probationary: 0, teams: 1, adviceKey: 'within' },
    { unit: 31, full: 20, probationary: 0, teams: 4, adviceKey: 'above' },
    { unit: 32, full: 18, probationary: 3, teams: 1, adviceKey: 'below' },
    { unit: 33, full: 21, probationary: 0, teams: 2, adviceKey: 'within' },
  ])(
    'advises teams by all members: $teams for $full full and $probationary probationary are $adviceKey',
    async (given) => {
      const { unit, full, probationary, teams, adviceKey } = given;
      await bench.given(
        unitStream(unit),
        registered(unit, { parentId: organizationId(zhenjiang) }),
        counted(unit, full, probationary),
      );
      for (const n of numbers(1, teams))
        await bench.given(
          teamStream(teamId(unit * 10 + n)),
          established(n, { teamId: teamId(unit * 10 + n), organizationId: organizationId(unit) }),
        );
      expect((await line(unit)).teamCount).toMatchObject({
        adviceKey,
        advisoryOnly: true,
        clause: 'Z-20, Z-21, Z-22, Z-23',
      });
    },
  );

  const kinds: [number, OrganizationKind, boolean][] = [
    [40, 'GRASSROOTS_COMMITTEE', true],
    [41, 'GENERAL_BRANCH', true],
    [42, 'PARTY_BRANCH', true],
    [43, 'JOINT_BRANCH', true],
    [44, 'PROVISIONAL_BRANCH', false],
    [45, 'PARTY_GROUP', false],
  ];
  it.each(kinds)('unit %i: a %s must have a team: %s', async (unit, kind, mustHaveTeam) => {
    await bench.given(unitStream(unit), registered(unit, { kind, parentId: organizationId(hefei) }));
    expect((await line(unit)).teamDuty).toMatchObject({ mustHaveTeam, hasTeam: false, clause: 'H-04, A-25' });
  });

  it('asks no team of a branch below a general branch, for it is not independent', async () => {
    await bench.given(unitStream(46), registered(46, { kind: 'PARTY_BRANCH', parentId: organizationId(41) }));
    await bench.given(unitStream(47), registered(47, { kind: 'JOINT_BRANCH', parentId: organizationId(41) }));
    expect([(await line(46)).teamDuty?.mustHaveTeam, (await line(47)).teamDuty?.mustHaveTeam]).toEqual([false, true]);
    await bench.given(teamStream(teamId(1)), established(1, { organizationId: organizationId(42) }));
    expect((await line(42)).teamDuty).toMatchObject({ mustHaveTeam: true, hasTeam: true });
  });

  it('holds each unit to the pack of its own or of the nearest body above, from the day of adoption', async () => {
    expect(await line(46)).toMatchObject({ pack: { pack: 'HF-2013-0522' }, ratio: null, teamCount: null });
    await bench.given(unitStream(41), adopted(41, 'ZJ-2013-37', '2026-09-01'), counted(41, 10, 0));
    expect((await line(46, '2026-08-31')).pack?.pack).toBe('HF-2013-0522');
    expect(await line(46, '2026-09-01')).toMatchObject({ pack: { pack: 'ZJ-2013-37' }, teamDuty: null });
    await bench.given(unitStream(48), registered(48, { lineOfAuthorityId: organizationId(zhenjiang) }));
    expect((await line(48)).pack?.pack).toBe('ZJ-2013-37');
    await bench.given(unitStream(49), registered(49), adopted(49, 'XX-2099'));
    expect(await line(49)).toMatchObject({ pack: { pack: 'XX-2099' }, ratio: null, teamCount: null, teamDuty: null });
  });
});
