import { In, type EntityManager } from 'typeorm';
import type { AccountId } from '#libs/kernel/ids';
import { AccountRow } from './entities.js';

/** Display names by account; what wrote by itself (the product's writer) has none. */
export async function accountNames(
  manager: EntityManager,
  accountIds: readonly (AccountId | null | undefined)[],
): Promise<ReadonlyMap<AccountId, string>> {
  const asked = [...new Set(accountIds.filter((id) => id !== null && id !== undefined))];
  if (asked.length === 0) return new Map();
  const rows = await manager.find(AccountRow, {
    where: { accountId: In(asked) },
    select: { accountId: true, displayName: true },
  });
  return new Map(rows.map(({ accountId, displayName }) => [accountId, displayName]));
}
