import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Role } from '#libs/access/actor';
import { openHouseOn, type House, type HouseOptions } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { LocalDate } from '#libs/kernel/time';
import type { AccountId, CommandId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { testDatabase } from '#libs/postgres/test-server';
import { testStore } from './test-store.js';

export interface TestHouse {
  readonly house: House;
  /** The organization above all others. */
  readonly top: OrganizationId;
  /** An account of its own with these roles on the top organization. */
  actor(...roles: readonly Role[]): Actor;
  close(): Promise<void>;
}

/** A house on fresh databases of the shared test server, with its own key files; the clock stands unless told otherwise. */
export async function openTestHouse(options: Partial<HouseOptions> = {}): Promise<TestHouse> {
  const databases = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'zhice-house-'));
  const store = await testStore();
  const house = await openHouseOn(
    { main: databases.main, keys: databases.keys, read: databases.main },
    { dataDir, ...options, env: { ...store.env, ...options.env } },
  );
  const top = randomUUID() as OrganizationId;
  await registerTopOrganization(house, { organizationId: top, name: '示例市委组织部', unitName: '示例市委组织部', kind: 'CITY_ORGANIZATION_DEPARTMENT', registeredOn: '2026-01-01' as LocalDate });
  return {
    house,
    top,
    actor: (...roles) => actorOf(top, roles),
    close: async () => {
      await house.close();
      await store.end();
      await databases.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const actorOf = (organizationId: OrganizationId, roles: readonly Role[], volunteerId?: VolunteerId): Actor => ({
  accountId: randomUUID() as AccountId,
  displayName: '测试账号',
  grants: roles.map((role) => ({ role, organizationId })),
  ...(volunteerId ? { volunteerId } : {}),
});

export const newCommandId = (): CommandId => randomUUID() as CommandId;
