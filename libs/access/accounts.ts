import { randomUUID } from 'node:crypto';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';
import type { AccountId, VolunteerId } from '#libs/kernel/ids';
import { noteAccess } from './access-log.js';
import { AccountRefused } from './account-refused.js';
import type { Actor, Grant } from './actor.js';
import { AccountRow, SessionRow } from './entities.js';
import { accountWith, addGrant, administratorRemains, grantsOf, removeGrant } from './grants.js';
import { hashPassword, passwordFault, passwordMatches } from './passwords.js';

export interface NewAccount {
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly volunteerId?: VolunteerId | undefined;
  readonly grants?: readonly Grant[];
  /** The one who creates the account chose the password: it must be changed before anything else. */
  readonly passwordIsTemporary?: boolean;
}

export interface AccountListing {
  readonly accountId: AccountId;
  readonly login: string;
  readonly displayName: string;
  readonly volunteerId: VolunteerId | null;
  readonly disabledAt: Date | null;
  readonly grants: readonly Grant[];
}

const loginPattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u;
const displayNameCodePointsMax = 50;
/** Grants of all accounts change one after the other, so that the last administrator cannot be lost in a race. */
const accountsLock = 7_270_007;

/** Logins are compared without case and width. */
export const loginOf = (typed: string): string => typed.slice(0, 200).normalize('NFKC').trim().toLowerCase();

/** Accounts and their roles. Every act is written to the access log. Acts throw AccountRefused and PasswordsBusy. */
export class Accounts {
  constructor(
    private readonly source: DataSource,
    private readonly now: () => number = Date.now,
  ) {}

  /** `by` is the administrator; absent at set-up and for the operator at the command line. */
  async create(asked: NewAccount, by?: AccountId): Promise<AccountId> {
    const passwordHash = await checkedHash(asked.password);
    return this.change((manager) => this.createWithin(manager, { ...asked, passwordHash }, by));
  }

  /** For set-up, which creates the account in its own transaction. */
  async createWithin(
    manager: EntityManager,
    asked: Omit<NewAccount, 'password'> & { readonly passwordHash: string },
    by?: AccountId,
  ): Promise<AccountId> {
    const { login, displayName } = named(asked);
    const { volunteerId = null, grants = [], passwordHash, passwordIsTemporary = false } = asked;
    const accountId = randomUUID() as AccountId;
    const at = this.at();
    const row = { accountId, login, displayName, volunteerId, passwordHash, passwordIsTemporary };
    try {
      await manager.insert(AccountRow, { ...row, createdAt: at, disabledAt: null });
    } catch (error) {
      throw isTakenLogin(error) ? new AccountRefused('login_must_be_free') : error;
    }
    await noteAccess(manager, { at, act: 'account_created', by, accountId });
    for (const grant of grants) await addGrant(manager, { accountId, grant, by, at });
    return accountId;
  }

  /** Counts at once, also for whoever has signed in. Granting what is held already changes nothing. */
  grant(accountId: AccountId, grant: Grant, by?: AccountId): Promise<void> {
    return this.change((manager) => addGrant(manager, { accountId, grant, by, at: this.at() }));
  }

  revoke(accountId: AccountId, grant: Grant, by?: AccountId): Promise<void> {
    return this.change((manager) => removeGrant(manager, { accountId, grant, by, at: this.at() }));
  }

  /** Ends every session of the account at once. */
  disable(accountId: AccountId, by?: AccountId): Promise<void> {
    return this.change(async (manager) => {
      if (accountId === by) throw new AccountRefused('nobody_disables_themselves');
      const { disabledAt } = await accountWith(manager, accountId);
      if (disabledAt) return;
      const at = this.at();
      await manager.update(AccountRow, { accountId }, { disabledAt: at });
      await manager.delete(SessionRow, { accountId });
      await administratorRemains(manager);
      await noteAccess(manager, { at, act: 'account_disabled', accountId, by });
    });
  }

  enable(accountId: AccountId, by?: AccountId): Promise<void> {
    return this.change(async (manager) => {
      const { disabledAt } = await accountWith(manager, accountId);
      if (!disabledAt) return;
      await manager.update(AccountRow, { accountId }, { disabledAt: null });
      await noteAccess(manager, { at: this.at(), act: 'account_enabled', accountId, by });
    });
  }

