import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { openHouseOn, type House } from '#libs/house/house';
import { moveLogOn } from '#libs/house/move-log';
import { openSealing } from '#libs/house/sealing';
import { registerTopOrganization } from '#libs/house/top-organization';
import type { Position } from '#libs/event-store/port';
import { systemAccount } from '#libs/access/actor';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { organizationDecider } from '#libs/organization/organization.decider';
import { organizationStream } from '#libs/organization/organization.events';
import { StartRefused } from '#libs/postgres/fault';
import { testDatabase } from '#libs/postgres/test-server';
import { protocolServer } from '../support/eventstoredb/protocol-server.js';

it('a ledger moves from PostgreSQL to EventStoreDB and back with its seals, windows and positions', async () => {
  const [server, database] = [await protocolServer(), await testDatabase()];
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zhice-moved-'));
  const databases = { main: database.main, keys: database.keys, read: database.main };
  const there = { EVENTSTORE_URL: server.url() };
  const top = randomUUID() as OrganizationId;
  const now = (): number => Date.UTC(2026, 6, 1, 2);

  /** Opens the house, has a branch registered in it, windows up to date and everything sealed; answers what was asked of it. */
  const inHouse = async <T>(env: Record<string, string>, work: (house: House) => Promise<T>): Promise<T> => {
    const house = await openHouseOn(databases, { dataDir, env, now });
    try {
      const result = await work(house);
      house.engine.start();
      const head = await house.store.head();
      expect(await house.engine.waitFor(head!, 60_000)).toBe(true);
      const { checkpointer } = openSealing(house, {
        dataDir,
        env,
        onError: (error) => {
          throw error;
        },
      });
      const checkpoint = await checkpointer.checkpoint();
      expect(checkpoint!.size).toBeGreaterThan(0);
      return result;
    } finally {
      await house.close();
    }
  };
  const branch = (house: House, name: string) =>
    house.counter.perform(
      {
        type: 'RegisterPartyOrganization',
        data: {
          organizationId: randomUUID() as OrganizationId,
          parentId: top,
          name,
          unitName: name,
          kind: 'PARTY_BRANCH',
          registeredOn: '2026-02-01' as LocalDate,
        },
      },
      { commandId: randomUUID() as CommandId, by: systemAccount, org: top },
    );
  const names = async (house: House): Promise<string[]> =>
    (await house.read.query<{ name: string }[]>('select name from read.organization_directory order by name')).map(
      ({ name }) => name,
    );

  try {
    const spoken = await inHouse({}, async (house) => {
      await registerTopOrganization(house, {
        organizationId: top,
        name: '示例市委组织部',
        unitName: '示例市委组织部',
        kind: 'CITY_ORGANIZATION_DEPARTMENT',
        registeredOn: '2026-01-01' as LocalDate,
      });
      await branch(house, '甲支部');
      // An event that speaks of a position, for ever in the numbers of the store it was written in.
      house.engine.start();
      const prepared = await house.counter.perform(
        { type: 'PrepareParticipationAnalysis', data: { organizationId: top, year: 2026, period: 'FIRST_HALF' } },
        { commandId: randomUUID() as CommandId, by: systemAccount, org: top },
      );
      for await (const { text } of house.store.readStream(prepared.stream))
        return /"position":"(\d+)"/.exec(text)![1] as Position;
      throw new Error('nothing was prepared');
    });
    await expect(openHouseOn(databases, { dataDir, env: there, now })).rejects.toThrow(StartRefused);
    const moved = await moveLogOn(databases, { env: there, to: 'eventstoredb' });
    expect(moved.there).toBe(0);
    // Told nothing of the move, the database would go on by itself: its windows say that they are of another log.
    await expect(openHouseOn(databases, { dataDir, env: {}, now })).rejects.toThrow(/another log/);
    await inHouse(there, async (house) => {
      expect(house.store.storeId).toMatch(/^eventstoredb-/);
      expect(await names(house)).toEqual(['甲支部', '示例市委组织部'].toSorted());
      expect(house.store.here(spoken)).toMatch(/^\d+:\d+$/);
      const asOf = await house.ledger.loadAsOf(organizationDecider, organizationStream(top), spoken);
      expect(asOf).toMatchObject({ status: 'registered' });
      expect(house.store.compare(spoken, (await house.store.head())!)).toBeLessThan(0);
      await branch(house, '乙支部');
    });
    const back = await moveLogOn(databases, { env: there, to: 'postgres' });
    expect(back.there).toBe(moved.entries);
    expect(back.entries).toBeGreaterThan(moved.entries);
    await inHouse({}, async (house) => {
      expect(house.store.storeId).toMatch(/^postgres-/);
      expect(await names(house)).toEqual(['甲支部', '乙支部', '示例市委组织部'].toSorted());
      await branch(house, '丙支部');
      expect(house.store.compare('0' as Position, (await house.store.head())!)).toBeLessThan(0);
    });
  } finally {
    await server.end();
    await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  }
}, 300_000);
