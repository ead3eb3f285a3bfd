import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EventCodec } from '#libs/event-store/codec';
import type { Position } from '#libs/event-store/port';
import { event } from '#libs/kernel/event';
import { integer } from '#libs/kernel/fields';
import { privacyEvents } from '#libs/privacy/privacy.events';
import { engineBench, followAll, giftList, giftTotal, type EngineBench } from '../../test/support/engine-bench.js';
import { bent } from '../../test/support/gifts.js';
import { CheckpointLost, ForeignCheckpoint, type Checkpoint, type Stopped } from './checkpoint.js';
import { Follower, type FollowerParts } from './follower.js';
import type { Projection } from './projection.js';

describe('A follower', () => {
  let bench: EngineBench;
  let told: [string, Stopped][];
  beforeEach(async () => {
    bench = await engineBench();
    told = [];
  });
  afterEach(() => bench.close());

  const onStopped = (name: string, stopped: Stopped): void => void told.push([name, stopped]);
  const follower = (projections: readonly Projection[], more: Partial<FollowerParts> = {}): Follower =>
    new Follower(bench.parts(projections, { onStopped, batchEntries: 50, ...more }));
  const checkpointOf = async (one: Follower, name: string): Promise<Checkpoint> =>
    (await one.ensure()).find((checkpoint) => checkpoint.name === name)!;
  const totals = (): Promise<{ stream: string; gifts: number }[]> =>
    bench.source.query('select stream, gifts from read.gift_total order by stream');

  it('counts the entries it read and says nothing is left at the end of the log', async () => {
    await bench.give(1, 60);
    const one = follower([giftTotal(), giftList]);
    expect([await one.step(), await one.step(), await one.step()]).toEqual([50, 10, 0]);
    expect(await totals()).toEqual([{ stream: 'gift-1', gifts: 60 }]);
    expect((await one.ensure()).map(({ position }) => position)).toEqual(['59', '59']);
  });

  it('moves past what nobody takes, a page at a time, and does not read it again', async () => {
    const ledger = bench.gifts.ledger();
    for (let times = 0; times < 12; times++)
      await bench.gifts.run(ledger, 'gift-taken', { type: 'TakeBack', data: undefined });
    const asked: (Position | null)[] = [];
    const store = bent(bench.store, {
      readAll: (after, limit) => {
        asked.push(after);
        return bench.store.readAll(after, limit);
      },
    });
    const onlyGifts = { store, batchEntries: 5 };
    await followAll(follower([giftList], onlyGifts));
    expect(await checkpointOf(follower([giftList]), 'gift-list')).toMatchObject({ position: '11', stopped: null });
    expect(asked).toEqual([null, '4', '9', '11']);
    // After a restart.
    asked.length = 0;
    await followAll(follower([giftList], onlyGifts));
    expect(asked).toEqual(['11']);
  });

  it('asks for a page only when the one before is written, however far it is behind', async () => {
    await bench.give(1, 60);
    const pages: [after: string | null, written: string | null, entries: number][] = [];
    const store = bent(bench.store, {
      readAll: async (after, limit) => {
        const { rows } = await bench.pool.query<{ position: string | null }>('select position from read.checkpoint');
        const page = await bench.store.readAll(after, limit);
        pages.push([after, rows[0]!.position, page.entries.length]);
        return page;
      },
    });
    await followAll(follower([giftTotal()], { store, batchEntries: 25 }));
    expect(pages).toEqual([
      [null, null, 25],
      ['24', '24', 25],
      ['49', '49', 10],
      ['59', '59', 0],
    ]);
  });

  it('is fed up to a position and no further', async () => {
    await bench.give(1, 60);
    const one = follower([giftTotal()]);
    while ((await one.step({ until: '41' as Position })) > 0);
    expect((await checkpointOf(one, 'gift-total')).position).toBe('41');
    expect(await totals()).toEqual([{ stream: 'gift-1', gifts: 42 }]);
  });

  it.each([0, 1, 24, 49, 50, 59])('stops alone right before the entry at %i that a fold throws at', async (at) => {
    await bench.give(1, 60);
    const one = follower([giftTotal({ throwsAt: (count) => count === at + 1 }), giftList]);
    await followAll(one);
    const { position, stopped } = await checkpointOf(one, 'gift-total');
    expect(position).toBe(at === 0 ? null : String(at - 1));
    expect(stopped).toMatchObject({ position: String(at), type: 'GiftGiven', why: 'this gift cannot be counted' });
    const [entry] = (await bench.store.readAll(position, 1)).entries;
    expect(stopped?.eventId).toBe(entry?.id);
    expect(await totals()).toEqual(at === 0 ? [] : [{ stream: 'gift-1', gifts: at }]);
    expect(await checkpointOf(one, 'gift-list')).toMatchObject({ position: '59', stopped: null });
    expect(told).toEqual([['gift-total', stopped]]);
  });

  it.each([1, 2, 31, 50])(
    'finds out which of the entries PostgreSQL would not take, the one after %i others',
    async (before) => {
      await bench.give(1, before);
      const ledger = bench.gifts.ledger();
      // A gift that a fold takes and a smallint does not.
      const large = { type: 'GiftGiven', data: { count: 40_000 } } as const;
      await bench.gifts.ledger().run(
        { initial: null, evolve: () => null, decide: () => [large] },
        {
          stream: 'gift-large',
          command: { type: 'Give', data: {} } as never,
          context: bench.gifts.context(),
          facts: async () => undefined as never,
        },
      );
      await bench.gifts.run(ledger, 'gift-after', { type: 'Give', data: { times: 5 } });
      const one = follower([giftTotal(), giftList]);
      await followAll(one);
      const { position, stopped } = await checkpointOf(one, 'gift-list');
      expect(position).toBe(String(before - 1));
      expect(stopped).toMatchObject({ position: String(before), type: 'GiftGiven' });
      expect(stopped?.why).toContain('22003');
      // The value it did not like may be personal.
      expect(stopped?.why).not.toContain('40000');
      const [{ n }] = await bench.source.query<[{ n: number }]>('select count(*)::int as n from read.gift_list');
      expect(n).toBe(before);
      expect((await checkpointOf(one, 'gift-total')).stopped).toBeNull();
    },
  );

  it('goes on from where it stopped when the fault was mended and it is resumed, and not before', async () => {
    await bench.give(1, 60);
    const broken = follower([giftTotal({ throwsAt: (count) => count === 30 })]);
    await followAll(broken);
    const mended = follower([giftTotal()]);
    await followAll(mended);
    expect((await checkpointOf(mended, 'gift-total')).position).toBe('28');
    expect(await mended.checkpoints.resume(bench.pool, ['gift-total', 'gift-list'])).toEqual(['gift-total']);
    await followAll(mended);
    expect(await totals()).toEqual([{ stream: 'gift-1', gifts: 60 }]);
  });

  it('stops everything before an entry of a type that this version does not know', async () => {
    await bench.give(1, 10);
    const codec = new EventCodec({ ...privacyEvents });
    const one = follower([giftTotal(), giftList], { codec });
    await followAll(one);
    for (const { position, stopped } of await one.ensure()) {
      expect(position).toBeNull();
      expect(stopped).toMatchObject({ position: '0', type: 'GiftGiven' });
      expect(stopped?.why).toContain('GiftGiven at 0 (gift-1 revision 0): event type not known to this version');
    }
    expect(told.map(([name]) => name).toSorted()).toEqual(['gift-list', 'gift-total']);
  });

  it('stops those who take the type before an entry whose shape is newer, and leaves the others alone', async () => {
    await bench.give(1, 10);
    const newer = new EventCodec({
      ...privacyEvents,
      GiftsTakenBack: event(1, {}),
      GiftGiven: event(0, { count: integer(0, 9) }),
    });
    const takenBack: Projection = {
      name: 'taken-back',
      version: 1,
      opens: [],
      tables: giftTotal().tables.map((one) => ({ ...one, on: { GiftsTakenBack: () => null } })),
    };
    const one = follower([takenBack, giftList], { codec: newer });
    await followAll(one);
    expect(await checkpointOf(one, 'gift-list')).toMatchObject({
      position: null,
      stopped: { position: '0', type: 'GiftGiven' },
    });
    expect((await checkpointOf(one, 'gift-list')).stopped?.why).toContain('shape 1 is newer than 0');
    expect(await checkpointOf(one, 'taken-back')).toMatchObject({ position: '9', stopped: null });
  });

  it('stops before an entry whose text is not an entry, with what comes before it folded', async () => {
    await bench.give(1, 10);
    await bench.store.append({
      stream: 'gift-other',
      expected: 'any',
      entries: [{ id: randomUUID(), type: 'GiftGiven', text: '{"v":1}' }],
    });
    const one = follower([giftList]);
    await followAll(one);
    expect(await checkpointOf(one, 'gift-list')).toMatchObject({ position: '9', stopped: { position: '10' } });
    expect((await checkpointOf(one, 'gift-list')).stopped?.why).toContain('not an entry of this format');
  });

  it('leaves rows that another version filled alone', async () => {
    await bench.give(1, 10);
    await follower([giftTotal()]).ensure();
    const next = follower([giftTotal({ version: 2 })]);
    await followAll(next);
    expect((await checkpointOf(next, 'gift-total')).position).toBeNull();
    expect(await totals()).toEqual([]);
  });

  it('refuses read tables that were filled from another log', async () => {
    await follower([giftTotal()]).ensure();
    await bench.pool.query("update read.checkpoint set store_id = 'postgres-another'");
    await expect(follower([giftTotal()]).step()).rejects.toThrow(ForeignCheckpoint);
  });

  it('changes nothing with an epoch that is not the checkpoints’, nor when they are moved during its batch', async () => {
    await bench.give(1, 10);
    const one = follower([giftTotal()]);
    await one.ensure();
    await expect(one.step({ epoch: 7 })).rejects.toThrow(CheckpointLost);
    const takenDuring = bent(bench.store, {
      readAll: async (after, limit) => {
        const page = await bench.store.readAll(after, limit);
        await bench.pool.query('update read.checkpoint set epoch = epoch + 1');
        return page;
      },
    });
    await expect(follower([giftTotal()], { store: takenDuring }).step({ epoch: 0 })).rejects.toThrow(CheckpointLost);
    expect(await totals()).toEqual([]);
    expect((await checkpointOf(one, 'gift-total')).position).toBeNull();
  });

  it('gives the same rows over any number of connections and with any size of batch', async () => {
    await bench.give(20, 15);
    const projections = [giftTotal(), giftList];
    const results = [];
    for (const [writers, batchEntries] of [
      [1, 1_000],
      [2, 7],
      [8, 64],
    ] as const) {
      await bench.pool.query('delete from read.gift_total; delete from read.gift_list; delete from read.checkpoint');
      await followAll(follower(projections, { writers, batchEntries }));
      results.push(await bench.hashes(projections));
    }
    expect(results[0]?.map(({ rows }) => rows)).toEqual([20, 300]);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});
