import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { systemAccount } from '#libs/access/actor';
import type { Receipt } from '#libs/event-store/ledger';
import type { CommandId, OrganizationId } from '#libs/kernel/ids';
import { rebuild } from '#libs/projection-engine/rebuild';
import { eventually } from './support/eventually.js';
import { branchOf, countOf, LedgerUnderTest } from './support/ledger-under-test.js';
import { Started, type ProductProcess } from './support/product.js';

describe('Projectors on a ledger that is being written', () => {
  const started = new Started();
  const acknowledged: Receipt[] = [];
  const branches: OrganizationId[] = [];
  let ledger: LedgerUnderTest;

  const perform = async (type: string, data: object, organizationId: OrganizationId): Promise<void> => {
    const context = { commandId: randomUUID() as CommandId, by: systemAccount, org: organizationId };
    acknowledged.push(await ledger.house.counter.perform({ type, data }, context));
  };

  /** Branches with two counts each: rows that are inserted and rows that are updated. */
  const write = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i++) {
      const organizationId = randomUUID() as OrganizationId;
      branches.push(organizationId);
      await perform('RegisterPartyOrganization', branchOf(ledger.top, organizationId), organizationId);
      for (const members of [1, 2])
        await perform('StatePartyMemberCount', { organizationId, ...countOf(members) }, organizationId);
    }
  };

  const projector = (): Promise<ProductProcess> => started.projector(ledger.env());

  const followed = async (): Promise<void> => {
    const head = await ledger.house.store.head();
    await eventually('the windows have seen the log', () => ledger.house.engine.waitFor(head!, 1_000));
  };

  const hashes = async (): Promise<Readonly<Record<string, string>>> =>
    Object.fromEntries(
      (await rebuild(ledger.house.followerParts, () => undefined)).map(({ table, before, after }) => [
        table,
        expectSame(before, after),
      ]),
    );

  const expectSame = (before: string | null, after: string): string => {
    expect(before).toBe(after);
    return after;
  };

  beforeAll(async () => {
    ledger = await LedgerUnderTest.open();
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
  });

  it('4: killed with kill -9 at any point of a batch count nothing twice and leave nothing out', async () => {
    for (const milliseconds of [0, 15, 40]) {
      const one = await projector();
      await one.says(/投影进程已启动/);
      const writing = write(60);
      await sleep(300 + milliseconds);
      await one.kill();
      await writing;
    }
    const last = await projector();
    await followed();
    await last.kill('SIGTERM');
    await hashes();
  });

  it('17: two at once come to the rows of a single run', async () => {
    const both = await Promise.all([projector(), projector()]);
    await write(60);
    await followed();
    for (const one of both) await one.kill('SIGTERM');
    await hashes();
  });

  it('24: a rebuild beside writers and readers leaves no moment without the table, and the figures equal', async () => {
    const one = await projector();
    await one.says(/投影进程已启动/);
    const writing = write(60);
    let seen = 0;
    let reading = true;
    const readers = (async () => {
      while (reading) {
        const [row] = await ledger.house.read.query<{ n: number }[]>(
          'select count(*)::int as n from read.organization_directory',
        );
        // Never fewer than before: no empty and no half-built book.
        expect(row!.n).toBeGreaterThanOrEqual(seen);
        seen = row!.n;
      }
    })();
    await rebuild(ledger.house.followerParts, () => undefined);
    await writing;
    await followed();
    reading = false;
    await readers;
    await one.kill('SIGTERM');
    await hashes();
  });

  it('24: zhice rebuild, told to stop while a reader keeps a table, leaves the book as it was; asked again, it ends', async () => {
    await ledger.house.engine.catchUp();
    const { pool } = ledger.house.followerParts;
    const book = async (): Promise<unknown[]> =>
      (await pool.query<object>('select * from read.organization_directory order by organization_id')).rows;
    const before = await book();
    // As the owner, since what the sessions of others are at is not shown to a follower; looked at from outside the transaction.
    const [reader, owner] = [new pg.Client(ledger.databases.main), new pg.Client(ledger.databases.main)];
    await Promise.all([reader.connect(), owner.connect()]);
    const waiting = async (): Promise<boolean> => {
      // All tables are named in it, more than PostgreSQL shows of a statement.
      const one = "query like 'lock table read.checkpoint, %' and wait_event_type = 'Lock'";
      return (await owner.query(`select 1 from pg_stat_activity where ${one}`)).rows.length > 0;
    };
    await reader.query('begin');
    await reader.query('select 1 from read.organization_directory limit 1');
    try {
      const cut = await started.zhice(ledger.env(), ['rebuild']);
      await eventually('it wants the place of the tables, one of which is being read', waiting);
      expect(await cut.kill('SIGTERM')).toBe(130);
      expect(await book()).toEqual(before);
    } finally {
      await reader.query('commit');
      await Promise.all([reader.end(), owner.end()]);
    }
    // Commands go on meanwhile, and are in the book that takes the place of the old one.
    await write(5);
    const again = await started.zhice(ledger.env(), ['rebuild']);
    expect([await again.gone, again.said]).toEqual([0, expect.stringMatching(/已重建 \d+ 张表/)]);
    expect(await book()).toHaveLength(branches.length + 1);
    await hashes();
  });

  it('25: rows of another version of the folds, or changed by hand, are not believed but made again', async () => {
    await ledger.house.engine.catchUp();
    const right = await hashes();
    const { pool } = ledger.house.followerParts;
    await pool.query("update read.checkpoint set version = version + 1 where name = 'organization-directory'");
    await pool.query('delete from read.organization_directory');
    const one = await projector();
    await one.says(/投影进程已启动/);
    await one.kill('SIGTERM');
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from read.organization_directory');
    expect(rows[0]!.n).toBe(branches.length + 1);
    expect(await hashes()).toEqual(right);
  });

  it('leaves a sound ledger behind', () => ledger.isSound(acknowledged));
});
