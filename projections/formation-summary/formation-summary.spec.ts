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
import { projectionBench, type ProjectionBench } from '../../test/support/projection-bench.js';
import { formationSummary } from './formation-summary.projection.js';
import {
  entriesOfTeamCount,
  entriesOfVolunteerCount,
  formationLines,
  type FormationAsked,
} from './formation-summary.query.js';

const scope = undefined;
const on = day('2026-07-01');
const stream = (n: number): string => volunteerStream(volunteerId(n));
const unitStream = (n: number): string => organizationStream(organizationId(n));

describe('formation summary', () => {
  let bench: ProjectionBench;
  const lines = async (asked: Partial<FormationAsked> = {}) =>
    (await formationLines(bench.source, { on, scope, pageSize: 200, ...asked })).items;
  const line = async (unit: number, text = '2026-07-01') =>
    (await lines({ on: day(text) })).find((one) => one.organizationId === organizationId(unit));
  const members = async (unit: number, team: number, ...people: number[]) => {
    const organization = { organizationId: organizationId(unit) };
    await bench.givenAll(
      people.map((n) => [stream(n), applied(n, organization), enrolled(n, organization), primary(n, team)] as const),
    );
    await bench.given(teamStream(teamId(team)), ...people.map((n) => joined(n, team, organization)));
  };

  beforeAll(async () => {
    bench = await projectionBench(formationSummary);
    // 1 county desk above 2 and 3; 4 below 3; 5 only on the line of 9; 6 has no team.
    await bench.given(unitStream(1), registered(1, { kind: 'COUNTY_ORGANIZATION_DEPARTMENT' }));
    await bench.given(unitStream(2), registered(2, { parentId: organizationId(1) }), counted(2, 30, 4));
    await bench.given(unitStream(3), registered(3, { parentId: organizationId(1), kind: 'GRASSROOTS_COMMITTEE' }));
    await bench.given(
      unitStream(4),
      registered(4, { parentId: organizationId(3), lineOfAuthorityId: organizationId(9) }),
    );
    await bench.given(unitStream(5), registered(5, { lineOfAuthorityId: organizationId(9) }));
    await bench.given(unitStream(6), registered(6, { parentId: organizationId(1) }));
    for (const [team, unit] of [
      [1, 2],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
    ] as const)
      await bench.given(teamStream(teamId(team)), established(team, { organizationId: organizationId(unit) }));
    await members(2, 1, ...numbers(201, 205));
    await members(2, 2, 206, 207);
  });
  afterAll(() => bench.close());

  it('takes full and probationary members together, and teams and volunteers as Annex 3 sums them', async () => {
    expect(await line(2)).toEqual({
      organizationId: organizationId(2),
      name: '示例第2党支部',
      unitName: '示例第2单位',
      members: 34,
      memberCount: { on: '2026-01-01', fullMembers: 30, probationaryMembers: 4 },
      teamCount: 2,
      volunteerCount: 7,
    });
  });

  it('leaves the members open where nobody stated them by the day', async () => {
    expect(await line(3)).toMatchObject({ members: null, memberCount: null, teamCount: 1, volunteerCount: 0 });
    await bench.given(unitStream(3), counted(3, 10, 0, '2026-07-02'));
    expect((await line(3))?.members).toBeNull();
    expect((await line(3, '2026-07-02'))?.members).toBe(10);
  });

  it('lists units with a team only, and from the day of its founding', async () => {
    const units = async (text: string) => (await lines({ on: day(text) })).map((one) => one.organizationId);
    expect(await units('2026-01-31')).toEqual([]);
    expect(await units('2026-02-01')).toEqual([2, 3, 4, 5].map(organizationId));
  });

  it('takes everything below a body on the territorial line, and everything on a departmental line', async () => {
    const units = async (asked: Partial<FormationAsked>) => (await lines(asked)).map((one) => one.organizationId);
    expect(await units({ parentId: organizationId(1) })).toEqual([2, 3, 4].map(organizationId));
    expect(await units({ parentId: organizationId(3) })).toEqual([organizationId(4)]);
    expect(await units({ lineOfAuthorityId: organizationId(9) })).toEqual([4, 5].map(organizationId));
    expect(await units({ parentId: organizationId(2) })).toEqual([]);
  });

  it('shows the name of the day', async () => {
    await bench.given(unitStream(5), {
      type: 'PartyOrganizationRenamed',
      data: {
        organizationId: organizationId(5),
        renamedOn: day('2026-08-01'),
        name: '示例新党支部',
        unitName: '示例新单位',
      },
    });
    expect([(await line(5))?.unitName, (await line(5, '2026-08-01'))?.unitName]).toEqual(['示例第5单位', '示例新单位']);
  });

  it('no longer counts who withdrew, left the team, gave it up as primary or is no Party member', async () => {
    await members(4, 4, ...numbers(401, 405));
    await bench.given(stream(401), withdrew(401, '2026-06-01'));
    await bench.given(stream(402), unprimary(402, 4, '2026-06-01'));
    await bench.given(stream(403), changed(403, { changedOn: day('2026-06-01'), participantKind: 'OTHER_VOLUNTEER' }));
    await bench.given(teamStream(teamId(4)), left(404, 4, '2026-06-01'));
    expect([(await line(4, '2026-05-31'))?.volunteerCount, (await line(4, '2026-06-01'))?.volunteerCount]).toEqual([
      5, 1,
    ]);
  });

  it('counts as many as it lists, over more pages than one', async () => {
    const asked = { on, scope, organizationId: organizationId(2), pageSize: 2 };
    const people = await Promise.all(
      numbers(1, 4).map((page) => entriesOfVolunteerCount(bench.source, { ...asked, page })),
    );
    expect(people.flatMap(({ items }) => items.map((one) => one.name))).toEqual(
      numbers(201, 207).map((n) => `示例员${n}`),
    );
    expect(people[0]?.total).toBe((await line(2))?.volunteerCount);
    const teams = await Promise.all(
      numbers(1, 2).map((page) => entriesOfTeamCount(bench.source, { ...asked, pageSize: 1, page })),
    );
    expect(teams.flatMap(({ items }) => items.map((one) => one.teamId))).toEqual([teamId(1), teamId(2)]);
    expect(teams[0]?.total).toBe((await line(2))?.teamCount);
    const pages = await Promise.all(
      numbers(1, 2).map((page) => formationLines(bench.source, { on, scope, page, pageSize: 3 })),
    );
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [4, 3],
      [4, 1],
    ]);
  });

  it('shows nothing outside the scope', async () => {
    expect(await lines({ scope: [organizationId(6)] })).toEqual([]);
    expect((await lines({ scope: [organizationId(2)] })).map((one) => one.organizationId)).toEqual([organizationId(2)]);
    const asked = { on, scope: [organizationId(3)], organizationId: organizationId(2) };
    expect((await entriesOfTeamCount(bench.source, asked)).total).toBe(0);
    expect((await entriesOfVolunteerCount(bench.source, asked)).total).toBe(0);
  });
});
