import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import { engineBench, followAll, giftList, giftTotal, type EngineBench } from '../../test/support/engine-bench.js';
import { bent } from '../../test/support/gifts.js';
import { Follower } from './follower.js';
import type { Projection } from './projection.js';
import { rebuild, type RebuildOptions, type RebuiltTable } from './rebuild.js';

type Told = readonly [stream: number, type: 'GiftGiven' | 'GiftsTakenBack', count?: number];

/** A log that nobody had to write: the chain is of no interest to who folds it. */
function madeLog(store: EventStore, told: readonly Told[]): EventStore {
  const revisions = new Map<string, number>();
  const entries = told.map(([n, type, count = 1], position): StoredEntry => {
    const stream = `gift-${n}`;
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    const id = randomUUID();
    const text = JSON.stringify({
      ...{ v: 1, log: 'made', stream, rev: revision, id, type, tv: 1, at: '2026-03-05T01:00:00.000Z' },
      ...{ by: 'someone', org: 'somewhere', cmd: 'some', prev: '', w: 'w-0', sig: 'none', enc: [] },
      data: type === 'GiftGiven' ? { count } : {},
    });
    return { stream, revision, id, type, text, position: String(position) as Position };
  });
  return bent(store, {
    readAll: (after, limit) => {
      const from = after === null ? 0 : Number(after) + 1;
      const page = entries.slice(from, from + limit);
      return Promise.resolve({ entries: page, last: page.at(-1)?.position ?? after, end: page.length < limit });
    },
    readAllBackwards: (before, limit) => {
      const page = entries.slice(0, Number(before)).reverse().slice(0, limit);
      return Promise.resolve({ entries: page, last: page.at(-1)?.position ?? before, end: page.length < limit });
    },
    head: () => Promise.resolve(entries.at(-1)?.position ?? null),
  });
}

/** Streams come up in turn, are spoken of for a while, and now and then an old one again; some gifts are taken back. */
function manyGifts(count: number, seed: number): Told[] {
  let last = seed;
  const below = (n: number): number => (last = (last * 1_103_515_245 + 12_345) % 2_147_483_648) % n;
  return Array.from({ length: count }, (_, i) => {
    const stream = below(10) === 0 ? below(1 + i / 3) : i / 3 + below(40);
    return [Math.floor(stream), below(15) === 0 ? 'GiftsTakenBack' : 'GiftGiven', below(1_000)];
  });
}

const writtenOnce: Projection = {
  ...giftList,
  tables: giftList.tables.map((table) => ({ ...table, isWrittenOnce: true as const })),
};

describe('The first pass of a rebuild', () => {
  let bench: EngineBench;
  beforeEach(async () => {
    bench = await engineBench();
  });
  afterEach(() => bench.close());

  const run = (
    store: EventStore,
    options: RebuildOptions = {},
    projections: readonly Projection[] = [giftTotal(), giftList],
  ): Promise<RebuiltTable[]> => rebuild(bench.parts(projections, { store }), () => undefined, options);

  it.each<[string, RebuildOptions]>([
    ['all rows in memory', {}],
    ['hardly any row in memory', { rowsInMemory: 20, batchEntries: 150 }],
    ['everything saved again and again', { batchEntries: 200, savedEvery: 700 }],
  ])('comes to the rows that a follower comes to, with %s', async (_, options) => {
    const store = madeLog(bench.store, manyGifts(6_000, 7));
    await followAll(new Follower(bench.parts([giftTotal(), giftList], { store })));
    const rebuilt = await run(store, options);
    expect(rebuilt.map(({ rows }) => rows).every((rows) => rows > 1_000)).toBe(true);
    expect(rebuilt.map(({ before, after }) => before === after)).toEqual([true, true]);
  });

  it('comes to the same rows when it is cut off and goes on', async () => {
    const store = madeLog(bench.store, manyGifts(4_000, 3));
    await followAll(new Follower(bench.parts([giftTotal(), giftList], { store })));
    let pages = 0;
    const failing = bent(store, {
      readAll: (after, limit) =>
        ++pages === 10 ? Promise.reject(new Error('the power failed')) : store.readAll(after, limit),
    });
    await expect(run(failing, { batchEntries: 300 })).rejects.toThrow('the power failed');
    const read: number[] = [];
    const rebuilt = await rebuild(
      bench.parts([giftTotal(), giftList], { store }),
      ({ entries }) => read.push(entries),
      { batchEntries: 300 },
    );
    expect(read.at(-1)).toBe(4_000 - 9 * 300);
    expect(rebuilt.map(({ before, after }) => before === after)).toEqual([true, true]);
  });

  it('finds out by small steps which entry it is whose row PostgreSQL does not take', async () => {
    const told = manyGifts(2_000, 5);
    told[1_234] = [2_000, 'GiftGiven', 40_000];
    await expect(run(madeLog(bench.store, told))).rejects.toThrow(
      /^gift-list: GiftGiven at 1234, event .+: gift-list: PostgreSQL 22003/,
    );
  });

  it('comes to the same rows where a table says that each is written once', async () => {
    const told = Array.from({ length: 1_500 }, (_, n): Told => [n % 600, 'GiftGiven', n]);
    const store = madeLog(bench.store, told);
    const [table] = await run(store, {}, [writtenOnce]);
    expect(table).toMatchObject({ rows: 1_500, after: (await run(store, {}, [giftList]))[0]!.after });
  });
});
