import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import { open } from '#libs/privacy/envelope';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  established,
  joined,
  left,
  numbers,
  organizationId,
  postId,
  primary,
  registered,
  staffed,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { teamRegister } from './team-register.projection.js';
import {
  entriesOfVolunteerCount,
  entriesOfVolunteerSum,
  teamLines,
  teamMismatches,
  teamRegisterHead,
} from './team-register.query.js';

const scope = undefined;
const stream = (n: number): string => volunteerStream(volunteerId(n));

describe('team register', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(teamRegister);
  });
  afterAll(() => bench.close());

  const of = (unit: number, on = '2026-07-01') => ({ organizationId: organizationId(unit), on: day(on), scope });
  const lines = async (unit: number, on?: string) => (await teamLines(bench.source, of(unit, on))).items;
  const unit = async (n: number, ...teams: number[]) => {
    await bench.given(organizationStream(organizationId(n)), registered(n));
    for (const team of teams)
      await bench.given(teamStream(teamId(team)), established(team, { organizationId: organizationId(n) }));
  };
  const members = async (unitNumber: number, team: number, ...people: number[]) => {
    const organization = { organizationId: organizationId(unitNumber) };
    await bench.givenAll(
      people.map((n) => [stream(n), applied(n, organization), enrolled(n, organization), primary(n, team)] as const),
    );
    await bench.given(teamStream(teamId(team)), ...people.map((n) => joined(n, team, organization)));
  };
  const leads = (n: number, team: number, on: string): GivenEvent => ({
    type: 'TeamLeaderAppointed',
    data: {
      teamId: teamId(team),
      organizationId: organizationId(1),
      volunteerId: volunteerId(n),
      postId: postId(n),
      appointedOn: day(on),
    },
  });
  const standsDown = (n: number, team: number, on: string): GivenEvent => ({
    type: 'TeamLeaderStoodDown',
    data: {
      teamId: teamId(team),
      organizationId: organizationId(1),
      volunteerId: volunteerId(n),
      stoodDownOn: day(on),
    },
  });
  const stated = (team: number, statedSize: number, statedLeader?: string, on = '2026-06-01'): GivenEvent => ({
    type: 'TeamRegisterStated',
    data: {
      teamId: teamId(team),
      organizationId: organizationId(1),
      statedOn: day(on),
      statedSize,
      ...(statedLeader === undefined ? {} : { statedLeader }),
    },
  });

  it('lists a team from the day it was established, with its projects', async () => {
    await unit(1);
    await bench.given(
      teamStream(teamId(1)),
      established(1, { establishedOn: day('2026-03-01'), mainProjects: '义诊、献血' }),
    );
    expect(await lines(1, '2026-02-28')).toEqual([]);
    expect(await lines(1, '2026-03-01')).toEqual([
      {
        teamId: teamId(1),
        organizationId: organizationId(1),
        ordinal: 1,
        name: '示例党员志愿服务队1队',
        establishedOn: '2026-03-01',
        mainProjects: '义诊、献血',
        leaderId: null,
        leaderName: null,
        sealedLeaderContact: [],
        volunteerCount: 0,
        stated: null,
        mismatches: [],
      },
    ]);
  });

  it('names the leader of the day and holds the contact only as ciphertext', async () => {
    await unit(2, 2);
    await bench.given(stream(1), applied(1, { mobiles: ['13000000000'] }));
    await bench.given(stream(2), applied(2));
    await bench.given(
      teamStream(teamId(2)),
      leads(1, 2, '2026-03-01'),
      leads(2, 2, '2026-06-01'),
      standsDown(1, 2, '2026-06-01'),
      standsDown(2, 2, '2026-09-01'),
    );
    const leaderOn = async (on: string) => (await lines(2, on))[0]?.leaderName;
    expect(
      await Promise.all(
        ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map(leaderOn),
      ),
    ).toEqual([null, '示例员1', '示例员1', '示例员2', '示例员2', null]);
    const [sealed] = (await lines(2, '2026-03-01'))[0]!.sealedLeaderContact;
    const key = (await bench.keys.forReading([sealed!.part.kid])).get(sealed!.part.kid);
    expect(key === undefined || key === 'shredded' ? null : JSON.parse(open(sealed!, key.dek))).toEqual({
      mobiles: ['13000000000'],
    });
    expect(JSON.stringify(await bench.source.query('select * from read.team_register_volunteer'))).not.toContain(
      '13000000000',
    );
  });

  it('counts full and probationary members enrolled on the day whose primary team it is', async () => {
    await unit(3, 31, 32);
    await members(3, 31, 301, 302, 303, 304, 305);
    await bench.given(stream(301), withdrew(301, '2026-06-01'));
    await bench.given(
      stream(302),
      changed(302, { changedOn: day('2026-01-15'), participantKind: 'APPLICANT_ACTIVIST' }),
    );
    await bench.given(
      stream(303),
      changed(303, { changedOn: day('2026-01-15'), participantKind: 'PROBATIONARY_MEMBER' }),
    );
    await bench.given(teamStream(teamId(32)), joined(304, 32, { organizationId: organizationId(3), asPrimary: false }));
    await bench.given(stream(305), unprimary(305, 31, '2026-06-01'));
    const counts = async (on: string) => (await lines(3, on)).map((one) => one.volunteerCount);
    expect(await counts('2026-02-09')).toEqual([0, 0]);
    expect(await counts('2026-05-31')).toEqual([4, 0]);
    expect(await counts('2026-06-01')).toEqual([2, 0]);
    await bench.given(teamStream(teamId(31)), left(304, 31, '2026-08-01'));
    expect(await counts('2026-08-01')).toEqual([1, 0]);
  });

  it('heads the form with the unit name and staff of the day and sums its teams and volunteers', async () => {
    await unit(4, 41, 42);
    await members(4, 41, 401, 402);
    await members(4, 42, 403);
    await bench.given(
      stream(404),
      applied(404, { organizationId: organizationId(4) }),
      enrolled(404, { organizationId: organizationId(4) }),
    );
    await bench.given(organizationStream(organizationId(4)), staffed(4, 90, '2026-03-01'), {
      type: 'PartyOrganizationRenamed',
      data: {
        organizationId: organizationId(4),
        renamedOn: day('2026-08-01'),
        name: '示例新党支部',
        unitName: '示例新单位',
      },
    });
    expect(await teamRegisterHead(bench.source, of(4))).toEqual({
      name: '示例第4党支部',
      unitName: '示例第4单位',
      staffHeadcount: 90,
      teamCount: 2,
      volunteerCount: 3,
      volunteersWithoutTeam: 1,
    });
    expect(await teamRegisterHead(bench.source, of(4, '2026-02-28'))).toMatchObject({ staffHeadcount: null });
    expect(await teamRegisterHead(bench.source, of(4, '2026-08-01'))).toMatchObject({ unitName: '示例新单位' });
    const sums = (await lines(4)).reduce((sum, one) => sum + one.volunteerCount, 0);
    expect(sums).toBe(3);
  });

  it('tells where a handed-in register says another size or another leader', async () => {
    await unit(5, 51, 52, 53, 54);
    await members(5, 51, 501, 502);
    await bench.given(teamStream(teamId(51)), leads(501, 51, '2026-03-01'), stated(51, 2, '示例 员　501'));
    await bench.given(teamStream(teamId(52)), stated(52, 1));
    await bench.given(teamStream(teamId(53)), stated(53, 0, '示例他人'));
    const found = await teamMismatches(bench.source, of(5));
    expect(found.items.map(({ teamId: id, mismatches }) => [id, mismatches])).toEqual([
      [teamId(52), ['SIZE']],
      [teamId(53), ['LEADER']],
    ]);
    expect((await lines(5)).map(({ mismatches }) => mismatches)).toEqual([[], ['SIZE'], ['LEADER'], []]);
    await bench.given(teamStream(teamId(52)), stated(52, 0, undefined, '2026-06-30'));
    expect((await teamMismatches(bench.source, of(5))).items.map((one) => one.teamId)).toEqual([teamId(53)]);
    expect((await teamMismatches(bench.source, of(5, '2026-06-29'))).total).toBe(2);
    expect((await teamMismatches(bench.source, of(5, '2026-05-31'))).total).toBe(0);
  });

  it('counts as many as it lists, over more pages than one', async () => {
    await unit(6, 61);
    await members(6, 61, ...numbers(601, 607));
    const [team] = await lines(6);
    const pages = await Promise.all(
      numbers(1, 4).map((page) =>
        entriesOfVolunteerCount(bench.source, { teamId: teamId(61), on: day('2026-07-01'), scope, page, pageSize: 2 }),
      ),
    );
    expect([team?.volunteerCount, pages[0]?.total]).toEqual([7, 7]);
    expect(pages.flatMap(({ items }) => items.map((one) => one.name))).toEqual(
      numbers(601, 607).map((n) => `示例员${n}`),
    );
    for (const [unitNumber, sum] of [
      [6, 'volunteerCount'],
      [4, 'volunteersWithoutTeam'],
      [4, 'volunteerCount'],
    ] as const) {
      const head = await teamRegisterHead(bench.source, of(unitNumber));
      const entries = await Promise.all(
        numbers(1, 4).map((page) => entriesOfVolunteerSum(bench.source, { ...of(unitNumber), sum, page, pageSize: 2 })),
      );
      expect(entries.flatMap(({ items }) => items)).toHaveLength(head![sum]);
      expect(entries[0]?.total).toBe(head![sum]);
    }
    const teamPages = await Promise.all(
      numbers(1, 2).map((page) => teamLines(bench.source, { ...of(5), page, pageSize: 3 })),
    );
    expect(teamPages.map(({ total, items }) => [total, items.length])).toEqual([
      [4, 3],
      [4, 1],
    ]);
    expect((await teamRegisterHead(bench.source, of(5)))?.teamCount).toBe(4);
  });

  it('shows nothing outside the scope', async () => {
    const asked = { ...of(6), scope: [organizationId(1)] };
    expect(await teamRegisterHead(bench.source, asked)).toBeNull();
    expect((await teamLines(bench.source, asked)).total).toBe(0);
    expect((await entriesOfVolunteerCount(bench.source, { ...asked, teamId: teamId(61) })).total).toBe(0);
    expect((await entriesOfVolunteerSum(bench.source, { ...asked, sum: 'volunteerCount' })).total).toBe(0);
    expect((await teamMismatches(bench.source, { on: day('2026-07-01'), scope: [organizationId(1)] })).total).toBe(0);
  });
});
