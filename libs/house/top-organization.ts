import { v5 as uuidv5 } from 'uuid';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { Context, Receipt } from '#libs/event-store/ledger';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/organization/organization.events';
import { policyPack } from '#libs/policy/packs';
import type { House } from './house.js';

/** The notice that sets numbers; a city that follows another one names it at set-up. */
export const policyPackByDefault = 'ZJ-2013-37';

// The name space of what an installation makes once: the same set-up, repeated after a crash or at another door, is the same act.
const onceNamespace = '6f2cf6f1-6a1e-4f0a-9d0a-0a51e2a5f6b3';

/** The id of the organization above all others in the log of this name. */
export const topOrganizationId = (log: string): OrganizationId => uuidv5(`top organization of ${log}`, onceNamespace) as OrganizationId;

export interface TopOrganization {
  /** Made by the caller, so that a repeated set-up is the same act. */
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly unitName: string;
  readonly kind: OrganizationKind;
  readonly registeredOn: LocalDate;
  /** The pack that holds for everybody below until they adopt another one; ZJ-2013-37 unless named. Throws RangeError if unknown. */
  readonly pack?: string;
}

/**
 * The first organization of a new ledger, above all others, with the policy pack it follows: registered at set-up in the
 * product's own name, because nobody has a role yet.
 */
export async function registerTopOrganization({ counter }: Pick<House, 'counter'>, { pack = policyPackByDefault, ...top }: TopOrganization): Promise<Receipt> {
  const { organizationId } = top;
  const { id, version, effectiveFrom } = policyPack(pack);
  const contextOf = (act: string): Context => ({ commandId: uuidv5(act, organizationId) as CommandId, by: systemAccount, org: systemOrganization });
  await counter.perform({ type: 'RegisterPartyOrganization', data: top }, contextOf('register-top-organization'));
  const data = { organizationId, pack: id, packVersion: version, effectiveOn: effectiveFrom };
  return counter.perform({ type: 'AdoptPolicyPack', data }, contextOf('adopt-policy-pack'));
}