  /** One's own password. Ends every session of the account: the caller opens a new one. */
  async changePassword(
    accountId: AccountId,
    { password, newPassword }: { readonly password: string; readonly newPassword: string },
  ): Promise<void> {
    const account = await accountWith(this.source.manager, accountId);
    if (!(await passwordMatches(account.passwordHash, password))) throw new AccountRefused('password_must_match');
    if (await passwordMatches(account.passwordHash, newPassword)) throw new AccountRefused('password_must_change');
    await this.storePassword(
      accountId,
      { passwordHash: await checkedHash(newPassword), passwordIsTemporary: false },
      accountId,
    );
  }

  /** Somebody else's, forgotten: temporary until its owner has changed it. */
  async resetPassword(accountId: AccountId, newPassword: string, by?: AccountId): Promise<void> {
    const passwordHash = await checkedHash(newPassword);
    await this.storePassword(accountId, { passwordHash, passwordIsTemporary: true }, by);
  }

  async list(): Promise<readonly AccountListing[]> {
    const accounts = await this.source.manager.find(AccountRow, { order: { login: 'ASC' } });
    const grants = await grantsOf(this.source.manager);
    return accounts.map(({ accountId, login, displayName, volunteerId, disabledAt }) => ({
      accountId,
      login,
      displayName,
      volunteerId,
      disabledAt,
      grants: grants.get(accountId) ?? [],
    }));
  }

  /** Undefined for a wrong password, an unknown or a disabled account, all in the same time. Throttling is the caller's. */
  async signIn(
    login: string,
    password: string,
  ): Promise<(Actor & { readonly passwordIsTemporary: boolean }) | undefined> {
    const { manager } = this.source;
    const account = await manager.findOneBy(AccountRow, { login: loginOf(login) });
    const matches = await passwordMatches(account?.passwordHash, password);
    const accountId = account?.accountId;
    if (!account || !matches || account.disabledAt) {
      await noteAccess(manager, { at: this.at(), act: 'sign_in_failed', accountId });
      return undefined;
    }
    await noteAccess(manager, { at: this.at(), act: 'signed_in', by: account.accountId, accountId: account.accountId });
    const { displayName, volunteerId, passwordIsTemporary } = account;
    const grants = (await grantsOf(manager, account.accountId)).get(account.accountId) ?? [];
    return {
      accountId: account.accountId,
      displayName,
      grants,
      passwordIsTemporary,
      ...(volunteerId ? { volunteerId } : {}),
    };
  }

  private at(): Date {
    return new Date(this.now());
  }

  private change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [accountsLock]);
      return work(manager);
    });
  }

  private storePassword(
    accountId: AccountId,
    stored: Pick<AccountRow, 'passwordHash' | 'passwordIsTemporary'>,
    by: AccountId | undefined,
  ): Promise<void> {
    return this.change(async (manager) => {
      await accountWith(manager, accountId);
      await manager.update(AccountRow, { accountId }, stored);
      await manager.delete(SessionRow, { accountId });
      const act = by === accountId ? 'password_changed' : 'password_reset';
      await noteAccess(manager, { at: this.at(), act, accountId, by });
    });
  }
}

/** Throws AccountRefused for a password too short or too long. */
export function checkedHash(password: string): Promise<string> {
  if (passwordFault(password) !== undefined) throw new AccountRefused('password_must_be_long_enough');
  return hashPassword(password);
}

function named(asked: Pick<NewAccount, 'login' | 'displayName'>): { login: string; displayName: string } {
  const login = loginOf(asked.login);
  if (!loginPattern.test(login)) throw new AccountRefused('login_must_be_well_formed');
  const displayName = asked.displayName.normalize('NFC').trim();
  if (displayName === '' || [...displayName].length > displayNameCodePointsMax)
    throw new AccountRefused('display_name_must_be_given');
  return { login, displayName };
}

const isTakenLogin = (error: unknown): boolean =>
  error instanceof QueryFailedError && error.message.includes('account_login_key');
