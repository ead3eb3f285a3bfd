import { describe, expect, it } from '@jest/globals';

import type { Refusal } from '#libs/kernel/decider';
import type { OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import { teamDecider, type TeamFacts } from './team.decider.js';
import type { TeamEvent } from './team.events.js';
import { leaderOn, type Team } from './team.state.js';

type Decision = readonly TeamEvent[] | Refusal;

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const teamId = idOf<TeamId>(1);
const organizationId = idOf<OrganizationId>(2);
const post = idOf<PostId>(3);
const zhang = idOf<VolunteerId>(11);
const li = idOf<VolunteerId>(12);
const inPost: TeamFacts = { post, enrolled: true };

const founding = {
  teamId,
  organizationId,
  establishedOn: day('2026-03-05'),
  ordinal: 1,
  name: '某局党员志愿服务队一队（红帆队）',
  documentTitle: '关于组建党员志愿服务队的通知',
  documentDatedOn: day('2026-03-01'),
};
const established: TeamEvent = { type: 'TeamEstablished', data: founding };
const appointed = (volunteerId: VolunteerId, appointedOn: string): TeamEvent => ({
  type: 'TeamLeaderAppointed',
  data: { teamId, organizationId, volunteerId, postId: post, appointedOn: day(appointedOn) },
});
const stoodDown = (volunteerId: VolunteerId, stoodDownOn: string): TeamEvent => ({
  type: 'TeamLeaderStoodDown',
  data: { teamId, organizationId, volunteerId, stoodDownOn: day(stoodDownOn) },
});
const stated = (statedSize: number): TeamEvent => ({
  type: 'TeamRegisterStated',
  data: { teamId, organizationId, statedOn: day('2026-06-30'), statedSize },
});

const given = specification(teamDecider);
const stateAfter = (...events: TeamEvent[]): Team =>
  events.reduce<Team>((state, event) => teamDecider.evolve(state, event), teamDecider.initial);

describe('Establishing a team', () => {
  const establish = (
    change: Partial<typeof founding>,
    facts: TeamFacts = { organizationKind: 'PARTY_BRANCH' },
    past: TeamEvent[] = [],
  ): Decision => given(...past).when({ type: 'EstablishTeam', data: { ...founding, ...change } }, facts);

  it('rests on a formal document', () => {
    expect(establish({})).toEqual([established]);
  });

  it('lies between its document and today', () => {
    expect(refusedAs(establish({ establishedOn: day('2026-02-28') }))).toBe('team_must_not_precede_its_document');
    expect(refusedAs(establish({ establishedOn: day('2026-03-01') }))).toBeUndefined();
    expect(refusedAs(establish({ establishedOn: day('2026-07-01') }))).toBeUndefined();
    expect(refusedAs(establish({ establishedOn: day('2026-07-02') }))).toBe('day_must_not_lie_ahead');
  });

  it.each<[TeamFacts['organizationKind'], string | undefined]>([
    [undefined, 'party_organization_must_be_registered'],
    ['PARTY_GROUP', 'party_group_and_provisional_branch_own_no_team'],
    ['PROVISIONAL_BRANCH', 'party_group_and_provisional_branch_own_no_team'],
    ['JOINT_BRANCH', undefined],
    ['GENERAL_BRANCH', undefined],
    ['LEADING_PARTY_GROUP', undefined],
  ])('by a %s: %s', (organizationKind, refused) => {
    expect(refusedAs(establish({}, organizationKind ? { organizationKind } : {}))).toBe(refused);
  });

  it('says nothing when repeated and is refused with other facts', () => {
    expect(establish({}, {}, [established])).toEqual([]);
    for (const change of [
      { organizationId: idOf<OrganizationId>(9) },
      { establishedOn: day('2026-03-06') },
      { ordinal: 2 },
      { documentDatedOn: day('2026-03-02') },
    ])
      expect(refusedAs(establish(change, {}, [established]))).toBe('team_is_established_once');
  });

  it('comes before everything else', () => {
    const command = {
      type: 'StateTeamRegister',
      data: { teamId, statedOn: day('2026-06-30'), statedSize: 1 },
    } as const;
    expect(refusedAs(given().when(command, {}))).toBe('team_must_be_established');
  });
});

describe('Stating what a handed-in register says', () => {
  const state = (statedSize: number, change: object = {}, ...past: TeamEvent[]): Decision =>
    given(established, ...past).when(
      { type: 'StateTeamRegister', data: { teamId, statedOn: day('2026-06-30'), statedSize, ...change } },
      {},
    );

  it('takes any size, none too', () => {
    expect(state(0)).toEqual([stated(0)]);
    expect(state(8)).toEqual([stated(8)]);
  });

  it('says nothing when the same size is stated for the same day, and puts a wrong one right', () => {
    expect(state(8, {}, stated(8))).toEqual([]);
    expect(state(7, {}, stated(8))).toEqual([stated(7)]);
    expect(refusedAs(state(8, { statedOn: '2026-06-29' }, stated(8)))).toBeUndefined();
  });

  it('writes a leader down each time, since the name cannot be compared', () => {
    expect(state(8, { statedLeader: '张某' }, stated(8))).toHaveLength(1);
  });

  it('is dated today at the latest', () => {
    expect(refusedAs(state(8, { statedOn: '2026-07-01' }))).toBeUndefined();
    expect(refusedAs(state(8, { statedOn: '2026-07-02' }))).toBe('day_must_not_lie_ahead');
  });
});

describe('Appointing the leader', () => {
  const appoint = (
    volunteerId: VolunteerId,
    appointedOn: string,
    past: TeamEvent[] = [],
    change: { replacing?: boolean; facts?: TeamFacts } = {},
  ): Decision =>
    given(established, ...past).when(
      {
        type: 'AppointTeamLeader',
        data: {
          teamId,
          volunteerId,
          appointedOn: day(appointedOn),
          ...(change.replacing === undefined ? {} : { replacing: change.replacing }),
        },
      },
      change.facts ?? inPost,
    );

  it('takes an enrolled holder of a leadership post and keeps which post it was', () => {
    expect(appoint(zhang, '2026-04-01')).toEqual([appointed(zhang, '2026-04-01')]);
    expect(refusedAs(appoint(zhang, '2026-04-01', [], { facts: { enrolled: true } }))).toBe(
      'team_leader_must_hold_a_leadership_post',
    );
    expect(refusedAs(appoint(zhang, '2026-04-01', [], { facts: { post, enrolled: false } }))).toBe(
      'volunteer_must_be_enrolled',
    );
    expect(refusedAs(appoint(zhang, '2026-04-01', [], { facts: { post } }))).toBe('volunteer_must_be_enrolled');
  });

  it('lies between the founding of the team and today', () => {
    expect(refusedAs(appoint(zhang, '2026-03-04'))).toBe('day_must_not_precede_establishment');
    expect(refusedAs(appoint(zhang, '2026-03-05'))).toBeUndefined();
    expect(refusedAs(appoint(zhang, '2026-07-01'))).toBeUndefined();
    expect(refusedAs(appoint(zhang, '2026-07-02'))).toBe('day_must_not_lie_ahead');
  });

  it('is refused while another leads', () => {
    const past = [appointed(zhang, '2026-04-01')];
    expect(refusedAs(appoint(li, '2026-05-01', past))).toBe('team_has_one_leader');
    expect(refusedAs(appoint(li, '2026-05-01', past, { replacing: false }))).toBe('team_has_one_leader');
    expect(refusedAs(appoint(li, '2026-05-01', [...past, stoodDown(zhang, '2026-05-02')]))).toBe('team_has_one_leader');
    expect(refusedAs(appoint(li, '2026-05-02', [...past, stoodDown(zhang, '2026-05-02')]))).toBeUndefined();
  });

  it('lets the new one replace the leader in office on one and the same day', () => {
    const past = [appointed(zhang, '2026-04-01')];
    expect(appoint(li, '2026-05-01', past, { replacing: true })).toEqual([
      stoodDown(zhang, '2026-05-01'),
      appointed(li, '2026-05-01'),
    ]);
    expect(refusedAs(appoint(li, '2026-04-01', past, { replacing: true }))).toBeUndefined();
    expect(refusedAs(appoint(li, '2026-03-31', past, { replacing: true }))).toBe('end_must_not_precede_beginning');
    expect(appoint(li, '2026-05-01', [], { replacing: true })).toEqual([appointed(li, '2026-05-01')]);
  });

  it('says nothing when repeated and is refused for the same person on another day', () => {
    const past = [appointed(zhang, '2026-04-01')];
    expect(appoint(zhang, '2026-04-01', past)).toEqual([]);
    expect(refusedAs(appoint(zhang, '2026-04-02', past))).toBe('team_has_one_leader');
    expect(refusedAs(appoint(zhang, '2026-04-02', past, { replacing: true }))).toBe('team_has_one_leader');
    const after = [...past, stoodDown(zhang, '2026-05-01'), appointed(li, '2026-05-01')];
    expect(appoint(li, '2026-05-01', after, { replacing: true })).toEqual([]);
  });
});

describe('Standing down', () => {
  const standDown = (volunteerId: VolunteerId, stoodDownOn: string, past: TeamEvent[]): Decision =>
    given(established, ...past).when(
      { type: 'StandDownTeamLeader', data: { teamId, volunteerId, stoodDownOn: day(stoodDownOn) } },
      {},
    );
  const past = [appointed(zhang, '2026-04-01')];

  it('lies between the appointment and today', () => {
    expect(standDown(zhang, '2026-05-01', past)).toEqual([stoodDown(zhang, '2026-05-01')]);
    expect(refusedAs(standDown(zhang, '2026-03-31', past))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(standDown(zhang, '2026-04-01', past))).toBeUndefined();
    expect(refusedAs(standDown(zhang, '2026-07-01', past))).toBeUndefined();
    expect(refusedAs(standDown(zhang, '2026-07-02', past))).toBe('day_must_not_lie_ahead');
  });

  it('is for the leader in office only', () => {
    expect(refusedAs(standDown(li, '2026-05-01', past))).toBe('volunteer_must_lead_the_team');
    expect(refusedAs(standDown(zhang, '2026-05-01', []))).toBe('volunteer_must_lead_the_team');
  });

  it('says nothing when repeated and is refused on another day', () => {
    const after = [...past, stoodDown(zhang, '2026-05-01')];
    expect(standDown(zhang, '2026-05-01', after)).toEqual([]);
    expect(standDown(zhang, '2026-05-01', [...after, appointed(li, '2026-05-01')])).toEqual([]);
    expect(refusedAs(standDown(zhang, '2026-05-02', after))).toBe('volunteer_must_lead_the_team');
  });
});

describe('The leader of a day', () => {
  it('is one at a time, from the day of appointment to the day before standing down', () => {
    const team = stateAfter(
      established,
      appointed(zhang, '2026-04-01'),
      stoodDown(zhang, '2026-05-01'),
      appointed(li, '2026-05-01'),
      stoodDown(li, '2026-06-01'),
      appointed(zhang, '2026-06-10'),
    );
    const leaders = [
      '2026-03-31',
      '2026-04-01',
      '2026-04-30',
      '2026-05-01',
      '2026-05-31',
      '2026-06-01',
      '2026-06-10',
    ].map((on) => leaderOn(team, day(on)));
    expect(leaders).toEqual([undefined, zhang, zhang, li, li, undefined, zhang]);
    expect(leaderOn({ status: 'unestablished' }, day('2026-05-01'))).toBeUndefined();
  });
});
