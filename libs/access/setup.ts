import type { DataSource } from 'typeorm';
import type { AccountId } from '#libs/kernel/ids';
import { noteAccess } from './access-log.js';
import { AccountRefused } from './account-refused.js';
import { Accounts, checkedHash } from './accounts.js';
import { AccountRow, SetupTokenRow } from './entities.js';
import { newToken, tokenHash } from './sessions.js';

const setupLock = 7_270_008;

/** The first start's one-time link: there is no default password. */
export class Setup {
  constructor(
    private readonly source: DataSource,
    private readonly now: () => number = Date.now,
  ) {}

  /** A new token while nobody has an account, in place of the one before; undefined once somebody has. */
  async issueToken(): Promise<string | undefined> {
    if (await this.source.manager.existsBy(AccountRow, {})) return undefined;
    const token = newToken();
    await this.source.manager.upsert(
      SetupTokenRow,
      { onlyRow: true, tokenHash: tokenHash(token), issuedAt: new Date(this.now()) },
      ['onlyRow'],
    );
    return token;
  }

  isValid(token: string): Promise<boolean> {
    return this.source.manager.existsBy(SetupTokenRow, { tokenHash: tokenHash(token) });
  }

  /** Creates the first system administrator and uses the token up. Throws AccountRefused. */
  async complete(asked: {
    readonly token: string;
    readonly login: string;
    readonly displayName: string;
    readonly password: string;
  }): Promise<AccountId> {
    const passwordHash = await checkedHash(asked.password);
    return this.source.transaction(async (manager) => {
      // Two who hold the link: one of them finds it used.
      await manager.query('select pg_advisory_xact_lock($1)', [setupLock]);
      const { affected } = await manager.delete(SetupTokenRow, { tokenHash: tokenHash(asked.token) });
      if (affected !== 1) throw new AccountRefused('setup_token_must_be_valid');
      const { login, displayName } = asked;
      const accountId = await new Accounts(this.source, this.now).createWithin(manager, {
        login,
        displayName,
        passwordHash,
        grants: [{ role: 'SYSTEM_ADMINISTRATOR' }],
      });
      await noteAccess(manager, { at: new Date(this.now()), act: 'set_up', by: accountId, accountId });
      return accountId;
    });
  }
}
