import type { EntityManager } from 'typeorm';
import type { AccountId, OrganizationId } from '#libs/kernel/ids';
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
  /** A rule kept somebody from deciding on their own case, or on what they had recorded themselves. */
  | 'self_dealing_refused'
  /** One person's entries with their proofs were taken away as a file. */
  | 'bundle_taken'
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

/** What was tried and not done. */
export const refusedActs = ['self_dealing_refused', 'denied'] as const;

export interface RefusedLine {
  /** For the next page: `before`. */
  readonly n: string;
  readonly at: Date;
  readonly act: (typeof refusedActs)[number];
  readonly byAccount: AccountId | null;
  readonly byName: string | null;
  /** Codes and ids: the command, the rule or the reason, the organization. */
  readonly details: Readonly<Record<string, string>>;
}

/**
 * What was tried and refused, newest first: in the organizations of the scope, or by somebody with a role in them. `before` is the
 * `n` of the last line seen.
 */
export function readRefused(
  manager: EntityManager,
  asked: {
    readonly act?: RefusedLine['act'] | undefined;
    readonly scope: readonly OrganizationId[];
    readonly before?: string | undefined;
    readonly limit: number;
  },
): Promise<RefusedLine[]> {
  return manager.query<RefusedLine[]>(
    `select l.n::text, l.at, l.act, l.by_account as "byAccount", a.display_name as "byName", l.details
     from access.access_log l left join access.account a on a.account_id = l.by_account
     where l.act = any($1) and ($3::bigint is null or l.n < $3)
       and case when l.details ? 'organizationId' then (l.details->>'organizationId')::uuid = any($2)
         else exists (select from access.role_grant g where g.account_id = l.by_account and g.organization_id = any($2)) end
     order by l.n desc limit $4`,
    [asked.act ? [asked.act] : refusedActs, asked.scope, asked.before ?? null, asked.limit],
  );
}
