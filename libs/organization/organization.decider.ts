import { endingBefore, lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import { findPolicyPack } from '#libs/policy/packs';

import type { OrganizationCommand } from './organization.commands.js';
import type { ClearOrganizationEvent, OrganizationEvent, OrganizationKind } from './organization.events.js';
import {
  evolveOrganization,
  packOn,
  type PartyOrganization,
  type RegisteredOrganization,
} from './organization.state.js';
import {
  completeSuccession,
  mergeInto,
  splitInto,
  type SuccessionFacts,
  type SuccessionRefusal,
} from './organization.succession.js';

export type OrganizationRefusal =
  | 'party_organization_is_registered_once'
  | 'party_organization_must_be_registered'
  | 'organization_must_not_stand_above_itself'
  | 'parent_organization_must_be_registered'
  | 'line_of_authority_must_be_registered'
  | 'party_group_must_belong_to_a_branch'
  | 'party_group_has_no_organization_below'
  | 'renaming_must_follow_the_last_one'
  | 'leadership_post_is_assumed_once'
  | 'leadership_post_must_have_been_assumed'
  | 'leadership_post_ends_once'
  | 'receiving_desk_is_designated_once'
  | 'policy_pack_must_be_known'
  | 'policy_pack_must_not_take_effect_before_its_own_day'
  | 'policy_pack_in_force_must_stay'
  | SuccessionRefusal
  | 'day_must_not_lie_ahead'
  | 'end_must_not_precede_beginning';

/** The kinds are asked for RegisterPartyOrganization only; absent where nothing is registered under the id. */
export interface OrganizationFacts extends SuccessionFacts {
  readonly parentKind?: OrganizationKind;
  readonly lineOfAuthorityKind?: OrganizationKind;
}

type Decision = readonly OrganizationEvent[] | Refusal<OrganizationRefusal>;
type Asked<T extends OrganizationCommand['type']> = DataOfCommand<OrganizationCommand, T>;

const branchKinds: readonly OrganizationKind[] = ['PARTY_BRANCH', 'JOINT_BRANCH', 'PROVISIONAL_BRANCH'];

/** One Party organization or receiving office: its place in both trees, its counts, posts, desk and policy pack. */
export const organizationDecider: Decider<
  PartyOrganization,
  OrganizationCommand,
  OrganizationEvent,
  ClearOrganizationEvent,
  OrganizationRefusal,
  OrganizationFacts
> = {
  initial: { status: 'unregistered' },
  evolve: evolveOrganization,
  decide: (command, organization, act, facts) => {
    if (command.type === 'RegisterPartyOrganization') return register(command.data, organization, act, facts);
    if (organization.status === 'unregistered') return refuse('party_organization_must_be_registered');
    return decideOnRegistered(command, organization, act, facts);
  },
};

type LaterCommand = Exclude<OrganizationCommand, { type: 'RegisterPartyOrganization' }>;

function decideOnRegistered(
  { type, data }: LaterCommand,
  organization: RegisteredOrganization,
  act: Act,
  facts: OrganizationFacts,
): Decision {
  switch (type) {
    case 'RenamePartyOrganization':
      return rename(data, organization, act);
    case 'StateStaffHeadcount':
      return stateStaffHeadcount(data, organization, act);
    case 'StatePartyMemberCount':
      return statePartyMemberCount(data, organization, act);
    case 'AssumeLeadershipPost':
      return assumeLeadershipPost(data, organization, act);
    case 'EndLeadershipPost':
      return endLeadershipPost(data, organization, act);
    case 'DesignateReceivingDesk':
      return designateReceivingDesk(data, organization);
    case 'AdoptPolicyPack':
      return adoptPolicyPack(data, organization, act);
    case 'MergePartyOrganization':
      return mergeInto(data, organization, act, facts);
    case 'SplitPartyOrganization':
      return splitInto(data, organization, act, facts);
    case 'CompleteSuccession':
      return completeSuccession(data, organization, act);
  }
}

function register(
  asked: Asked<'RegisterPartyOrganization'>,
  organization: PartyOrganization,
  act: Act,
  facts: OrganizationFacts,
): Decision {
  if (organization.status === 'registered')
    return isSameRegistration(organization, asked) ? [] : refuse('party_organization_is_registered_once');
  return (
    lyingAhead(asked.registeredOn, act) ??
    misplaced(asked, facts) ?? [{ type: 'PartyOrganizationRegistered', data: { ...asked } }]
  );
}

// Names and the credit code are encrypted and not at hand here: the id, made by the client for this one organization,
// stands for them.
const isSameRegistration = (
  { registered }: RegisteredOrganization,
  asked: Asked<'RegisterPartyOrganization'>,
): boolean =>
  registered.kind === asked.kind &&
  registered.parentId === asked.parentId &&
  registered.lineOfAuthorityId === asked.lineOfAuthorityId &&
  registered.registeredOn === asked.registeredOn;

function misplaced(
  asked: Asked<'RegisterPartyOrganization'>,
  { parentKind, lineOfAuthorityKind }: OrganizationFacts,
): Refusal<OrganizationRefusal> | undefined {
  const { organizationId, kind, parentId, lineOfAuthorityId } = asked;
  if (parentId === organizationId || lineOfAuthorityId === organizationId)
    return refuse('organization_must_not_stand_above_itself');
  if (parentId && !parentKind) return refuse('parent_organization_must_be_registered');
  if (lineOfAuthorityId && !lineOfAuthorityKind) return refuse('line_of_authority_must_be_registered');
  return misplacedKind(kind, parentKind);
}

/** Why a body of this kind cannot stand below one of that; undefined where it can. */
export function misplacedKind(
  kind: OrganizationKind,
  parentKind: OrganizationKind | undefined,
): Refusal<OrganizationRefusal> | undefined {
  if (parentKind === 'PARTY_GROUP') return refuse('party_group_has_no_organization_below');
  return kind === 'PARTY_GROUP' && !(parentKind && branchKinds.includes(parentKind))
    ? refuse('party_group_must_belong_to_a_branch')
    : undefined;
}

/** Two renamings of one day are a name and its correction; the later one stands. */
function rename(
  asked: Asked<'RenamePartyOrganization'>,
  { registered, renamedOn }: RegisteredOrganization,
  act: Act,
): Decision {
  const last = renamedOn ?? registered.registeredOn;
  if (asked.renamedOn < last) return refuse('renaming_must_follow_the_last_one', { day: asked.renamedOn, last });
  return lyingAhead(asked.renamedOn, act) ?? [{ type: 'PartyOrganizationRenamed', data: { ...asked } }];
}

/** A wrong figure is put right by stating the day again: both statements stay in the ledger. */
function stateStaffHeadcount(
  asked: Asked<'StateStaffHeadcount'>,
  { staffHeadcounts }: RegisteredOrganization,
  act: Act,
): Decision {
  if (staffHeadcounts.get(asked.countedOn) === asked.staffHeadcount) return [];
  return lyingAhead(asked.countedOn, act) ?? [{ type: 'StaffHeadcountStated', data: { ...asked } }];
}

function statePartyMemberCount(
  asked: Asked<'StatePartyMemberCount'>,
  { partyMemberCounts }: RegisteredOrganization,
  act: Act,
): Decision {
  const { fullMembers, probationaryMembers, countedOn } = asked;
  const stated = partyMemberCounts.get(countedOn);
  if (stated?.fullMembers === fullMembers && stated.probationaryMembers === probationaryMembers) return [];
  return lyingAhead(countedOn, act) ?? [{ type: 'PartyMemberCountStated', data: { ...asked } }];
}

/** Several people may hold posts of the same name: deputies, and the days of a handover. */
function assumeLeadershipPost(
  asked: Asked<'AssumeLeadershipPost'>,
  { posts }: RegisteredOrganization,
  act: Act,
): Decision {
  const post = posts.get(asked.postId);
  if (post) {
    const isSame = post.volunteerId === asked.volunteerId && post.assumedOn === asked.assumedOn;
    return isSame ? [] : refuse('leadership_post_is_assumed_once');
  }
  return lyingAhead(asked.assumedOn, act) ?? [{ type: 'LeadershipPostAssumed', data: { ...asked } }];
}

function endLeadershipPost(asked: Asked<'EndLeadershipPost'>, { posts }: RegisteredOrganization, act: Act): Decision {
  const post = posts.get(asked.postId);
  if (!post) return refuse('leadership_post_must_have_been_assumed');
  if (post.endedOn) return post.endedOn === asked.endedOn ? [] : refuse('leadership_post_ends_once');
  return (
    lyingAhead(asked.endedOn, act) ??
    endingBefore(asked.endedOn, post.assumedOn) ?? [
      { type: 'LeadershipPostEnded', data: { ...asked, volunteerId: post.volunteerId } },
    ]
  );
}

/** May take effect on a later day: an office announces that it moves. */
function designateReceivingDesk(asked: Asked<'DesignateReceivingDesk'>, { desks }: RegisteredOrganization): Decision {
  const effectiveOn = desks.get(asked.deskId);
  if (effectiveOn) return effectiveOn === asked.effectiveOn ? [] : refuse('receiving_desk_is_designated_once');
  return [{ type: 'ReceivingDeskDesignated', data: { ...asked } }];
}

/** F-43: figures stand under the pack of their day, so a pack in force stays; one still ahead may be replaced. */
function adoptPolicyPack(asked: Asked<'AdoptPolicyPack'>, organization: RegisteredOrganization, act: Act): Decision {
  const { pack, packVersion, effectiveOn } = asked;
  const adopted = organization.packs.get(effectiveOn);
  if (adopted?.pack === pack && adopted.packVersion === packVersion) return [];
  const known = findPolicyPack(pack, packVersion);
  if (!known) return refuse('policy_pack_must_be_known', { pack, packVersion });
  if (effectiveOn < known.effectiveFrom)
    return refuse('policy_pack_must_not_take_effect_before_its_own_day', { pack, day: known.effectiveFrom });
  const inForce = packOn(organization, act.today);
  if (inForce && effectiveOn <= inForce.effectiveOn)
    return refuse('policy_pack_in_force_must_stay', { pack: inForce.pack, day: inForce.effectiveOn });
  return [{ type: 'PolicyPackAdopted', data: { ...asked } }];
}
