import { Accounts } from '#libs/access/accounts';
import { roleNames, type Actor, type Grant, type Role } from '#libs/access/actor';
import { newToken } from '#libs/access/sessions';
import type { House } from '#libs/house/house';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';

export const demoLogins = [
  'admin',
  'city',
  'county',
  'office',
  'branch',
  'leader',
  'recorder',
  'street',
  'street-recorder',
  'volunteer',
  'auditor',
] as const;
export type DemoLogin = (typeof demoLogins)[number];

export interface DemoAccountPlan {
  readonly role: Role;
  readonly displayName: string;
  readonly organizationId?: OrganizationId;
  readonly volunteerId?: VolunteerId;
}

export interface CreatedAccount {
  readonly login: string;
  readonly roleName: string;
  /** Random, known to nobody before and stored nowhere: shown once. */
  readonly password: string;
}

const loginOf = (key: DemoLogin): string => `demo-${key}`;

/**
 * The demo's accounts, made where they are missing. A system administrator is made only where nobody has an account yet.
 * With `renewing`, those there get a new password: the run that made them died before it could say theirs.
 */
export async function ensureAccounts(
  { main }: Pick<House, 'main'>,
  plans: Readonly<Record<DemoLogin, DemoAccountPlan>>,
  renewing: boolean,
): Promise<{ readonly actors: ReadonlyMap<DemoLogin, Actor>; readonly created: readonly CreatedAccount[] }> {
  const accounts = new Accounts(main);
  const known = await accounts.list();
  const created: CreatedAccount[] = [];
  const actors = new Map<DemoLogin, Actor>();
  const isWanted = (key: DemoLogin): boolean =>
    key !== 'admin' || known.length === 0 || known.some(({ login }) => login === loginOf(key));
  for (const key of demoLogins.filter(isWanted)) {
    const login = loginOf(key);
    const old = known.find((one) => one.login === login)?.accountId;
    const actor = actorOf(plans[key]);
    const password = newToken().slice(0, 16);
    const accountId = old ?? (await accounts.create({ ...actor, login, password }));
    if (old && renewing) await accounts.resetPassword(old, password);
    if (!old || renewing) created.push({ login, roleName: roleNames[plans[key].role], password });
    actors.set(key, { ...actor, accountId });
  }
  return { actors, created };
}

function actorOf({ role, displayName, organizationId, volunteerId }: DemoAccountPlan): Omit<Actor, 'accountId'> {
  const grants: Grant[] = [{ role, ...(organizationId ? { organizationId } : {}) }];
  return { displayName, grants, ...(volunteerId ? { volunteerId } : {}) };
}
