import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { engineBench, followAll, giftList, giftTotal, type EngineBench } from '../../test/support/engine-bench.js';
import { bent } from '../../test/support/gifts.js';
import { Follower } from './follower.js';
import type { Projection } from './projection.js';
import {
  rebuild,
  rebuildOutdated,
  RebuildStopped,
  type RebuildOptions,
  type RebuildProgress,
  type RebuiltTable,
} from './rebuild.js';

const both: readonly Projection[] = [giftTotal(), giftList];

describe('A rebuild', () => {
  let bench: EngineBench;
  beforeEach(async () => {
    bench = await engineBench();
  });
  afterEach(() => bench.close());

  const followed = (): Promise<void> => followAll(new Follower(bench.parts(both)));
  const run = (options: RebuildOptions = {}, projections = both): Promise<RebuiltTable[]> =>
    rebuild(bench.parts(projections), () => undefined, { batchEntries: 100, ...options });
  const schemas = async (): Promise<string[]> =>
    (
      await bench.source.query<{ name: string }[]>(
        "select nspname as name from pg_namespace where nspname like 'read%' order by 1",
      )
    ).map(({ name }) => name);
  /** Everything about the live tables that a rebuild must not change. */
  const structure = (): Promise<unknown> =>
    bench.source.query(`select indexdef from pg_indexes where schemaname = 'read' union all
      select c.conname || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c join pg_namespace n on n.oid = c.connamespace where n.nspname = 'read' union all
      select table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') from information_schema.columns where table_schema = 'read' order by 1`);
  const state = async (): Promise<unknown> => [
    await bench.hashes(both),
    await new Follower(bench.parts(both)).ensure(),
  ];

  it('gives byte-equal tables, with indexes and constraints as the migrations made them, and leaves nothing behind', async () => {
    await bench.give(20, 20);
    await followed();
    const [tables, before] = [await bench.hashes(both), await structure()];
    const rebuilt = await run();
    expect(rebuilt.map(({ projection, rows }) => [projection, rows])).toEqual([
      ['gift-total', 20],
      ['gift-list', 400],
    ]);
    for (const one of rebuilt) expect(one.before).toBe(one.after);
    expect(await bench.hashes(both)).toEqual(tables);
    expect(await structure()).toEqual(before);
    const { upQueries } = await bench.source.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
    expect(await schemas()).toEqual(['read']);
    // A second time over the result of the first.
    expect((await run()).every((one) => one.before === one.after)).toBe(true);
  });

  it('reads the log once for all projections asked, into tables that have no secondary index yet', async () => {
    await bench.give(10, 30);
    await followed();
    const pages: (string | null)[] = [];
    const indexes = new Set<string>();
    const store = bent(bench.store, {
      readAll: async (after, limit) => {
        pages.push(after);
        const named = "select indexname as name from pg_indexes where schemaname = 'read_next'";
        for (const { name } of await bench.source.query<{ name: string }[]>(named)) indexes.add(name);
        return bench.store.readAll(after, limit);
      },
    });
    const rebuilt = await rebuild(bench.parts(both, { store }), () => undefined, { batchEntries: 100 });
    expect(rebuilt.map(({ projection, rows }) => [projection, rows])).toEqual([
      ['gift-total', 10],
      ['gift-list', 300],
    ]);
    expect(new Set(pages).size).toBe(pages.length);
    expect([...indexes].filter((name) => /_by_/.test(name))).toEqual([]);
    const live =
      "select indexname as name from pg_indexes where schemaname = 'read' and indexname like '%_by_%' order by 1";
    expect(await bench.source.query(live)).toEqual([{ name: 'gift_list_by_number' }, { name: 'gift_total_by_gifts' }]);
  });

  it('puts right what somebody changed by hand, and says so', async () => {
    await bench.give(3, 10);
    await followed();
    const tables = await bench.hashes(both);
    await bench.pool.query("update read.gift_total set gifts = gifts + 1 where stream = 'gift-2'");
    const rebuilt = await run();
    expect(rebuilt.map(({ before, after }) => before === after)).toEqual([false, true]);
    expect(await bench.hashes(both)).toEqual(tables);
  });

  it('leaves the rights that were granted on the tables', async () => {
    await bench.pool.query('grant select, references on read.gift_list to public');
    const rights = (): Promise<unknown> =>
      bench.source.query(
        "select grantee, privilege_type from information_schema.table_privileges where table_schema = 'read' and table_name = 'gift_list' order by 1, 2",
      );
    const before = await rights();
    await run();
    expect(await rights()).toEqual(before);
    expect(JSON.stringify(before)).toContain('PUBLIC');
  });

  it('of one projection leaves the others alone', async () => {
    await bench.give(3, 10);
    await followed();
    const list = (await new Follower(bench.parts([giftList])).ensure())[0];
    expect((await run({}, [giftTotal()])).map(({ table }) => table)).toEqual(['gift_total']);
    expect((await new Follower(bench.parts([giftList])).ensure())[0]).toEqual(list);
    expect((await new Follower(bench.parts([giftTotal()])).ensure())[0]).toMatchObject({
      position: '29',
      epoch: list!.epoch + 1,
    });
  });

  it('of an empty log ends', async () => {
    const rebuilt = await run();
    expect(rebuilt.map(({ rows, before, after }) => [rows, before === after])).toEqual([
      [0, true],
      [0, true],
    ]);
  });

  it('tells how far it is, how fast, and how long it will take', async () => {
    await bench.give(10, 50);
    const told: RebuildProgress[] = [];
    await rebuild(bench.parts(both), (progress) => told.push(progress), { batchEntries: 200 });
    expect(told.map(({ entries, position }) => [entries, position])).toEqual([
      [200, '199'],
      [400, '399'],
      [500, '499'],
    ]);
    expect(told.every(({ ratePerSecond }) => ratePerSecond > 0)).toBe(true);
    expect(told.at(-1)?.secondsLeft).toBe(0);
    expect(told[0]?.secondsLeft).toBeGreaterThan(0);
  });

  it('gives the same tables over one, two and eight connections', async () => {
    await bench.give(20, 20);
    const results = [];
    for (const writers of [1, 2, 8]) results.push((await run({ writers })).map(({ after }) => after));
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it.each([1, 2, 3])('that is cancelled at batch %i changes nothing and can be done again', async (batch) => {
    await bench.give(10, 30);
    await followed();
    await bench.pool.query("update read.gift_total set gifts = 0 where stream = 'gift-3'");
    const before = await state();
    const controller = new AbortController();
    let batches = 0;
    const cancelled = rebuild(
      bench.parts(both),
      () => void (++batches === batch && controller.abort(new Error('no more'))),
      {
        batchEntries: 100,
        signal: controller.signal,
      },
    );
    await expect(cancelled).rejects.toThrow('no more');
    expect(await state()).toEqual(before);
    expect(await schemas()).toEqual(['read']);
    expect((await run()).map((one) => one.before === one.after)).toEqual([false, true]);
  });

  it('that broke down goes on where it was, for the same folds only', async () => {
    await bench.give(10, 30);
    await followed();
    const before = await state();
    const cutOff = async (): Promise<void> => {
      let pages = 0;
      const store = bent(bench.store, {
        readAll: async (after, limit) => {
          if (++pages === 3) throw new Error('the power failed');
          return bench.store.readAll(after, limit);
        },
      });
      const broken = rebuild(bench.parts(both, { store }), () => undefined, { batchEntries: 100 });
      await expect(broken).rejects.toThrow('the power failed');
    };
    await cutOff();
    expect(await state()).toEqual(before);
    expect(await schemas()).toEqual(['read', 'read_next']);
    const read: number[] = [];
    const rebuilt = await rebuild(bench.parts(both), ({ entries }) => read.push(entries), { batchEntries: 100 });
    expect(read).toEqual([100]);
    expect(rebuilt.map((one) => one.before === one.after)).toEqual([true, true]);
    await cutOff();
    const anew: number[] = [];
    await rebuild(bench.parts([giftTotal({ version: 2 }), giftList]), ({ entries }) => anew.push(entries), {
      batchEntries: 100,
    });
    expect(anew).toEqual([100, 200, 300]);
  });

  it('stops at an event that a fold cannot take, says which, and changes nothing', async () => {
    await bench.give(1, 50);
    await followed();
    const before = await state();
    const [culprit] = (await bench.store.readAll('19' as never, 1)).entries;
    const poisoned = [giftTotal({ throwsAt: (count) => count === 21 }), giftList];
    const stopping = run({}, poisoned);
    await expect(stopping).rejects.toThrow(RebuildStopped);
    await expect(stopping).rejects.toThrow(
      `gift-total: GiftGiven at 20, event ${culprit!.id}: this gift cannot be counted`,
    );
    expect(await state()).toEqual(before);
    expect(await schemas()).toEqual(['read']);
  });

  it('mends a projection that stopped', async () => {
    await bench.give(1, 50);
    await followAll(new Follower(bench.parts([giftTotal({ throwsAt: (count) => count === 21 }), giftList])));
    await run();
    expect(
      (await new Follower(bench.parts(both)).ensure()).map(({ position, stopped }) => [position, stopped]),
    ).toEqual([
      ['49', null],
      ['49', null],
    ]);
    expect((await bench.hashes(both)).map(({ rows }) => rows)).toEqual([1, 50]);
  });

  it('waits for its turn while another one is going on', async () => {
    await bench.give(5, 20);
    const results = await Promise.all([run(), run(), run({}, [giftTotal()])]);
    expect(results.map((tables) => tables.map(({ rows }) => rows))).toEqual([[5, 100], [5, 100], [5]]);
    expect(await schemas()).toEqual(['read']);
  });

  it('is done at the start for folds of another version, by the first of several processes', async () => {
    await bench.give(5, 20);
    await followed();
    const next = bench.parts([giftTotal({ version: 2 }), giftList]);
    const found: number[] = [];
    await Promise.all([1, 2, 3].map(() => rebuildOutdated(next, (count) => void found.push(count))));
    expect(found).toEqual([1, 1, 1]);
    const [total] = (await new Follower(next).ensure()).filter(({ name }) => name === 'gift-total');
    expect(total).toMatchObject({ version: 2, position: '99', epoch: 1 });
    await rebuildOutdated(next, (count) => void found.push(count));
    expect(found).toHaveLength(3);
  });
});
