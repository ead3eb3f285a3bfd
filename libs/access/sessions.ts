import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { Together } from '#libs/postgres/together';
import { noteAccess } from './access-log.js';
import type { Actor, Role } from './actor.js';
import { SessionRow } from './entities.js';

export const sessionIdleMinutesMax = 30;
export const sessionHoursMax = 12;
const minute = 60_000;
// Written at most once a minute: a page that asks ten questions is seen once.
const seenMinutesStep = 1;

export interface SignedIn {
  readonly actor: Actor;
  readonly login: string;
  readonly passwordIsTemporary: boolean;
}

/** One of an account's own sessions, as its owner is shown it. */
export interface OpenSession {
  readonly openedAt: string;
  readonly seenAt: string;
  /** The one that asks. */
  readonly isThis: boolean;
}

interface Found {
  token_hash: Buffer;
  account_id: AccountId;
  login: string;
  display_name: string;
  volunteer_id: VolunteerId | null;
  password_is_temporary: boolean;
  seen_at: Date;
  grants: readonly { role: Role; organizationId: OrganizationId | null }[];
}

const find = {
  name: 'sessions_together',
  text: `select s.token_hash, a.account_id, a.login, a.display_name, a.volunteer_id, a.password_is_temporary, s.seen_at,
      (select coalesce(json_agg(json_build_object('role', g.role, 'organizationId', g.organization_id)), '[]')
       from access.role_grant g where g.account_id = a.account_id) as grants
    from access.session s join access.account a using (account_id)
    where s.token_hash = any($1::bytea[]) and a.disabled_at is null and s.seen_at > $2 and s.opened_at > $3`,
};

/** A token of 256 random bits in base64url; only its SHA-256 is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * Sessions live on the server and are asked anew for each request, those of one turn of the event loop together: logout,
 * disabling and role changes count at once.
 */
export class Sessions {
  private readonly together = new Together((keys: readonly Buffer[]) => this.find(keys));

  constructor(
    private readonly source: DataSource,
    private readonly pool: Pick<pg.Pool, 'query'>,
    private readonly now: () => number = Date.now,
  ) {}

  async open(accountId: AccountId): Promise<string> {
    const token = newToken();
    const at = new Date(this.now());
    await this.source.manager.insert(SessionRow, { tokenHash: tokenHash(token), accountId, openedAt: at, seenAt: at });
    await this.removeExpired();
    return token;
  }

  /** Undefined for a session that ended, idled for 30 minutes or is 12 hours old, and for a disabled account. */
  async signedIn(token: string): Promise<SignedIn | undefined> {
    const key = tokenHash(token);
    const found = await this.together.ask(key);
    if (!found) return undefined;
    const now = this.now();
    if (now - found.seen_at.getTime() >= seenMinutesStep * minute)
      await this.source.manager.update(SessionRow, { tokenHash: key }, { seenAt: new Date(now) });
    const { account_id: accountId, login, display_name: displayName, volunteer_id: volunteerId, grants } = found;
    const actor: Actor = {
      accountId,
      displayName,
      grants: grants.map(({ role, organizationId }) => ({ role, ...(organizationId ? { organizationId } : {}) })),
      ...(volunteerId ? { volunteerId } : {}),
    };
    return { actor, login, passwordIsTemporary: found.password_is_temporary };
  }

  /** Logout. Nothing happens for a token that is not known. */
  async close(token: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const session = await manager.findOneBy(SessionRow, { tokenHash: tokenHash(token) });
      if (!session) return;
      const { accountId } = session;
      await manager.delete(SessionRow, { tokenHash: session.tokenHash });
      await noteAccess(manager, { at: new Date(this.now()), act: 'signed_out', by: accountId, accountId });
    });
  }

  /** Those that are good for anything now, newest first. */
  async list(accountId: AccountId, token: string): Promise<readonly OpenSession[]> {
    const { rows } = await this.pool.query<{ token_hash: Buffer; opened_at: Date; seen_at: Date }>(
      `select token_hash, opened_at, seen_at from access.session
       where account_id = $1 and seen_at > $2 and opened_at > $3 order by opened_at desc, token_hash`,
      [accountId, ...this.limits(this.now())],
    );
    const own = tokenHash(token);
    return rows.map(({ token_hash: hash, opened_at: openedAt, seen_at: seenAt }) => ({
      openedAt: openedAt.toISOString(),
      seenAt: seenAt.toISOString(),
      isThis: hash.equals(own),
    }));
  }

  /** Signs the account out wherever it is signed in, here too. */
  async closeAll(accountId: AccountId): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.delete(SessionRow, { accountId });
      const act = 'signed_out_everywhere';
      await noteAccess(manager, { at: new Date(this.now()), act, by: accountId, accountId });
    });
  }

  private async find(keys: readonly Buffer[]): Promise<(Found | undefined)[]> {
    const { rows } = await this.pool.query<Found>({ ...find, values: [keys, ...this.limits(this.now())] });
    const found = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
    return keys.map((key) => found.get(key.toString('hex')));
  }

  private limits(now: number): [seenAfter: Date, openedAfter: Date] {
    return [new Date(now - sessionIdleMinutesMax * minute), new Date(now - sessionHoursMax * 60 * minute)];
  }

  private async removeExpired(): Promise<void> {
    await this.source.query(
      'delete from access.session where seen_at <= $1 or opened_at <= $2',
      this.limits(this.now()),
    );
  }
}
