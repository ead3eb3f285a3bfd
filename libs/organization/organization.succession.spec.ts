import { describe, expect, it } from '@jest/globals';
import type { Refusal } from '#libs/kernel/decider';
import type { OrganizationId } from '#libs/kernel/ids';
import { refusedAs, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import type { MergePartyOrganization, SplitPartyOrganization } from './organization.commands.js';
import { organizationDecider } from './organization.decider.js';
import type { OrganizationEvent } from './organization.events.js';
import { whenOrganizationIsMergedThenFollowSuccessor } from './organization.reactions.js';
import type { SuccessionFacts } from './organization.succession.js';

const idOf = (n: number): OrganizationId => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as OrganizationId;
const day = (text: string): LocalDate => text as LocalDate;
const [organizationId, successorId, third] = [idOf(1), idOf(2), idOf(3)];
const document = { documentDatedOn: day('2026-05-20'), documentTitle: '关于调整党组织设置的通知' };
const registered: OrganizationEvent = {
  type: 'PartyOrganizationRegistered',
  data: { organizationId, kind: 'PARTY_BRANCH', registeredOn: day('2026-05-01'), name: '示例支部', unitName: '示例' },
};
type Merged = Extract<OrganizationEvent, { type: 'PartyOrganizationMerged' }>;
const merged: Merged = {
  type: 'PartyOrganizationMerged',
  data: { organizationId, successorId, mergedOn: day('2026-06-01'), ...document },
};
const takers: SuccessionFacts = { successorsTakeMembers: true };
const given = specification(organizationDecider);
type Decision = readonly OrganizationEvent[] | Refusal;

describe('An organization that merges', () => {
  const merge = (
    fields: Partial<MergePartyOrganization> = {},
    past: OrganizationEvent[] = [registered],
    facts = takers,
  ): Decision => given(...past).when({ type: 'MergePartyOrganization', data: { ...merged.data, ...fields } }, facts);

  it('ends on the day of its paper at the earliest and today at the latest, once', () => {
    expect(merge()).toEqual([merged]);
    expect(merge({}, [registered, merged])).toEqual([]);
    expect(refusedAs(merge({ mergedOn: day('2026-06-02') }, [registered, merged]))).toBe('organization_ends_once');
    expect(refusedAs(merge({ mergedOn: day('2026-05-19') }))).toBe('end_must_not_precede_its_document');
    expect(refusedAs(merge({ mergedOn: day('2026-05-20') }))).toBeUndefined();
    expect(refusedAs(merge({ mergedOn: day('2026-07-02') }))).toBe('day_must_not_lie_ahead');
    const early = { documentDatedOn: day('2026-04-01') };
    expect(refusedAs(merge({ ...early, mergedOn: day('2026-04-30') }))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(merge({ ...early, mergedOn: day('2026-05-01') }))).toBeUndefined();
  });

  it('has a successor that takes its members, and nobody below it', () => {
    expect(refusedAs(merge({ successorId: organizationId }))).toBe('successor_is_another_organization');
    expect(refusedAs(merge({}, [registered], {}))).toBe('successor_must_take_members');
    expect(refusedAs(merge({}, [registered], { ...takers, hasOrganizationsBelow: true }))).toBe(
      'organization_below_must_find_its_place_first',
    );
  });

  it('is followed by everybody, until that is completed', () => {
    expect(whenOrganizationIsMergedThenFollowSuccessor.on.PartyOrganizationMerged?.(merged)).toEqual([
      { type: 'FollowSuccessor', data: { organizationId, successorId } },
    ]);
    const complete = (past: OrganizationEvent[]): Decision =>
      given(...past).when({ type: 'CompleteSuccession', data: { organizationId } }, {});
    const completed: OrganizationEvent = {
      type: 'SuccessionCompleted',
      data: { organizationId, completedOn: day('2026-07-01') },
    };
    expect(complete([registered, merged])).toEqual([completed]);
    expect(complete([registered, merged, completed])).toEqual([]);
    expect(refusedAs(complete([registered]))).toBe('organization_must_have_ended');
  });
});

describe('An organization that splits', () => {
  const asked = {
    ...{ organizationId, successorIds: [successorId, third], recordsSuccessorId: third },
    ...{ splitOn: day('2026-06-01'), ...document },
  };
  const split = (fields: Partial<SplitPartyOrganization> = {}, past: OrganizationEvent[] = [registered]): Decision =>
    given(...past).when({ type: 'SplitPartyOrganization', data: { ...asked, ...fields } }, takers);

  it('names its successors, one of whom answers for the old records', () => {
    const done: OrganizationEvent = { type: 'PartyOrganizationSplit', data: asked };
    expect(split()).toEqual([done]);
    expect(split({}, [registered, done])).toEqual([]);
    expect(refusedAs(split({}, [registered, merged]))).toBe('organization_ends_once');
    expect(refusedAs(split({ recordsSuccessorId: organizationId }))).toBe('records_go_to_one_of_the_successors');
    expect(refusedAs(split({ successorIds: [organizationId, third] }))).toBe('successor_is_another_organization');
  });
});
