import { describe, expect, it } from '@jest/globals';

import type { Refusal } from '#libs/kernel/decider';
import type { OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import { organizationDecider } from './organization.decider.js';
import type { OrganizationEvent } from './organization.events.js';
import { holdsLeadershipPost, packOn, type PartyOrganization } from './organization.state.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const organizationId = idOf<OrganizationId>(1);
const postId = idOf<PostId>(11);
const zhang = idOf<VolunteerId>(21);
const li = idOf<VolunteerId>(22);

const registered: OrganizationEvent = {
  type: 'PartyOrganizationRegistered',
  data: {
    organizationId,
    kind: 'PARTY_COMMITTEE',
    registeredOn: day('2026-03-01'),
    name: '某局党委',
    unitName: '某局',
  },
};
const assumed: OrganizationEvent = {
  type: 'LeadershipPostAssumed',
  data: { organizationId, postId, volunteerId: zhang, assumedOn: day('2026-04-01'), postName: '支部书记' },
};
const ended: OrganizationEvent = {
  type: 'LeadershipPostEnded',
  data: { organizationId, postId, volunteerId: zhang, endedOn: day('2026-06-01') },
};
const adopted = (effectiveOn: string, pack = 'ZJ-2013-37'): OrganizationEvent => ({
  type: 'PolicyPackAdopted',
  data: { organizationId, pack, packVersion: 1, effectiveOn: day(effectiveOn) },
});

const given = specification(organizationDecider);
const stateAfter = (...events: OrganizationEvent[]): PartyOrganization =>
  events.reduce<PartyOrganization>(
    (state, event) => organizationDecider.evolve(state, event),
    organizationDecider.initial,
  );

describe('Leadership posts', () => {
  const assume = (change: object, ...past: OrganizationEvent[]): readonly OrganizationEvent[] | Refusal =>
    given(registered, ...past).when({ type: 'AssumeLeadershipPost', data: { ...assumed.data, ...change } }, {});
  const end = (endedOn: string, ...past: OrganizationEvent[]): readonly OrganizationEvent[] | Refusal =>
    given(registered, ...past).when(
      { type: 'EndLeadershipPost', data: { organizationId, postId, endedOn: day(endedOn) } },
      {},
    );

  it('are assumed today at the latest', () => {
    expect(assume({})).toEqual([assumed]);
    expect(refusedAs(assume({ assumedOn: '2026-07-01' }))).toBeUndefined();
    expect(refusedAs(assume({ assumedOn: '2026-07-02' }))).toBe('day_must_not_lie_ahead');
  });

  it('may be held by several people at once', () => {
    expect(refusedAs(assume({ postId: idOf(12), volunteerId: li }, assumed))).toBeUndefined();
  });

  it('are assumed once: repeated says nothing, another holder or day under the same id is refused', () => {
    expect(assume({}, assumed)).toEqual([]);
    expect(refusedAs(assume({ volunteerId: li }, assumed))).toBe('leadership_post_is_assumed_once');
    expect(refusedAs(assume({ assumedOn: '2026-04-02' }, assumed))).toBe('leadership_post_is_assumed_once');
  });

  it('end for the holder who assumed them, between the first day and today', () => {
    expect(end('2026-06-01', assumed)).toEqual([ended]);
    expect(refusedAs(end('2026-04-01', assumed))).toBeUndefined();
    expect(refusedAs(end('2026-03-31', assumed))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(end('2026-07-02', assumed))).toBe('day_must_not_lie_ahead');
    expect(refusedAs(end('2026-06-01'))).toBe('leadership_post_must_have_been_assumed');
  });

  it('end once: repeated says nothing, another day is refused', () => {
    expect(end('2026-06-01', assumed, ended)).toEqual([]);
    expect(refusedAs(end('2026-06-02', assumed, ended))).toBe('leadership_post_ends_once');
  });

  it('are held from the first day to the day before the end', () => {
    const organization = stateAfter(registered, assumed, ended);
    expect(holdsLeadershipPost(organization, zhang, day('2026-03-31'))).toBeUndefined();
    expect(holdsLeadershipPost(organization, zhang, day('2026-04-01'))).toBe(postId);
    expect(holdsLeadershipPost(organization, zhang, day('2026-05-31'))).toBe(postId);
    expect(holdsLeadershipPost(organization, zhang, day('2026-06-01'))).toBeUndefined();
    expect(holdsLeadershipPost(organization, li, day('2026-05-01'))).toBeUndefined();
    expect(holdsLeadershipPost({ status: 'unregistered' }, zhang, day('2026-05-01'))).toBeUndefined();
  });

  it('name the one assumed first where a person holds several', () => {
    const earlier: OrganizationEvent = {
      type: 'LeadershipPostAssumed',
      data: { ...assumed.data, postId: idOf<PostId>(12), assumedOn: day('2026-03-15') },
    };
    expect(holdsLeadershipPost(stateAfter(registered, assumed, earlier), zhang, day('2026-05-01'))).toBe(idOf(12));
    expect(holdsLeadershipPost(stateAfter(registered, earlier, assumed), zhang, day('2026-05-01'))).toBe(idOf(12));
  });
});

describe('Adopting a policy pack', () => {
  const adopt = (
    effectiveOn: string,
    change: object = {},
    ...past: OrganizationEvent[]
  ): readonly OrganizationEvent[] | Refusal =>
    given(registered, ...past).when(
      { type: 'AdoptPolicyPack', data: { ...adopted(effectiveOn).data, ...change } as never },
      {},
    );

  it('may reach back to the day of the notice the first time, not further', () => {
    expect(adopt('2013-06-14')).toEqual([adopted('2013-06-14')]);
    expect(adopt('2013-06-13')).toEqual({
      refused: 'policy_pack_must_not_take_effect_before_its_own_day',
      details: { pack: 'ZJ-2013-37', day: '2013-06-14' },
    });
  });

  it('is refused for a pack or a version that this product does not have', () => {
    expect(refusedAs(adopt('2026-01-01', { pack: 'XX-1999' }))).toBe('policy_pack_must_be_known');
    expect(refusedAs(adopt('2026-01-01', { packVersion: 999 }))).toBe('policy_pack_must_be_known');
  });

  it('says nothing when repeated', () => {
    expect(adopt('2026-01-01', {}, adopted('2026-01-01'))).toEqual([]);
  });

  it('leaves the pack in force as it was and starts on a later day', () => {
    const other = { pack: 'HF-2013-0522' };
    expect(refusedAs(adopt('2025-12-31', other, adopted('2026-01-01')))).toBe('policy_pack_in_force_must_stay');
    expect(refusedAs(adopt('2026-01-01', other, adopted('2026-01-01')))).toBe('policy_pack_in_force_must_stay');
    expect(refusedAs(adopt('2026-01-02', other, adopted('2026-01-01')))).toBeUndefined();
  });

  it('may replace a pack that is not yet in force', () => {
    const other = { pack: 'HF-2013-0522' };
    expect(adopt('2027-01-01', other, adopted('2026-01-01'), adopted('2027-01-01'))).toEqual([
      adopted('2027-01-01', 'HF-2013-0522'),
    ]);
    expect(refusedAs(adopt('2026-07-01', other, adopted('2026-07-01')))).toBe('policy_pack_in_force_must_stay');
  });

  it('tells the pack of a day, before, on and after its first day', () => {
    const organization = stateAfter(registered, adopted('2027-01-01', 'HF-2013-0522'), adopted('2026-01-01'));
    expect(packOn(organization, day('2025-12-31'))).toBeUndefined();
    expect(packOn(organization, day('2026-01-01'))?.pack).toBe('ZJ-2013-37');
    expect(packOn(organization, day('2026-12-31'))?.pack).toBe('ZJ-2013-37');
    expect(packOn(organization, day('2027-01-01'))?.pack).toBe('HF-2013-0522');
    expect(packOn({ status: 'unregistered' }, day('2026-01-01'))).toBeUndefined();
  });
});
