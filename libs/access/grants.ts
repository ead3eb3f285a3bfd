import { randomUUID } from 'node:crypto';
import { IsNull, type EntityManager } from 'typeorm';
import type { AccountId, OrganizationId } from '#libs/kernel/ids';
import { noteAccess } from './access-log.js';
import { AccountRefused } from './account-refused.js';
import type { Grant } from './actor.js';
import { AccountRow, RoleGrantRow } from './entities.js';

/** Which role of whose account, given or taken by whom, when. */
export interface GrantAct {
  readonly accountId: AccountId;
  readonly grant: Grant;
  readonly by: AccountId | undefined;
  readonly at: Date;
}

/** Throws AccountRefused. Granting what is held already changes nothing. */
export async function addGrant(manager: EntityManager, { accountId, grant, by, at }: GrantAct): Promise<void> {
  const { role, organizationId } = grant;
  if (accountId === by) throw new AccountRefused('nobody_grants_to_themselves');
  const isAdministrator = role === 'SYSTEM_ADMINISTRATOR';
  if (isAdministrator !== (organizationId === undefined)) throw new AccountRefused('grant_must_have_scope');
  const { volunteerId } = await accountWith(manager, accountId);
  if (role === 'VOLUNTEER' && volunteerId === null) throw new AccountRefused('volunteer_role_needs_volunteer');
  const held = (await grantsOf(manager, accountId)).get(accountId) ?? [];
  if (held.some((one) => one.role === role && one.organizationId === organizationId)) return;
  if (held.some((one) => (one.role === 'SYSTEM_ADMINISTRATOR') !== isAdministrator))
    throw new AccountRefused('administrator_reads_no_ledger');
  await manager.insert(RoleGrantRow, {
    grantId: randomUUID(),
    accountId,
    role,
    organizationId: organizationId ?? null,
  });
  await noteAccess(manager, { at, act: 'role_granted', by, accountId, details: detailsOf(grant) });
}

/** Throws AccountRefused. Revoking what is not held changes nothing. */
export async function removeGrant(manager: EntityManager, { accountId, grant, by, at }: GrantAct): Promise<void> {
  if (accountId === by) throw new AccountRefused('nobody_grants_to_themselves');
  await accountWith(manager, accountId);
  const { role, organizationId } = grant;
  const { affected } = await manager.delete(RoleGrantRow, {
    accountId,
    role,
    organizationId: organizationId ?? IsNull(),
  });
  if (affected === 0) return;
  await administratorRemains(manager);
  await noteAccess(manager, { at, act: 'role_revoked', by, accountId, details: detailsOf(grant) });
}

/** Throws AccountRefused: nobody could create accounts any more. */
export async function administratorRemains(manager: EntityManager): Promise<void> {
  const remains = await manager
    .createQueryBuilder(AccountRow, 'a')
    .innerJoin(RoleGrantRow, 'g', 'g.accountId = a.accountId')
    .where(`g.role = 'SYSTEM_ADMINISTRATOR' and a.disabledAt is null`)
    .getExists();
  if (!remains) throw new AccountRefused('one_administrator_must_remain');
}

/** Throws AccountRefused. */
export async function accountWith(manager: EntityManager, accountId: AccountId): Promise<AccountRow> {
  const account = await manager.findOneBy(AccountRow, { accountId });
  if (!account) throw new AccountRefused('account_must_exist');
  return account;
}

/** Of one account, or of all. */
export async function grantsOf(
  manager: EntityManager,
  accountId?: AccountId,
): Promise<ReadonlyMap<AccountId, readonly Grant[]>> {
  const rows = await manager.find(RoleGrantRow, {
    ...(accountId ? { where: { accountId } } : {}),
    order: { role: 'ASC', organizationId: 'ASC' },
  });
  const grants = new Map<AccountId, Grant[]>();
  for (const { accountId: id, role, organizationId } of rows) {
    const scope: { organizationId?: OrganizationId } = organizationId ? { organizationId } : {};
    grants.set(id, [...(grants.get(id) ?? []), { role, ...scope }]);
  }
  return grants;
}

const detailsOf = ({ role, organizationId }: Grant): Readonly<Record<string, string>> => ({
  role,
  ...(organizationId ? { organizationId } : {}),
});
