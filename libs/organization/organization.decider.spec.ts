import { describe, expect, it } from '@jest/globals';

import type { Refusal } from '#libs/kernel/decider';
import type { DeskId, OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import type { RegisterPartyOrganization } from './organization.commands.js';
import { organizationDecider, type OrganizationFacts } from './organization.decider.js';
import type { OrganizationEvent, OrganizationKind } from './organization.events.js';
import { linesAbove, type PartyOrganization } from './organization.state.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const organizationId = idOf<OrganizationId>(1);
const parentId = idOf<OrganizationId>(2);
const lineOfAuthorityId = idOf<OrganizationId>(3);
const deskId = idOf<DeskId>(31);

const branch: RegisterPartyOrganization = {
  organizationId,
  kind: 'PARTY_BRANCH',
  parentId,
  registeredOn: day('2026-03-01'),
  name: '某局机关党支部',
  unitName: '某局',
};
const under: OrganizationFacts = { parentKind: 'GRASSROOTS_COMMITTEE' };

const registered: OrganizationEvent = { type: 'PartyOrganizationRegistered', data: branch };
const renamed: OrganizationEvent = {
  type: 'PartyOrganizationRenamed',
  data: { organizationId, renamedOn: day('2026-05-01'), name: '某局第一党支部', unitName: '某局' },
};
const headcount = (staffHeadcount: number, countedOn = '2026-06-30'): OrganizationEvent => ({
  type: 'StaffHeadcountStated',
  data: { organizationId, staffHeadcount, countedOn: day(countedOn) },
});
const members = (fullMembers: number, probationaryMembers: number): OrganizationEvent => ({
  type: 'PartyMemberCountStated',
  data: { organizationId, fullMembers, probationaryMembers, countedOn: day('2026-06-30') },
});
const desk = {
  organizationId,
  deskId,
  effectiveOn: day('2026-08-01'),
  office: '党管科',
  contactPerson: '赵某',
  phone: '0511-80000000',
};
const given = specification(organizationDecider);
const stateAfter = (...events: OrganizationEvent[]): PartyOrganization =>
  events.reduce<PartyOrganization>(
    (state, event) => organizationDecider.evolve(state, event),
    organizationDecider.initial,
  );

describe('Registering a Party organization', () => {
  const register = (
    change: Partial<RegisterPartyOrganization>,
    facts = under,
  ): readonly OrganizationEvent[] | Refusal =>
    given().when({ type: 'RegisterPartyOrganization', data: { ...branch, ...change } }, facts);

  it('gives it a place in the territorial and in the departmental tree', () => {
    const facts: OrganizationFacts = { ...under, lineOfAuthorityKind: 'SUPERVISING_DEPARTMENT' };
    expect(register({ lineOfAuthorityId }, facts)).toEqual([
      { type: 'PartyOrganizationRegistered', data: { ...branch, lineOfAuthorityId } },
    ]);
  });

  it('lets the top of the tree have nothing above it', () => {
    const { parentId: _none, ...top } = branch;
    const command = {
      type: 'RegisterPartyOrganization',
      data: { ...top, kind: 'CITY_ORGANIZATION_DEPARTMENT' },
    } as const;
    expect(given().when(command, {})).toEqual([{ type: 'PartyOrganizationRegistered', data: command.data }]);
  });

  it('is allowed for today and refused for tomorrow', () => {
    expect(refusedAs(register({ registeredOn: someAct.today }))).toBeUndefined();
    expect(register({ registeredOn: day('2026-07-02') })).toEqual({
      refused: 'day_must_not_lie_ahead',
      details: { day: '2026-07-02', today: '2026-07-01' },
    });
  });

  it('is refused under a parent or a line of authority that nobody registered', () => {
    expect(refusedAs(register({}, {}))).toBe('parent_organization_must_be_registered');
    expect(refusedAs(register({ lineOfAuthorityId }, under))).toBe('line_of_authority_must_be_registered');
  });

  it('is refused above itself', () => {
    expect(refusedAs(register({ parentId: organizationId }))).toBe('organization_must_not_stand_above_itself');
    expect(refusedAs(register({ lineOfAuthorityId: organizationId }))).toBe('organization_must_not_stand_above_itself');
  });

  it.each<[OrganizationKind, OrganizationKind, string | undefined]>([
    ['PARTY_GROUP', 'PARTY_BRANCH', undefined],
    ['PARTY_GROUP', 'JOINT_BRANCH', undefined],
    ['PARTY_GROUP', 'PROVISIONAL_BRANCH', undefined],
    ['PARTY_GROUP', 'GENERAL_BRANCH', 'party_group_must_belong_to_a_branch'],
    ['PARTY_GROUP', 'PARTY_GROUP', 'party_group_has_no_organization_below'],
    ['PARTY_BRANCH', 'PARTY_GROUP', 'party_group_has_no_organization_below'],
  ])('places a %s under a %s: %s', (kind, parentKind, refused) => {
    expect(refusedAs(register({ kind }, { parentKind }))).toBe(refused);
  });

  it('refuses a Party group that stands alone', () => {
    const { parentId: _none, ...alone } = branch;
    const command = { type: 'RegisterPartyOrganization', data: { ...alone, kind: 'PARTY_GROUP' } } as const;
    expect(refusedAs(given().when(command, {}))).toBe('party_group_must_belong_to_a_branch');
  });

  it('says nothing when repeated and refuses another registration of the same organization', () => {
    const again = given(registered);
    expect(again.when({ type: 'RegisterPartyOrganization', data: branch }, {})).toEqual([]);
    for (const change of [
      { kind: 'JOINT_BRANCH' as const },
      { parentId: lineOfAuthorityId },
      { lineOfAuthorityId },
      { registeredOn: day('2026-03-02') },
    ])
      expect(refusedAs(again.when({ type: 'RegisterPartyOrganization', data: { ...branch, ...change } }, under))).toBe(
        'party_organization_is_registered_once',
      );
  });

  it('comes before everything else', () => {
    const command = {
      type: 'StateStaffHeadcount',
      data: { organizationId, staffHeadcount: 1, countedOn: day('2026-06-30') },
    } as const;
    expect(refusedAs(given().when(command, {}))).toBe('party_organization_must_be_registered');
  });
});

describe('Renaming', () => {
  const rename = (renamedOn: string, ...past: OrganizationEvent[]): readonly OrganizationEvent[] | Refusal =>
    given(registered, ...past).when(
      {
        type: 'RenamePartyOrganization',
        data: { organizationId, renamedOn: day(renamedOn), name: '新名', unitName: '某局' },
      },
      {},
    );

  it('is dated, from the day of registration to today', () => {
    expect(rename('2026-03-01')).toEqual([
      {
        type: 'PartyOrganizationRenamed',
        data: { organizationId, renamedOn: '2026-03-01', name: '新名', unitName: '某局' },
      },
    ]);
    expect(refusedAs(rename('2026-07-01'))).toBeUndefined();
    expect(refusedAs(rename('2026-02-28'))).toBe('renaming_must_follow_the_last_one');
    expect(refusedAs(rename('2026-07-02'))).toBe('day_must_not_lie_ahead');
  });

  it('follows the last renaming; one of the same day corrects it', () => {
    expect(refusedAs(rename('2026-04-30', renamed))).toBe('renaming_must_follow_the_last_one');
    expect(refusedAs(rename('2026-05-01', renamed))).toBeUndefined();
  });
});

describe('Stating counts', () => {
  const stateStaff = (
    staffHeadcount: number,
    countedOn: string,
    ...past: OrganizationEvent[]
  ): readonly OrganizationEvent[] | Refusal =>
    given(registered, ...past).when(
      { type: 'StateStaffHeadcount', data: { organizationId, staffHeadcount, countedOn: day(countedOn) } },
      {},
    );
  const stateMembers = (
    fullMembers: number,
    probationaryMembers: number,
    countedOn = '2026-06-30',
  ): readonly OrganizationEvent[] | Refusal =>
    given(registered, members(34, 2)).when(
      {
        type: 'StatePartyMemberCount',
        data: { organizationId, fullMembers, probationaryMembers, countedOn: day(countedOn) },
      },
      {},
    );

  it('keeps staff headcount with the day of counting, even one before registration', () => {
    expect(stateStaff(90, '2013-07-01')).toEqual([headcount(90, '2013-07-01')]);
    expect(refusedAs(stateStaff(90, '2026-07-01'))).toBeUndefined();
    expect(refusedAs(stateStaff(90, '2026-07-02'))).toBe('day_must_not_lie_ahead');
  });

  it('says nothing when the same figure is stated for the same day again', () => {
    expect(stateStaff(90, '2026-06-30', headcount(90))).toEqual([]);
    expect(stateMembers(34, 2)).toEqual([]);
  });

  it('puts a wrong figure right by a new statement for that day', () => {
    expect(stateStaff(91, '2026-06-30', headcount(90))).toEqual([headcount(91)]);
    expect(stateStaff(90, '2026-06-30', headcount(90), headcount(91))).toEqual([headcount(90)]);
    expect(stateMembers(33, 2)).toEqual([members(33, 2)]);
    expect(stateMembers(34, 3)).toEqual([members(34, 3)]);
  });

  it('refuses a Party member count of tomorrow', () => {
    expect(refusedAs(stateMembers(34, 2, '2026-07-01'))).toBeUndefined();
    expect(refusedAs(stateMembers(34, 2, '2026-07-02'))).toBe('day_must_not_lie_ahead');
  });
});

describe('Designating the receiving desk', () => {
  const designated: OrganizationEvent = { type: 'ReceivingDeskDesignated', data: desk };

  it('may be announced for a later day', () => {
    expect(given(registered).when({ type: 'DesignateReceivingDesk', data: desk }, {})).toEqual([designated]);
  });

  it('says nothing when repeated and refuses another day under the same id', () => {
    const again = given(registered, designated);
    expect(again.when({ type: 'DesignateReceivingDesk', data: desk }, {})).toEqual([]);
    const later = { ...desk, effectiveOn: day('2026-09-01') };
    expect(refusedAs(again.when({ type: 'DesignateReceivingDesk', data: later }, {}))).toBe(
      'receiving_desk_is_designated_once',
    );
    expect(
      refusedAs(again.when({ type: 'DesignateReceivingDesk', data: { ...later, deskId: idOf(32) } }, {})),
    ).toBeUndefined();
  });
});

describe('The state of an organization', () => {
  it('names the organizations above by both lines', () => {
    expect(linesAbove(stateAfter(registered))).toEqual([parentId]);
    expect(linesAbove({ status: 'unregistered' })).toEqual([]);
  });

  it('is left as it is by an event it does not know', () => {
    const before = stateAfter(registered);
    expect(organizationDecider.evolve(before, { type: 'SubjectKeyBound', data: {} } as never)).toBe(before);
    expect(organizationDecider.evolve({ status: 'unregistered' }, renamed)).toEqual({
      status: 'unregistered',
    });
  });
});
