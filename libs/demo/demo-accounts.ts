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

/** The demo's accounts, made where they are missing. A system administrator is made only where nobody has an account yet. */
export async function ensureAccounts(
  { main }: Pick<House, 'main'>,
  plans: Readonly<Record<DemoLogin, DemoAccountPlan>>,
): Promise<{ readonly actors: ReadonlyMap<DemoLogin, Actor>; readonly created: readonly CreatedAccount[] }> {
  const accounts = new Accounts(main);
  const known = await accounts.list();
  const created: CreatedAccount[] = [];
  const actors = new Map<DemoLogin, Actor>();
  for (const key of demoLogins) {
    const plan = plans[key];
    const login = loginOf(key);
    const grant: Grant = { role: plan.role, ...(plan.organizationId ? { organizationId: plan.organizationId } : {}) };
    const old = known.find((one) => one.login === login);
    if (!old && key === 'admin' && known.length > 0) continue;
    const password = newToken().slice(0, 16);
    const { displayName, volunteerId } = plan;
    const accountId =
      old?.accountId ?? (await accounts.create({ login, displayName, password, volunteerId, grants: [grant] }));
    if (!old) created.push({ login, roleName: roleNames[plan.role], password });
    actors.set(key, { accountId, displayName, grants: [grant], ...(volunteerId ? { volunteerId } : {}) });
  }
  return { actors, created };
}
