import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organizationStream } from '#libs/organization/organization.events';
import type { GroupId } from '#libs/kernel/ids';
import { teamStream } from '#libs/team/team.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  established,
  organizationId,
  postId,
  registered,
  teamId,
  volunteerId,
} from '../../test/support/made-up-facts.js';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { teamLeadership } from './team-leadership.projection.js';
import { leaderTerms, leadershipLines, serviceGroups } from './team-leadership.query.js';

const scope = undefined;
const of = (team: number, organization = 1) => ({ teamId: teamId(team), organizationId: organizationId(organization) });
const document = { documentDatedOn: day('2026-01-31'), documentTitle: '示例通知' };
const appointed = (team: number, n: number, appointedOn: string): GivenEvent => ({
  type: 'TeamLeaderAppointed',
  data: { ...of(team), volunteerId: volunteerId(n), postId: postId(n), appointedOn: day(appointedOn) },
});
const stoodDown = (team: number, n: number, stoodDownOn: string): GivenEvent => ({
  type: 'TeamLeaderStoodDown',
  data: { ...of(team), volunteerId: volunteerId(n), stoodDownOn: day(stoodDownOn) },
});
const groupId = (n: number): GroupId => `f0000000-0000-4000-9000-${String(n).padStart(12, '0')}` as GroupId;
const formed = (n: number, speciality?: string): GivenEvent => ({
  type: 'ServiceGroupFormed',
  data: {
    ...{ teamId: teamId(1), groupId: groupId(n), formedOn: day(`2026-03-0${n}`), name: `示例小组${n}` },
    ...(speciality ? { speciality } : {}),
  },
});
const assigned = (group: number, n: number, on: string): GivenEvent => ({
  type: 'ServiceGroupMemberAssigned',
  data: { teamId: teamId(1), groupId: groupId(group), volunteerId: volunteerId(n), assignedOn: day(on) },
});
const post = (n: number): GivenEvent => ({
  type: 'LeadershipPostAssumed',
  data: {
    organizationId: organizationId(1),
    postId: postId(n),
    volunteerId: volunteerId(n),
    assumedOn: day('2026-01-01'),
    postName: '委员',
  },
});

