import { Refused } from '#libs/event-store/ledger';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { packOn } from '#libs/organization/organization.state';
import { findPolicyPack } from '#libs/policy/packs';
import type { PolicyPack } from '#libs/policy/policy-pack';
import { loadOrganization } from './organization.desk.js';
import type { CounterParts } from './desk.js';

/** The pack in force for an organization on a day: its own adoption, else the nearest above it. Undefined where nobody above adopted one. */
export async function packInForce(parts: Pick<CounterParts, 'ledger' | 'tree'>, organizationId: OrganizationId, day: LocalDate): Promise<PolicyPack | undefined> {
  for (const id of await parts.tree.ancestry(organizationId)) {
    const adopted = packOn(await loadOrganization(parts, id), day);
    const pack = adopted && findPolicyPack(adopted.pack, adopted.packVersion);
    if (pack) return pack;
  }
  return undefined;
}

/** The same. Throws Refused where there is none. */
export async function policyInForce(parts: Pick<CounterParts, 'ledger' | 'tree'>, organizationId: OrganizationId, day: LocalDate): Promise<PolicyPack> {
  const pack = await packInForce(parts, organizationId, day);
  if (!pack) throw new Refused({ refused: 'policy_pack_must_be_adopted' });
  return pack;
}
