import { describe, expect, it } from '@jest/globals';
import type { DataOfCommand, Refusal } from '#libs/kernel/decider';
import type { OrganizationId, PostId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import type { TeamCommand } from './team.commands.js';
import { teamDecider, type TeamFacts } from './team.decider.js';
import type { TeamEvent } from './team.events.js';
import { whenMemberMovesThenJoinOtherTeam } from './team.reactions.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const [teamId, other] = [idOf<TeamId>(1), idOf<TeamId>(2)];
const [organizationId, next] = [idOf<OrganizationId>(3), idOf<OrganizationId>(4)];
const [zhang, li] = [idOf<VolunteerId>(5), idOf<VolunteerId>(6)];
const about = { teamId, organizationId };
const document = { documentDatedOn: day('2026-05-20'), documentTitle: '关于调整服务队的通知' };
const established: TeamEvent = {
  type: 'TeamEstablished',
  data: {
    ...about,
    establishedOn: day('2026-05-01'),
    ordinal: 1,
    documentDatedOn: day('2026-05-01'),
    name: '示例队',
    documentTitle: '通知',
  },
};
const joined = (volunteerId: VolunteerId, joinedOn = '2026-05-02'): TeamEvent => ({
  type: 'TeamMemberJoined',
  data: { ...about, volunteerId, joinedOn: day(joinedOn), asPrimary: true },
});
const leads: TeamEvent = {
  type: 'TeamLeaderAppointed',
  data: { ...about, volunteerId: zhang, postId: idOf<PostId>(7), appointedOn: day('2026-05-03') },
};
const past = [established, joined(zhang), joined(li), leads];
const given = specification(teamDecider);
type Decision = readonly TeamEvent[] | Refusal;
const deciding =
  <T extends TeamCommand['type']>(type: T, usual: DataOfCommand<TeamCommand, T>, facts: TeamFacts = {}) =>
  (fields: Partial<DataOfCommand<TeamCommand, T>> = {}, before = past, known = facts): Decision =>
    given(...before).when({ type, data: { ...usual, ...fields } } as unknown as TeamCommand, known);
const left = (volunteerId: VolunteerId, more: object = {}) => ({
  type: 'TeamMemberLeft',
  data: { ...about, volunteerId, leftOn: '2026-06-01', ...more },
});
const standsDown = { type: 'TeamLeaderStoodDown', data: { ...about, volunteerId: zhang, stoodDownOn: '2026-06-01' } };

describe('A team', () => {
  it('is renamed from its founding to today, in the order of days', () => {
    const rename = deciding('RenameTeam', { teamId, renamedOn: day('2026-06-01'), name: '新名队' });
    const renamed: TeamEvent = {
      type: 'TeamRenamed',
      data: { ...about, renamedOn: day('2026-06-01'), name: '新名队' },
    };
    expect(rename()).toEqual([renamed]);
    expect(refusedAs(rename({ renamedOn: day('2026-04-30') }))).toBe('renaming_must_follow_the_last_one');
    expect(refusedAs(rename({ renamedOn: day('2026-05-01') }))).toBeUndefined();
    expect(refusedAs(rename({ renamedOn: day('2026-05-31') }, [...past, renamed]))).toBe(
      'renaming_must_follow_the_last_one',
    );
    expect(refusedAs(rename({ renamedOn: day('2026-07-02') }))).toBe('day_must_not_lie_ahead');
  });

  const dissolved: TeamEvent = {
    type: 'TeamDissolved',
    data: { ...about, dissolvedOn: day('2026-06-01'), ...document },
  };
  const dissolve = deciding('DissolveTeam', { teamId, dissolvedOn: day('2026-06-01'), ...document });

  it('is dissolved: the leader stands down, everybody leaves, nothing more can be done', () => {
    expect(dissolve()).toEqual([standsDown, left(zhang), left(li), dissolved]);
    expect(dissolve({}, [...past, dissolved])).toEqual([]);
    expect(refusedAs(dissolve({ dissolvedOn: day('2026-06-02') }, [...past, dissolved]))).toBe('team_ends_once');
    const join = deciding(
      'JoinTeam',
      { teamId, volunteerId: li, joinedOn: day('2026-06-02'), asPrimary: true },
      { enrolledOn: day('2026-05-01') },
    );
    expect(refusedAs(join({}, [...past, dissolved]))).toBe('team_must_not_have_ended');
  });

  it('ends not before its paper, its last member and its leader', () => {
    expect(refusedAs(dissolve({ dissolvedOn: day('2026-05-19') }))).toBe('end_must_not_precede_its_document');
    expect(refusedAs(dissolve({ dissolvedOn: day('2026-05-20') }))).toBeUndefined();
    expect(refusedAs(dissolve({}, [...past, joined(idOf(8), '2026-06-02')]))).toBe('members_must_have_joined_by_then');
    expect(refusedAs(dissolve({}, [...past, joined(idOf(8), '2026-06-01')]))).toBeUndefined();
    expect(refusedAs(dissolve({ dissolvedOn: day('2026-07-02') }))).toBe('day_must_not_lie_ahead');
    const early = { documentDatedOn: day('2026-04-01') };
    expect(refusedAs(dissolve({ ...early, dissolvedOn: day('2026-04-30') }, [established]))).toBe(
      'end_must_not_precede_beginning',
    );
  });

  it('merges into another that goes on: the members go over, and their primary team with them', () => {
    const facts = { otherTeamGoesOn: true, primaryOf: new Set([zhang]) };
    const merge = deciding('MergeTeam', { teamId, intoTeamId: other, mergedOn: day('2026-06-01'), ...document }, facts);
    const merged = { type: 'TeamMerged', data: { ...about, intoTeamId: other, mergedOn: '2026-06-01', ...document } };
    const over = (asPrimary: boolean) => ({ movesToTeamId: other, asPrimary });
    expect(merge()).toEqual([standsDown, left(zhang, over(true)), left(li, over(false)), merged]);
    expect(merge({}, [...past, merged as TeamEvent])).toEqual([]);
    expect(refusedAs(merge({}, [...past, dissolved]))).toBe('team_ends_once');
    expect(refusedAs(merge({ intoTeamId: teamId }))).toBe('team_merges_into_another');
    expect(refusedAs(merge({}, past, {}))).toBe('team_merged_into_must_go_on');
    const follow = whenMemberMovesThenJoinOtherTeam.on.TeamMemberLeft;
    const gone = (more: object) => left(zhang, more) as unknown as Extract<TeamEvent, { type: 'TeamMemberLeft' }>;
    const join = { teamId: other, volunteerId: zhang, joinedOn: '2026-06-01' };
    expect(follow?.(gone(over(true)))).toEqual([
      { type: 'JoinTeam', data: { ...join, asPrimary: true } },
      { type: 'ChoosePrimaryTeam', data: { volunteerId: zhang, teamId: other, chosenOn: '2026-06-01' } },
    ]);
    expect(follow?.(gone(over(false)))).toEqual([{ type: 'JoinTeam', data: { ...join, asPrimary: false } }]);
    expect(follow?.(gone({}))).toEqual([]);
  });

  it('moves to a successor of its owner with its members, and the leader stays', () => {
    const facts = { ownerEnded: { on: day('2026-06-01'), successorIds: [next] } };
    const move = deciding('MoveTeam', { teamId, toOrganizationId: next }, facts);
    const to = { teamId, organizationId: next, movedOn: '2026-06-01' };
    const moved = { type: 'TeamMoved', data: { ...to, fromOrganizationId: organizationId } };
    expect(move()).toEqual([
      moved,
      { type: 'TeamMemberMoved', data: { ...to, volunteerId: zhang } },
      { type: 'TeamMemberMoved', data: { ...to, volunteerId: li } },
    ]);
    expect(move({}, [...past, moved as TeamEvent])).toEqual([]);
    expect(move({}, [...past, dissolved])).toEqual([]);
    expect(refusedAs(move({}, past, {}))).toBe('owner_must_have_ended');
    expect(refusedAs(move({ toOrganizationId: idOf<OrganizationId>(9) }))).toBe('team_moves_to_a_successor');
  });
});
