import { organizationDecider, type OrganizationFacts } from '#libs/organization/organization.decider';
import type { OrganizationCommand } from '#libs/organization/organization.commands';
import { organizationStream, type OrganizationKind } from '#libs/organization/organization.events';
import { endOf, type PartyOrganization } from '#libs/organization/organization.state';
import type { OrganizationId } from '#libs/kernel/ids';
import type { CounterParts, Desk } from './desk.js';

export const loadOrganization = (
  { ledger }: Pick<CounterParts, 'ledger'>,
  organizationId: OrganizationId,
): Promise<PartyOrganization> => ledger.load(organizationDecider, organizationStream(organizationId));

/** Offices that direct and receive have no members. */
const desks: readonly OrganizationKind[] = [
  'CITY_ORGANIZATION_DEPARTMENT',
  'COUNTY_ORGANIZATION_DEPARTMENT',
  'SUPERVISING_DEPARTMENT',
  'VOLUNTEER_COORDINATION_BODY',
];

/** Whether members can have their home there. */
export async function takesMembers(
  parts: Pick<CounterParts, 'ledger'>,
  organizationId: OrganizationId,
): Promise<boolean> {
  const organization = await loadOrganization(parts, organizationId);
  return organization.status === 'registered' && !organization.ended && !desks.includes(organization.registered.kind);
}

export function organizationDesk(parts: CounterParts): Desk<OrganizationCommand> {
  const kindOf = async (organizationId: OrganizationId | undefined): Promise<OrganizationKind | undefined> => {
    if (organizationId === undefined) return undefined;
    const organization = await loadOrganization(parts, organizationId);
    return organization.status === 'registered' ? organization.registered.kind : undefined;
  };
  const factsFor = async ({ type, data }: OrganizationCommand): Promise<OrganizationFacts> => {
    if (type === 'MergePartyOrganization') return successionFacts(parts, data.organizationId, [data.successorId]);
    if (type === 'SplitPartyOrganization') return successionFacts(parts, data.organizationId, data.successorIds);
    if (type !== 'RegisterPartyOrganization') return {};
    const [parentKind, lineOfAuthorityKind] = await Promise.all([
      kindOf(data.parentId),
      kindOf(data.lineOfAuthorityId),
    ]);
    return { ...(parentKind ? { parentKind } : {}), ...(lineOfAuthorityKind ? { lineOfAuthorityKind } : {}) };
  };
  return {
    // A new organization is registered by those who stand above it; the top of the tree only at set-up.
    about: ({ type, data }) => {
      if (type === 'MergePartyOrganization')
        return Promise.resolve({ organizationId: data.organizationId, alsoIn: [data.successorId] });
      if (type === 'SplitPartyOrganization')
        return Promise.resolve({ organizationId: data.organizationId, alsoIn: data.successorIds });
      const organizationId =
        type === 'RegisterPartyOrganization' ? (data.parentId ?? data.lineOfAuthorityId) : data.organizationId;
      return Promise.resolve(organizationId === undefined ? undefined : { organizationId });
    },
    perform: (command, context) =>
      parts.ledger.run(organizationDecider, {
        stream: organizationStream(command.data.organizationId),
        command,
        context,
        facts: () => factsFor(command),
      }),
  };
}

/** What stands below a body no stream but theirs knows, so it is asked of the directory. */
async function successionFacts(
  parts: CounterParts,
  organizationId: OrganizationId,
  successorIds: readonly OrganizationId[],
): Promise<OrganizationFacts> {
  const takers = await Promise.all(successorIds.map((id) => takesMembers(parts, id)));
  const below = await parts.tree.subtree([organizationId]);
  const ended = await Promise.all(
    below.map(async (id) => id === organizationId || endOf(await loadOrganization(parts, id)) !== undefined),
  );
  return { successorsTakeMembers: takers.every(Boolean), hasOrganizationsBelow: ended.includes(false) };
}

/** F-21, 民发〔2015〕149号: who answers for the records of a body; itself while it goes on. */
export const successorOf = (
  parts: Pick<CounterParts, 'ledger'>,
  organizationId: OrganizationId,
): Promise<OrganizationId> => successorFrom((id) => loadOrganization(parts, id), organizationId);

/** The same among organizations as `find` knows them. */
export async function successorFrom(
  find: (organizationId: OrganizationId) => Promise<PartyOrganization>,
  organizationId: OrganizationId,
): Promise<OrganizationId> {
  const ended = endOf(await find(organizationId));
  return ended ? successorFrom(find, ended.recordsSuccessorId) : organizationId;
}
