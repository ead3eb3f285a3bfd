import { v5 as uuidv5 } from 'uuid';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { Receipt } from '#libs/event-store/ledger';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/organization/organization.events';
import type { House } from './house.js';

/**
 * The first organization of a new ledger, above all others, registered at set-up in the product's own name because nobody
 * has a role yet. `organizationId` is made by the caller, so that a repeated set-up is the same act.
 */
export function registerTopOrganization(
  { counter }: Pick<House, 'counter'>,
  top: { readonly organizationId: OrganizationId; readonly name: string; readonly unitName: string; readonly kind: OrganizationKind; readonly registeredOn: LocalDate },
): Promise<Receipt> {
  const commandId = uuidv5('register-top-organization', top.organizationId) as CommandId;
  return counter.perform({ type: 'RegisterPartyOrganization', data: top }, { commandId, by: systemAccount, org: systemOrganization });
}
