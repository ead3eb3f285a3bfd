import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PoolConfig } from 'pg';
import { Accounts } from '#libs/access/accounts';
import type { Role } from '#libs/access/actor';
import { Sessions } from '#libs/access/sessions';
import { entryOf } from '#libs/event-store/codec';
import type { Receipt } from '#libs/event-store/ledger';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import { openHouseOn, type Databases, type House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { testDatabase } from '#libs/postgres/test-server';
import { leafHash } from '#libs/proof/entry';
import { rebuild } from '#libs/projection-engine/rebuild';
import { LogCheck } from '../../../apps/cli/src/log-check.js';
import type { Answer, Env } from './product.js';

const password = '春天的晚上我们去敬老院服务';

interface Place {
  readonly databases: Databases;
  readonly dataDir: string;
  readonly drop: () => Promise<void>;
}

/** A ledger on PostgreSQL with its top organization, seen past every fault: directly, by the test itself. */
export class LedgerUnderTest {
  private constructor(
    readonly house: House,
    private readonly place: Place,
    readonly top: OrganizationId,
  ) {}

  get databases(): Databases {
    return this.place.databases;
  }

  get dataDir(): string {
    return this.place.dataDir;
  }

  /** On databases of its own on the shared test server, or on those given. */
  static async open(given?: { readonly main: PoolConfig; readonly keys: PoolConfig }): Promise<LedgerUnderTest> {
    const { main, keys, drop } = given ? { ...given, drop: () => Promise.resolve() } : await testDatabase();
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zhice-fault-'));
    const databases = { main, keys, read: main };
    const house = await openHouseOn(databases, { dataDir, env: {} });
    const top = randomUUID() as OrganizationId;
    const names = { name: '示例市委组织部', unitName: '示例市委组织部', kind: 'CITY_ORGANIZATION_DEPARTMENT' } as const;
    await registerTopOrganization(house, { organizationId: top, ...names, registeredOn: '2026-01-01' as LocalDate });
    return new LedgerUnderTest(house, { databases, dataDir, drop }, top);
  }

  private isOpen = true;

  /** Ends the test's own house, for a command that must be alone. */
  async letGo(): Promise<void> {
    if (this.isOpen) await this.house.close();
    this.isOpen = false;
  }

  async close(): Promise<void> {
    await this.letGo();
    await this.place.drop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** For a process of the product; `at` is another way to the same server. */
  env(at: PoolConfig = this.databases.main): Env {
    return { DATA_DIR: this.dataDir, DATABASE_URL: urlOf(at) };
  }

  /** The cookie of somebody who has signed in with these roles on the top organization. */
  async cookie(...roles: readonly Role[]): Promise<string> {
    const { main, mainPool } = this.house;
    const grants = roles.map((role) =>
      role === 'SYSTEM_ADMINISTRATOR' ? { role } : { role, organizationId: this.top },
    );
    const accountId = await new Accounts(main).create({
      login: `u${randomUUID().slice(0, 8)}`,
      displayName: '测试账号',
      password,
      grants,
    });
    return `zhice_session=${await new Sessions(main, mainPool).open(accountId)}`;
  }

  /** An account for the command line. */
  async account(login: string, role: Role): Promise<string> {
    await new Accounts(this.house.main).create({
      login,
      displayName: '测试账号',
      password,
      grants: [{ role, organizationId: this.top }],
    });
    return password;
  }

  async entries(): Promise<StoredEntry[]> {
    return allEntries(this.house.store);
  }

  /** Entries of one command, in the order of the log. */
  async entriesOf(commandId: string): Promise<StoredEntry[]> {
    return (await this.entries()).filter((stored) => entryOf(stored).cmd === commandId);
  }

  /**
   * What holds after every run: what was acknowledged is stored, no command twice, every chain, place and signature right
   * by the product's own check, and the windows are what a replay makes them.
   */
  async isSound(acknowledged: readonly Receipt[] = []): Promise<void> {
    const entries = await this.entries();
    expectStored(entries, acknowledged);
    expectOncePerCommand(entries);
    await expectWhole(this.house.store.log, entries);
    await this.house.engine.catchUp();
    const rebuilt = await rebuild(this.house.followerParts, () => undefined);
    expect(rebuilt.filter(({ before, after }) => before !== after)).toEqual([]);
  }
}

export function urlOf({
  host = '127.0.0.1',
  port = 5432,
  user = 'zhice',
  password,
  database = '',
}: PoolConfig): string {
  const who = typeof password === 'string' ? `${user}:${encodeURIComponent(password)}` : user;
  return host.startsWith('/')
    ? `postgres://${who}@localhost/${database}?host=${encodeURIComponent(host)}`
    : `postgres://${who}@${host}:${port}/${database}`;
}

export async function allEntries(store: EventStore): Promise<StoredEntry[]> {
  const found: StoredEntry[] = [];
  for (let after: Position | null = null; ;) {
    const page = await store.readAll(after, 5_000);
    found.push(...page.entries);
    if (page.end) return found;
    after = page.last;
  }
}

export function expectStored(entries: readonly StoredEntry[], acknowledged: readonly Receipt[]): void {
  const at = new Map(entries.map((entry) => [entry.position, entry]));
  const lost = acknowledged.filter(({ stream, revision, position, leafHash: leaf }) => {
    const entry = at.get(position);
    return entry?.stream !== stream || entry.revision !== revision || leafHash(entry.text) !== leaf;
  });
  expect(lost).toEqual([]);
}

/** All entries of a command stand behind each other in one stream: two appends of it would not. */
export function expectOncePerCommand(entries: readonly StoredEntry[]): void {
  const places = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const { cmd } = entryOf(entry);
    places.set(cmd, [...(places.get(cmd) ?? []), entry]);
  }
  const scattered = [...places.values()].filter((group) =>
    group.some(
      ({ stream, revision, id }, i) =>
        stream !== group[0]!.stream ||
        revision !== group[0]!.revision + i ||
        group.some((other, j) => j !== i && other.id === id),
    ),
  );
  expect(scattered).toEqual([]);
}

export async function expectWhole(log: string, entries: readonly StoredEntry[]): Promise<void> {
  const check = new LogCheck({ log, entriesUpTo: (position) => Number(position) + 1 });
  await check.take(entries);
  expect(check.findings).toEqual([]);
}

/** The receipt of an answer that acknowledged a command. */
export const receiptOf = ({ status, text }: Answer): Receipt => {
  expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
  return JSON.parse(text) as Receipt;
};

/** A Party branch below the top: two entries, since a key is bound first. */
export const branchOf = (top: OrganizationId, organizationId: string = randomUUID()): object => ({
  organizationId,
  kind: 'PARTY_BRANCH',
  parentId: top,
  registeredOn: '2026-01-05',
  name: '示例中心党支部',
  unitName: '示例中心',
});

export const countOf = (fullMembers: number): object => ({
  fullMembers,
  probationaryMembers: 0,
  countedOn: '2026-01-05',
});
