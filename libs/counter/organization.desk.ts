import { organizationDecider, type OrganizationFacts } from '#libs/organization/organization.decider';
import type { OrganizationCommand } from '#libs/organization/organization.commands';
import { organizationStream, type OrganizationKind } from '#libs/organization/organization.events';
import type { PartyOrganization } from '#libs/organization/organization.state';
import type { OrganizationId } from '#libs/kernel/ids';
import type { CounterParts, Desk } from './desk.js';

export const loadOrganization = ({ ledger }: Pick<CounterParts, 'ledger'>, organizationId: OrganizationId): Promise<PartyOrganization> =>
  ledger.load(organizationDecider, organizationStream(organizationId));

/** Offices that direct and receive have no members. */
const desks: readonly OrganizationKind[] = ['CITY_ORGANIZATION_DEPARTMENT', 'COUNTY_ORGANIZATION_DEPARTMENT', 'SUPERVISING_DEPARTMENT', 'VOLUNTEER_COORDINATION_BODY'];

/** Whether members can have their home there. */
export async function takesMembers(parts: Pick<CounterParts, 'ledger'>, organizationId: OrganizationId): Promise<boolean> {
  const organization = await loadOrganization(parts, organizationId);
  return organization.status === 'registered' && !desks.includes(organization.registered.kind);
}

export function organizationDesk(parts: CounterParts): Desk<OrganizationCommand> {
  const kindOf = async (organizationId: OrganizationId | undefined): Promise<OrganizationKind | undefined> => {
    if (organizationId === undefined) return undefined;
    const organization = await loadOrganization(parts, organizationId);
    return organization.status === 'registered' ? organization.registered.kind : undefined;
  };
  const factsFor = async ({ type, data }: OrganizationCommand): Promise<OrganizationFacts> => {
    if (type !== 'RegisterPartyOrganization') return {};
    const [parentKind, lineOfAuthorityKind] = await Promise.all([kindOf(data.parentId), kindOf(data.lineOfAuthorityId)]);
    return { ...(parentKind ? { parentKind } : {}), ...(lineOfAuthorityKind ? { lineOfAuthorityKind } : {}) };
  };
  return {
    // A new organization is registered by those who stand above it; the top of the tree only at set-up.
    about: ({ type, data }) => {
      const organizationId = type === 'RegisterPartyOrganization' ? (data.parentId ?? data.lineOfAuthorityId) : data.organizationId;
      return Promise.resolve(organizationId === undefined ? undefined : { organizationId });
    },
    perform: (command, context) =>
      parts.ledger.run(organizationDecider, { stream: organizationStream(command.data.organizationId), command, context, facts: () => factsFor(command) }),
  };
}
