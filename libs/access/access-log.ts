import type { EntityManager } from 'typeorm';
import type { AccountId } from '#libs/kernel/ids';
import { AccessLogRow } from './entities.js';

export type AccessAct =
  | 'set_up'
  | 'account_created'
  | 'account_disabled'
  | 'account_enabled'
  | 'role_granted'
  | 'role_revoked'
  | 'password_changed'
  | 'password_reset'
  | 'signed_in'
  | 'sign_in_failed'
  | 'signed_out'
  | 'signed_out_everywhere'
  /** A command or a reading that the roles of the account did not allow. */
  | 'denied'
  /** Phones, ID numbers and the like were decrypted to be shown. */
  | 'sealed_data_opened';

export interface AccessLogEntry {
  readonly at: Date;
  readonly act: AccessAct;
  readonly by?: AccountId | undefined;
  readonly accountId?: AccountId | undefined;
  /** Codes and ids only: no names, no logins, nothing somebody typed. */
  readonly details?: Readonly<Record<string, string>> | undefined;
}

/** Adds one line to the access log, in the transaction of `manager`. */
export async function noteAccess(
  manager: EntityManager,
  { at, act, by, accountId, details }: AccessLogEntry,
): Promise<void> {
  await manager.insert(AccessLogRow, {
    at,
    act,
    byAccount: by ?? null,
    accountId: accountId ?? null,
    details: details ?? {},
  });
}

/** Newest first; `before` is the `n` of the last line seen. */
export async function readAccessLog(
  manager: EntityManager,
  asked: { readonly before?: string | undefined; readonly limit: number },
): Promise<AccessLogRow[]> {
  const query = manager.createQueryBuilder(AccessLogRow, 'l').orderBy('l.n', 'DESC').limit(asked.limit);
  return asked.before === undefined
    ? query.getMany()
    : query.where('l.n < :before', { before: asked.before }).getMany();
}
