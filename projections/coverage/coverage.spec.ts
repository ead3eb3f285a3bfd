import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  counted,
  day,
  enrolled,
  established,
  joined,
  left,
  numbers,
  organizationId,
  primary,
  registered,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { coverage } from './coverage.projection.js';
import {
  coverageCount,
  coverageLines,
  entriesOfCoverageCount,
  entriesOfTeamCount,
  entriesOfVolunteerCount,
} from './coverage.query.js';

const scope = undefined;
const on = day('2026-07-01');
const stream = (n: number): string => volunteerStream(volunteerId(n));
const unitStream = (n: number): string => organizationStream(organizationId(n));
const zhenjiang = 1;
const adopted: GivenEvent = {
  type: 'PolicyPackAdopted',
  data: {
    organizationId: organizationId(zhenjiang),
    pack: 'ZJ-2013-37',
    packVersion: 1,
    effectiveOn: day('2026-01-01'),
  },
};

describe('coverage', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(coverage);
    await bench.given(unitStream(zhenjiang), registered(zhenjiang, { kind: 'CITY_ORGANIZATION_DEPARTMENT' }), adopted);
  });
  afterAll(() => bench.close());

  const line = async (n: number, text = '2026-07-01') =>
    (await coverageLines(bench.source, { on: day(text), scope, organizationId: organizationId(n) })).items[0]!;
  let nextPerson = 1_000;
  let nextTeam = 1_000;
  const enrol = async (unit: number, full: number, probationary = 0): Promise<number[]> => {
    const people = numbers(nextPerson, nextPerson + full + probationary - 1);
    nextPerson += full + probationary;
    const organization = { organizationId: organizationId(unit) };
    await bench.givenAll(
      people.map(
        (n, i) =>
          [
            stream(n),
            applied(n, { ...organization, participantKind: i < full ? 'FULL_MEMBER' : 'PROBATIONARY_MEMBER' }),
            enrolled(n, organization),
          ] as const,
      ),
    );
    return people;
  };
  const found = async (unit: number, teams: number) => {
    for (const ordinal of numbers(1, teams))
      await bench.given(
        teamStream(teamId(nextTeam)),
        established(nextTeam++, { organizationId: organizationId(unit), ordinal }),
      );
  };

  it.each([
    [10, 10, 2, false],
    [11, 10, 3, true],
    [12, 10, 4, true],
    [13, 34, 10, false],
    [14, 34, 11, true],
    [15, 1, 0, false],
    [16, 1, 1, true],
  ])('unit %i: of %i full members %i volunteers reach 30 per cent: %s', async (unit, fullMembers, volunteers, met) => {
    await bench.given(
      unitStream(unit),
      registered(unit, { parentId: organizationId(zhenjiang) }),
      counted(unit, fullMembers, 0),
    );
    await enrol(unit, volunteers);
    const { ratio } = await line(unit);
    expect(ratio).toMatchObject({
      percentMin: 30,
      clause: 'Z-17',
      quote: '志愿者比例不低于正式党员总数的30％',
      needed: Math.ceil((fullMembers * 3) / 10),
      met,
    });
  });

  it('counts probationary members as volunteers and puts the strict figure beside it', async () => {
    await bench.given(unitStream(20), registered(20, { parentId: organizationId(zhenjiang) }), counted(20, 10, 5));
    await enrol(20, 2, 1);
    expect(await line(20)).toMatchObject({
      volunteers: 3,
      fullMemberVolunteers: 2,
      ratio: {
        met: true,
        metByFullMembersAlone: false,
        basisPoints: 3000,
        basisPointsByFullMembersAlone: 2000,
        basisPointsOfAllMembers: 2000,
      },
    });
  });

  it('asks for nothing where there are no full members, and cannot tell where nobody stated them', async () => {
    await bench.given(unitStream(21), registered(21, { parentId: organizationId(zhenjiang) }));
    expect(await line(21)).toMatchObject({ memberCount: null, ratio: null, teamCount: null });
    await bench.given(unitStream(21), counted(21, 0, 3, '2026-03-01'));
    expect((await line(21))?.ratio).toMatchObject({
      needed: null,
      met: null,
      basisPoints: null,
      basisPointsOfAllMembers: 0,
    });
    expect((await line(21, '2026-02-28')).ratio).toBeNull();
  });

  it('counts a volunteer where they are enrolled, whatever their team, until they withdraw or are no Party member', async () => {
    await bench.given(unitStream(50), registered(50, { parentId: organizationId(zhenjiang) }), counted(50, 10, 0));
    const [first, second, third] = (await enrol(50, 3)) as [number, number, number];
    await bench.given(stream(first), primary(first, 900));
    await bench.given(
      teamStream(teamId(900)),
      established(900, { organizationId: organizationId(51) }),
      joined(first, 900, { organizationId: organizationId(51) }),
      left(first, 900, '2026-05-01'),
    );
    await bench.given(stream(first), unprimary(first, 900, '2026-05-01'));
    await bench.given(stream(second), withdrew(second, '2026-06-01'));
    await bench.given(
      stream(third),
      changed(third, { changedOn: day('2026-06-02'), participantKind: 'OTHER_VOLUNTEER' }),
    );
    const counts = await Promise.all(
      ['2026-01-31', '2026-04-01', '2026-05-31', '2026-06-01', '2026-06-02'].map(
        async (text) => (await line(50, text)).volunteers,
      ),
    );
    expect(counts).toEqual([0, 3, 3, 2, 1]);
  });

  it('follows a new name and leaves out the desks', async () => {
    await bench.given(unitStream(50), {
      type: 'PartyOrganizationRenamed',
      data: {
        organizationId: organizationId(50),
        renamedOn: day('2026-06-01'),
        name: '示例新党支部',
        unitName: '示例新单位',
      },
    });
    expect((await line(50)).name).toBe('示例新党支部');
    expect((await coverageLines(bench.source, { on, scope, organizationId: organizationId(zhenjiang) })).total).toBe(0);
  });

  it('counts as many as it lists, over more pages than one', async () => {
    await bench.given(unitStream(60), registered(60, { kind: 'GRASSROOTS_COMMITTEE' }), counted(60, 20, 0));
    await enrol(60, 4, 3);
    await found(60, 3);
    const of60 = await line(60);
    for (const figure of ['volunteers', 'fullMemberVolunteers'] as const) {
      const pages = await Promise.all(
        numbers(1, 4).map((page) =>
          entriesOfVolunteerCount(bench.source, {
            on,
            scope,
            organizationId: organizationId(60),
            figure,
            page,
            pageSize: 2,
          }),
        ),
      );
      expect(pages.flatMap(({ items }) => items)).toHaveLength(of60[figure]);
      expect(pages[0]?.total).toBe(of60[figure]);
    }
    const teams = await Promise.all(
      numbers(1, 2).map((page) =>
        entriesOfTeamCount(bench.source, { on, scope, organizationId: organizationId(60), page, pageSize: 2 }),
      ),
    );
    expect(teams.flatMap(({ items }) => items)).toHaveLength(of60.teams);
    await bench.givenAll(
      numbers(61, 65).map((n) => [unitStream(n), registered(n, { parentId: organizationId(60) })] as const),
    );
    await found(61, 1);
    const count = await coverageCount(bench.source, { on, scope, parentId: organizationId(60) });
    expect(count).toEqual({ withTeam: 1, withoutTeam: 4 });
    for (const figure of ['withTeam', 'withoutTeam'] as const) {
      const pages = await Promise.all(
        numbers(1, 2).map((page) =>
          entriesOfCoverageCount(bench.source, { on, scope, parentId: organizationId(60), figure, page, pageSize: 2 }),
        ),
      );
      expect(pages.flatMap(({ items }) => items)).toHaveLength(count[figure]);
      expect(pages[0]?.total).toBe(count[figure]);
    }
  });

  it('shows nothing outside the scope', async () => {
    const mine = [organizationId(61)];
    expect((await coverageLines(bench.source, { on, scope: mine })).items.map((one) => one.organizationId)).toEqual(
      mine,
    );
    expect(await coverageCount(bench.source, { on, scope: [] })).toEqual({ withTeam: 0, withoutTeam: 0 });
    expect(
      (
        await entriesOfVolunteerCount(bench.source, {
          on,
          scope: mine,
          organizationId: organizationId(60),
          figure: 'volunteers',
        })
      ).total,
    ).toBe(0);
    expect(
      (await entriesOfTeamCount(bench.source, { on, scope: mine, organizationId: organizationId(60) })).total,
    ).toBe(0);
  });
});
