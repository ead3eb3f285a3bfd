import { describe, expect, it } from '@jest/globals';

import type { Refusal } from '#libs/kernel/decider';
import type { GroupId, OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import { teamDecider, type TeamFacts } from './team.decider.js';
import type { TeamEvent } from './team.events.js';
import { whenMemberJoinedThenChoosePrimaryTeam, whenMemberLeftThenClearPrimaryTeam } from './team.reactions.js';
import { isMember, leaderOn, type Team } from './team.state.js';

type Decision = readonly TeamEvent[] | Refusal;

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const teamId = idOf<TeamId>(1);
const organizationId = idOf<OrganizationId>(2);
const zhang = idOf<VolunteerId>(11);
const li = idOf<VolunteerId>(12);
const groupId = idOf<GroupId>(21);

const established: TeamEvent = {
  type: 'TeamEstablished',
  data: {
    teamId,
    organizationId,
    establishedOn: day('2026-03-05'),
    ordinal: 1,
    name: '某局党员志愿服务队一队（红帆队）',
    documentTitle: '关于组建党员志愿服务队的通知',
    documentDatedOn: day('2026-03-01'),
  },
};
const joined = (volunteerId: VolunteerId, joinedOn = '2026-04-01', asPrimary = true) =>
  ({
    type: 'TeamMemberJoined',
    data: { teamId, organizationId, volunteerId, joinedOn: day(joinedOn), asPrimary },
  }) as const;
const left = (volunteerId: VolunteerId, leftOn: string) =>
  ({ type: 'TeamMemberLeft', data: { teamId, organizationId, volunteerId, leftOn: day(leftOn) } }) as const;
const formed: TeamEvent = {
  type: 'ServiceGroupFormed',
  data: { teamId, groupId, formedOn: day('2026-04-10'), name: '急救小组' },
};
const assigned = (volunteerId: VolunteerId, assignedOn: string): TeamEvent => ({
  type: 'ServiceGroupMemberAssigned',
  data: { teamId, groupId, volunteerId, assignedOn: day(assignedOn) },
});

const given = specification(teamDecider);
const stateAfter = (...events: TeamEvent[]): Team =>
  events.reduce<Team>((state, event) => teamDecider.evolve(state, event), teamDecider.initial);

describe('Joining a team', () => {
  const enrolledInMarch: TeamFacts = { enrolledOn: day('2026-03-20') };
  const join = (joinedOn: string, past: TeamEvent[] = [], facts = enrolledInMarch, asPrimary = true): Decision =>
    given(established, ...past).when(
      { type: 'JoinTeam', data: { teamId, volunteerId: zhang, joinedOn: day(joinedOn), asPrimary } },
      facts,
    );

  it('is for the enrolled, from the day of enrolment to today', () => {
    expect(join('2026-04-01')).toEqual([joined(zhang)]);
    expect(refusedAs(join('2026-03-19'))).toBe('joining_must_not_precede_enrolment');
    expect(refusedAs(join('2026-03-20'))).toBeUndefined();
    expect(refusedAs(join('2026-07-01'))).toBeUndefined();
    expect(refusedAs(join('2026-07-02'))).toBe('day_must_not_lie_ahead');
    expect(refusedAs(join('2026-04-01', [], {}))).toBe('volunteer_must_be_enrolled');
  });

  it('is possible from the founding of the team', () => {
    const enrolledLongAgo = { enrolledOn: day('2020-01-01') };
    expect(refusedAs(join('2026-03-04', [], enrolledLongAgo))).toBe('day_must_not_precede_establishment');
    expect(refusedAs(join('2026-03-05', [], enrolledLongAgo))).toBeUndefined();
  });

  it('knows no largest team', () => {
    const many = Array.from({ length: 200 }, (_none, n) => joined(idOf<VolunteerId>(1000 + n)));
    expect(join('2026-04-01', many)).toEqual([joined(zhang)]);
  });

  it('says nothing when repeated and is refused with another day or another wish for the primary team', () => {
    expect(join('2026-04-01', [joined(zhang)], {})).toEqual([]);
    expect(refusedAs(join('2026-04-02', [joined(zhang)]))).toBe('volunteer_joins_a_team_once');
    expect(refusedAs(join('2026-04-01', [joined(zhang)], enrolledInMarch, false))).toBe('volunteer_joins_a_team_once');
  });

  it('is possible again from the day of leaving', () => {
    const past = [joined(zhang), left(zhang, '2026-05-01')];
    expect(refusedAs(join('2026-04-30', past))).toBe('rejoining_must_follow_leaving');
    expect(join('2026-05-01', past)).toEqual([joined(zhang, '2026-05-01')]);
    expect(isMember(stateAfter(established, ...past, joined(zhang, '2026-05-01')), zhang)).toBe(true);
  });
});

describe('Leaving a team', () => {
  const leave = (leftOn: string, past: TeamEvent[] = [joined(zhang)]): Decision =>
    given(established, ...past).when(
      { type: 'LeaveTeam', data: { teamId, volunteerId: zhang, leftOn: day(leftOn) } },
      {},
    );

  it('lies between joining and today', () => {
    expect(leave('2026-05-01')).toEqual([left(zhang, '2026-05-01')]);
    expect(refusedAs(leave('2026-03-31'))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(leave('2026-04-01'))).toBeUndefined();
    expect(refusedAs(leave('2026-07-01'))).toBeUndefined();
    expect(refusedAs(leave('2026-07-02'))).toBe('day_must_not_lie_ahead');
  });

  it('is for members only', () => {
    expect(refusedAs(leave('2026-05-01', []))).toBe('volunteer_must_be_a_member');
    expect(refusedAs(leave('2026-05-01', [joined(li)]))).toBe('volunteer_must_be_a_member');
  });

  it('says nothing when repeated and is refused on another day', () => {
    const past = [joined(zhang), left(zhang, '2026-05-01')];
    expect(leave('2026-05-01', past)).toEqual([]);
    expect(refusedAs(leave('2026-05-02', past))).toBe('volunteer_must_be_a_member');
  });

  it('ends the leadership of whoever leads', () => {
    const appointed: TeamEvent = {
      type: 'TeamLeaderAppointed',
      data: { teamId, organizationId, volunteerId: zhang, postId: idOf<PostId>(3), appointedOn: day('2026-04-10') },
    };
    const past = [joined(zhang), joined(li), appointed];
    const stoodDown = {
      type: 'TeamLeaderStoodDown',
      data: { teamId, organizationId, volunteerId: zhang, stoodDownOn: '2026-05-01' },
    };
    const decision = leave('2026-05-01', past);
    expect(decision).toEqual([stoodDown, left(zhang, '2026-05-01')]);
    expect(leaderOn(stateAfter(established, ...past, ...(decision as TeamEvent[])), day('2026-05-01'))).toBeUndefined();
    expect(refusedAs(leave('2026-04-09', past))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(leave('2026-04-10', past))).toBeUndefined();
  });
});

describe('Membership', () => {
  it('lasts from joining to leaving', () => {
    expect(isMember(stateAfter(established), zhang)).toBe(false);
    expect(isMember(stateAfter(established, joined(zhang)), zhang)).toBe(true);
    expect(isMember(stateAfter(established, joined(zhang)), li)).toBe(false);
    expect(isMember(stateAfter(established, joined(zhang), left(zhang, '2026-05-01')), zhang)).toBe(false);
    expect(isMember({ status: 'unestablished' }, zhang)).toBe(false);
  });
});

describe('Service groups', () => {
  const form = (formedOn: string, past: TeamEvent[] = []): Decision =>
    given(established, ...past).when(
      { type: 'FormServiceGroup', data: { teamId, groupId, formedOn: day(formedOn), name: '急救小组' } },
      {},
    );
  const assign = (assignedOn: string, past: TeamEvent[] = [joined(zhang), formed]): Decision =>
    given(established, ...past).when(
      { type: 'AssignServiceGroupMember', data: { teamId, groupId, volunteerId: zhang, assignedOn: day(assignedOn) } },
      {},
    );

  it('are formed between the founding of the team and today', () => {
    expect(form('2026-04-10')).toEqual([formed]);
    expect(refusedAs(form('2026-03-04'))).toBe('day_must_not_precede_establishment');
    expect(refusedAs(form('2026-03-05'))).toBeUndefined();
    expect(refusedAs(form('2026-07-02'))).toBe('day_must_not_lie_ahead');
  });

  it('are formed once: repeated says nothing, another day is refused', () => {
    expect(form('2026-04-10', [formed])).toEqual([]);
    expect(refusedAs(form('2026-04-11', [formed]))).toBe('service_group_is_formed_once');
  });

  it('take members of the team, from the day both are there to today', () => {
    expect(assign('2026-04-10')).toEqual([assigned(zhang, '2026-04-10')]);
    expect(refusedAs(assign('2026-04-09'))).toBe('assignment_must_follow_joining_and_forming');
    expect(refusedAs(assign('2026-04-14', [joined(zhang, '2026-04-15'), formed]))).toBe(
      'assignment_must_follow_joining_and_forming',
    );
    expect(refusedAs(assign('2026-04-15', [joined(zhang, '2026-04-15'), formed]))).toBeUndefined();
    expect(refusedAs(assign('2026-07-02'))).toBe('day_must_not_lie_ahead');
    expect(refusedAs(assign('2026-04-10', [joined(zhang)]))).toBe('service_group_must_be_formed');
    expect(refusedAs(assign('2026-04-10', [joined(li), formed]))).toBe('volunteer_must_be_a_member');
  });

  it('say nothing about a member they have, and have forgotten one who left the team', () => {
    const past = [joined(zhang), joined(li), formed, assigned(zhang, '2026-04-10'), assigned(li, '2026-04-10')];
    expect(assign('2026-04-20', past)).toEqual([]);
    const back = [...past, left(zhang, '2026-05-01'), joined(zhang, '2026-05-02')];
    expect(assign('2026-05-03', back)).toEqual([assigned(zhang, '2026-05-03')]);
    const liLeft = [...past, left(li, '2026-05-01')];
    expect(assign('2026-05-03', liLeft)).toEqual([]);
  });
});

describe('When a member joined or left', () => {
  it('the primary team is chosen if the member asked for it', () => {
    const { on } = whenMemberJoinedThenChoosePrimaryTeam;
    expect(on.TeamMemberJoined?.(joined(zhang))).toEqual([
      { type: 'ChoosePrimaryTeam', data: { volunteerId: zhang, teamId, chosenOn: '2026-04-01' } },
    ]);
    expect(on.TeamMemberJoined?.(joined(zhang, '2026-04-01', false))).toEqual([]);
  });

  it('the primary team is cleared, whichever team was left', () => {
    expect(whenMemberLeftThenClearPrimaryTeam.on.TeamMemberLeft?.(left(zhang, '2026-05-01'))).toEqual([
      { type: 'ClearPrimaryTeam', data: { volunteerId: zhang, teamId, clearedOn: '2026-05-01' } },
    ]);
  });
});

describe('The state of a team', () => {
  it('is left as it is by an event it does not know or that cannot have happened', () => {
    const before = stateAfter(established);
    expect(teamDecider.evolve(before, { type: 'SubjectKeyBound', data: {} } as never)).toBe(before);
    expect(stateAfter(joined(zhang))).toEqual({ status: 'unestablished' });
    expect(stateAfter(established, left(zhang, '2026-05-01'), assigned(zhang, '2026-05-01'))).toEqual(before);
  });
});
