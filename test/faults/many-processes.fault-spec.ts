import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Receipt } from '#libs/event-store/ledger';
import type { OrganizationId } from '#libs/kernel/ids';
import { eventually } from './support/eventually.js';
import { branchOf, countOf, LedgerUnderTest, receiptOf } from './support/ledger-under-test.js';
import { OwnServer } from './support/own-server.js';
import { Started, type Api, type ProductProcess } from './support/product.js';

const leaseMillisecondsMax = 6_000;

/** Who leads the windows, by the row of the lease and the clock of the database. */
interface Lease {
  readonly pid: number;
  readonly epoch: number;
  /** Until somebody else may take it; below 0 when anybody may. */
  readonly left: number;
}

describe('Three APIs and three projectors on one PostgreSQL', () => {
  const started = new Started();
  const acknowledged: Receipt[] = [];
  let server: OwnServer;
  let ledger: LedgerUnderTest;
  let office: string;
  let apis: Api[];
  let projectors: ProductProcess[];
  let branches = 1;

  beforeAll(async () => {
    // Six processes, each with its pools.
    server = await OwnServer.start({ settings: ['max_connections=300'] });
    ledger = await LedgerUnderTest.open(await server.makePair());
    office = await ledger.cookie('CITY_OFFICE');
    apis = await Promise.all([0, 1, 2].map(() => started.api(ledger.env())));
    projectors = await Promise.all([0, 1, 2].map(() => started.projector(ledger.env())));
    for (const one of projectors) await one.says(/投影进程已启动/);
  });

  afterEach(() => {
    for (const one of all()) one.child.kill('SIGCONT');
  });

  afterAll(async () => {
    await started.end();
    await ledger.close();
    await server.end();
  });

  const isThere = (one: ProductProcess): boolean => one.child.exitCode === null && one.child.signalCode === null;
  const all = (): ProductProcess[] => [...apis.map(({ process }) => process), ...projectors].filter(isThere);

  const lease = async (): Promise<Lease> => {
    const { rows } = await ledger.house.followerParts.pool.query<{ owner: string; epoch: string; left: number }>(
      `select owner, epoch, greatest(-1e9, extract(epoch from expires_at - clock_timestamp()) * 1000)::float8 as left
       from read.lease where name = 'windows'`,
    );
    const { owner, epoch, left } = rows[0]!;
    return { pid: Number(owner.split('/')[1]), epoch: Number(epoch), left };
  };
  const ledBy = (own: (pid: number) => boolean): Promise<Lease> =>
    eventually('one of them leads', async () => {
      const now = await lease();
      return now.left > 0 && own(now.pid) && now;
    });
  const processOf = ({ pid }: Lease): ProductProcess => all().find(({ child }) => child.pid === pid)!;
  const leads = (): Promise<Lease> => ledBy((pid) => all().some(({ child }) => child.pid === pid));

  /** One at least: which processes led, and so were killed, is drawn by lot, and may have been every API. */
  const livingApis = async (): Promise<Api[]> => {
    apis = apis.filter(({ process }) => isThere(process));
    if (apis.length === 0) apis.push(await started.api(ledger.env()));
    return apis;
  };

  /** Branches by each API in turn, and what each says of them: `by` answer, none is left waiting. */
  const write = async (count: number, by?: readonly Api[]): Promise<void> => {
    const living = by ?? (await livingApis());
    const posted = Array.from({ length: count }, async (_, i) => {
      const organizationId = randomUUID() as OrganizationId;
      const one = living[i % living.length]!;
      acknowledged.push(receiptOf(await one.post('/api/organizations', office, branchOf(ledger.top, organizationId))));
      const path = `/api/organizations/${organizationId}/party-member-counts`;
      acknowledged.push(receiptOf(await living[(i + 1) % living.length]!.post(path, office, countOf(i))));
    });
    branches += count;
    await Promise.all(posted);
  };

  const followed = async (): Promise<void> => {
    const head = (await ledger.house.store.head())!;
    await eventually('the windows have seen the log', () => ledger.house.engine.waitFor(head, 1_000));
    expect(await shown()).toMatchObject({ branches });
  };

  /** The book, and how far it goes. */
  const shown = async (): Promise<object> => {
    const { rows } = await ledger.house.followerParts.pool.query<object>(
      `select count(*)::int as branches, md5(string_agg(to_jsonb(d)::text, ',' order by d.organization_id)) as book
       from read.organization_directory d`,
    );
    return rows[0]!;
  };

  it('one leads; every API takes commands, and shows what any of them took', async () => {
    const before = await leads();
    await write(30);
    await followed();
    const { position } = acknowledged.at(-1)!;
    const books = await Promise.all(apis.map((one) => one.ask(`/api/organizations?seen=${position}`, office)));
    expect(books.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(books.map(({ text }) => text)).size).toBe(1);
    // Five stood by all the while: the lease never changed hands.
    expect(await lease()).toMatchObject({ pid: before.pid, epoch: before.epoch });
  });

  it('whoever leads is killed with kill -9: nobody before its lease ended, which is within six seconds, and then the next', async () => {
    for (let kills = 0; kills < 2; kills++) {
      const dead = await leads();
      await processOf(dead).kill();
      const left = await lease();
      if (left.pid === dead.pid) {
        // It may be renewed by nobody: so long at most until another one may take it.
        expect(left).toMatchObject({ epoch: dead.epoch });
        expect(left.left).toBeLessThanOrEqual(leaseMillisecondsMax);
      }
      const next = await leads();
      expect(next.pid).not.toBe(dead.pid);
      expect(next.epoch).toBeGreaterThan(dead.epoch);
      await write(10);
      await followed();
    }
  });

  it('whoever leads is stopped cleanly: its lease is free at once, before anybody has asked', async () => {
    const leader = await leads();
    const others = all().filter(({ child }) => child.pid !== leader.pid);
    // Nobody else could take it meanwhile: what is seen is what the one who left has left.
    for (const one of others) one.child.kill('SIGSTOP');
    expect(await processOf(leader).kill('SIGTERM')).toBe(0);
    const left = await lease();
    expect([left.pid, left.left < 0]).toEqual([leader.pid, true]);
    for (const one of others) one.child.kill('SIGCONT');
    const next = await leads();
    expect(next.epoch).toBeGreaterThan(leader.epoch);
    await write(10);
    await followed();
  });

  it('whoever leads is frozen and wakes up late: it changes nothing, and leads again when the others are gone', async () => {
    while ((await livingApis()).length < 3) apis.push(await started.api(ledger.env()));
    const frozen = await leads();
    const sleeper = processOf(frozen);
    const writing = write(
      20,
      apis.filter(({ process }) => process !== sleeper),
    );
    sleeper.child.kill('SIGSTOP');
    const next = await ledBy((pid) => pid !== frozen.pid);
    await writing;
    await followed();
    const before = await shown();
    sleeper.child.kill('SIGCONT');
    // It tries, and hears that it is late: for as long as two of its turns the one who leads is left alone.
    const until = await databaseSeconds();
    await eventually('some seconds pass', async () => (await databaseSeconds()) > until + 3);
    expect(await lease()).toMatchObject({ pid: next.pid, epoch: next.epoch });
    expect(await shown()).toEqual(before);
    for (const one of all().filter((each) => each !== sleeper)) await one.kill('SIGTERM');
    const again = await ledBy((pid) => pid === frozen.pid);
    expect(again.epoch).toBeGreaterThan(next.epoch);
    expect(await shown()).toEqual(before);
  });

  it('leave a sound ledger behind', () => ledger.isSound(acknowledged));

  async function databaseSeconds(): Promise<number> {
    const { rows } = await ledger.house.followerParts.pool.query<{ now: number }>(
      'select extract(epoch from clock_timestamp())::float8 as now',
    );
    return rows[0]!.now;
  }
});
