import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemAccount } from '#libs/access/actor';
import type { Receipt } from '#libs/event-store/ledger';
import { openHouse, type House } from '#libs/house/house';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { openServer } from '#libs/postgres/server';
import { rebuild } from '#libs/projection-engine/rebuild';
import { eventually } from './support/eventually.js';
import { allEntries, branchOf, expectOncePerCommand, expectStored, expectWhole } from './support/ledger-under-test.js';
import { OwnServer } from './support/own-server.js';

const rounds = 8;
const writers = 8;

describe('The embedded PostgreSQL killed with kill -9 under load', () => {
  let folder: string;
  let house: House;
  const top = randomUUID() as OrganizationId;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-killed-'));
    await chmod(folder, 0o755);
    house = await openHouse({ dataDir: folder, env: {} });
    const names = { name: '示例市委组织部', unitName: '示例市委组织部', kind: 'CITY_ORGANIZATION_DEPARTMENT' } as const;
    await registerTopOrganization(house, { organizationId: top, ...names, registeredOn: '2026-01-01' as LocalDate });
    house.engine.start();
  });

  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(`7: ${rounds} times loses nothing that was acknowledged, and stores nothing twice`, async () => {
    const acknowledged: Receipt[] = [];
    let writing = true;
    /** Gives one command until it is acknowledged, as the product's clients do. */
    const write = async (): Promise<void> => {
      const [organizationId, commandId] = [randomUUID() as OrganizationId, randomUUID() as CommandId];
      const command = { type: 'RegisterPartyOrganization', data: branchOf(top, organizationId) };
      const give = (): Promise<Receipt | undefined> =>
        house.counter.perform(command, { commandId, by: systemAccount, org: top }).catch(() => undefined);
      acknowledged.push(await eventually('it is acknowledged', give));
    };
    const all = Array.from({ length: writers }, async () => {
      while (writing) await write();
    });
    for (let round = 0; round < rounds; round++) {
      const before = acknowledged.length;
      await eventually('some are acknowledged', () => acknowledged.length > before + 20);
      await sleep(round * 5);
      process.kill(parseInt(await readFile(path.join(folder, 'pg/postmaster.pid'), 'utf8'), 10), 'SIGKILL');
    }
    const before = acknowledged.length;
    await eventually('some are acknowledged after the last kill', () => acknowledged.length > before + 20);
    writing = false;
    await Promise.all(all);
    const entries = await allEntries(house.store);
    expectStored(entries, acknowledged);
    expectOncePerCommand(entries);
    await expectWhole(house.store.log, entries);
    await house.engine.catchUp();
    const rebuilt = await rebuild(house.followerParts, () => undefined);
    expect(rebuilt.filter((table) => table.before !== table.after)).toEqual([]);
  });
});

describe('A PostgreSQL that would lose what it acknowledged', () => {
  let server: OwnServer;

  beforeAll(async () => {
    server = await OwnServer.start();
    await server.make('ledger');
  });
  afterAll(() => server.end());

  it.each(['synchronous_commit', 'fsync', 'full_page_writes'])(
    '8: with %s off is refused at the start',
    async (setting) => {
      await server.stop();
      await server.startAgain([`${setting}=off`]);
      const { host, port, user } = server.connection;
      const env = { DATABASE_URL: `postgres://${user}@${host}:${port}/ledger` };
      await expect(openServer({ dataDir: '/nowhere', env })).rejects.toThrow(new RegExp(`${setting} 已被关闭`));
    },
  );
});
