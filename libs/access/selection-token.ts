import { createHash } from 'node:crypto';
import type { AccountId } from '#libs/kernel/ids';
import type { MasterKey } from '#libs/privacy/master-key';

/** What somebody chose in a register, as the server said it: filters to ask again, and how many and who it was. */
export interface Selection {
  /** Of which register: a token of another one chooses nothing. */
  readonly register: string;
  /** A query string of codes, ids and days. */
  readonly filters: string;
  /** What was looked for by name; inside the token only under the master key. */
  readonly text?: string | undefined;
  /** Lines ticked one by one, where not everything that the filters find. */
  readonly ids?: readonly string[] | undefined;
  readonly count: number;
  readonly digest: string;
}

const validMilliseconds = 30 * 60_000;

/** Tells one set of lines from another, in whatever order, without naming anybody. */
export const digestOf = (ids: readonly string[]): string =>
  createHash('sha256').update(ids.toSorted().join(',')).digest('base64url');

/** Opaque and for one account: nobody else, and no other installation, can open or make one. */
export function sealSelection(
  master: Pick<MasterKey, 'wrap'>,
  of: { readonly accountId: AccountId; readonly now: number },
  selection: Selection,
): string {
  const content = JSON.stringify({ ...selection, at: of.now });
  return master.wrap(Buffer.from(content, 'utf8'), placeOf(of.accountId)).toString('base64url');
}

/** Undefined for one that is no token of this account, or older than half an hour. */
export function openSelection(
  master: Pick<MasterKey, 'unwrap'>,
  of: { readonly accountId: AccountId; readonly now: number },
  token: string,
): Selection | undefined {
  try {
    const content = master.unwrap(Buffer.from(token, 'base64url'), placeOf(of.accountId)).toString('utf8');
    const { at, ...selection } = JSON.parse(content) as Selection & { readonly at: number };
    return of.now - at <= validMilliseconds ? selection : undefined;
  } catch {
    return undefined;
  }
}

const placeOf = (accountId: AccountId): string => `selection|${accountId}`;