describe('the leaders of teams', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(teamLeadership);
    await bench.givenAll([
      [
        organizationStream(organizationId(1)),
        registered(1),
        post(1),
        post(2),
        {
          type: 'LeadershipPostEnded',
          data: {
            organizationId: organizationId(1),
            postId: postId(1),
            volunteerId: volunteerId(1),
            endedOn: day('2026-04-01'),
          },
        },
      ],
      [volunteerStream(volunteerId(1)), applied(1), changed(1, { name: '示例改名' })],
      [volunteerStream(volunteerId(2)), applied(2)],
      [
        teamStream(teamId(1)),
        established(1),
        appointed(1, 1, '2026-02-03'),
        stoodDown(1, 1, '2026-04-10'),
        appointed(1, 2, '2026-04-20'),
        formed(1, '医护'),
        formed(2),
        assigned(1, 1, '2026-03-05'),
        assigned(1, 2, '2026-03-04'),
        assigned(2, 2, '2026-03-04'),
        { type: 'TeamMemberLeft', data: { ...of(1), volunteerId: volunteerId(2), leftOn: day('2026-05-01') } },
        // Back on the very day on which they left.
        assigned(2, 2, '2026-05-01'),
      ],
      [
        teamStream(teamId(2)),
        established(2),
        { type: 'TeamRenamed', data: { ...of(2), renamedOn: day('2026-03-01'), name: '示例新名队' } },
        { type: 'TeamDissolved', data: { ...of(2), dissolvedOn: day('2026-05-01'), ...document } },
      ],
      [
        teamStream(teamId(3)),
        established(3),
        appointed(3, 2, '2026-02-01'),
        {
          type: 'TeamMoved',
          data: {
            teamId: teamId(3),
            fromOrganizationId: organizationId(1),
            organizationId: organizationId(2),
            movedOn: day('2026-05-01'),
          },
        },
      ],
      [
        teamStream(teamId(4)),
        established(4),
        { type: 'TeamMerged', data: { ...of(4), intoTeamId: teamId(1), mergedOn: day('2026-02-02'), ...document } },
      ],
    ]);
  });
  afterAll(() => bench.close());

  const line = async (team: number, on: string) =>
    (await leadershipLines(bench.source, { scope, teamId: teamId(team), on: day(on), replacementDays: 30 })).items[0];

  it('lead from the day of appointment until the day before they stand down', async () => {
    const leaders = await Promise.all(
      ['2026-02-02', '2026-02-03', '2026-04-09', '2026-04-10', '2026-04-19', '2026-04-20'].map(
        async (on) => (await line(1, on))?.leaderId,
      ),
    );
    expect(leaders).toEqual([null, volunteerId(1), volunteerId(1), null, null, volunteerId(2)]);
    expect((await line(1, '2026-02-03'))?.leaderName).toBe('示例改名');
  });

  it('are missing, without a post, or with one of another organization: since when, and until when to be replaced', async () => {
    expect(await line(1, '2026-02-02')).toMatchObject({
      fault: 'LEADER_MISSING',
      faultySince: '2026-02-01',
      replaceBy: '2026-03-03',
    });
    expect(await line(1, '2026-03-31')).toMatchObject({ fault: null, faultySince: null, replaceBy: null });
    expect(await line(1, '2026-04-01')).toMatchObject({
      fault: 'POST_ENDED',
      faultySince: '2026-04-01',
      replaceBy: '2026-05-01',
    });
    expect(await line(1, '2026-04-10')).toMatchObject({ fault: 'LEADER_MISSING', faultySince: '2026-04-10' });
    expect(await line(3, '2026-04-30')).toMatchObject({ fault: null, organizationId: organizationId(1) });
    expect(await line(3, '2026-05-01')).toMatchObject({
      fault: 'POST_ELSEWHERE',
      faultySince: '2026-05-01',
      organizationId: organizationId(2),
    });
  });

  it('of a team renamed, dissolved or merged are asked while it is there', async () => {
    expect([(await line(2, '2026-02-28'))?.name, (await line(2, '2026-03-01'))?.name]).toEqual([
      '示例党员志愿服务队2队',
      '示例新名队',
    ]);
    expect([await line(2, '2026-05-01'), await line(4, '2026-02-02')]).toEqual([undefined, undefined]);
    expect(await line(4, '2026-02-01')).toMatchObject({ fault: 'LEADER_MISSING' });
  });

  it('come in terms with the days without anybody before each; within the scope only', async () => {
    const terms = await leaderTerms(bench.source, { scope, teamId: teamId(1) });
    expect(terms.items).toMatchObject([
      { volunteerId: volunteerId(1), gapDays: 2 },
      { volunteerId: volunteerId(2), gapDays: 10 },
    ]);
    expect((await leaderTerms(bench.source, { scope: [organizationId(2)], teamId: teamId(1) })).total).toBe(0);
    const inScope = { scope: [organizationId(2)], on: day('2026-05-01'), replacementDays: 30, onlyFaulty: true };
    expect((await leadershipLines(bench.source, inScope)).items.map((one) => one.teamId)).toEqual([teamId(3)]);
  });

  it('have their teams in groups; whoever left the team left its groups, until assigned again', async () => {
    const { items } = await serviceGroups(bench.source, { scope, teamId: teamId(1) });
    expect(items).toEqual([
      {
        ...{ groupId: groupId(1), name: '示例小组1', speciality: '医护', formedOn: '2026-03-01' },
        members: [{ volunteerId: volunteerId(1), name: '示例改名', assignedOn: '2026-03-05' }],
      },
      {
        ...{ groupId: groupId(2), name: '示例小组2', speciality: null, formedOn: '2026-03-02' },
        members: [{ volunteerId: volunteerId(2), name: expect.any(String), assignedOn: '2026-05-01' }],
      },
    ]);
    expect((await serviceGroups(bench.source, { scope, teamId: teamId(2) })).total).toBe(0);
    expect((await serviceGroups(bench.source, { scope: [organizationId(2)], teamId: teamId(1) })).total).toBe(0);
  });
});
