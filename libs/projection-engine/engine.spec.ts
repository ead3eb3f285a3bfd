import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  engineBench,
  eventually,
  giftList,
  giftTotal,
  openGiftHouse,
  type EngineBench,
  type GiftHouse,
} from '../../test/support/engine-bench.js';
import { bent } from '../../test/support/gifts.js';
import type { Engine } from './engine.js';
import type { FollowerParts } from './follower.js';
import { Lease } from './lease.js';

const both = [giftTotal(), giftList];

describe('Engines', () => {
  let bench: EngineBench;
  let others: GiftHouse[];
  let engines: Engine[];
  beforeEach(async () => {
    bench = await engineBench();
    [others, engines] = [[], []];
  });
  afterEach(async () => {
    for (const engine of engines) await engine.stop();
    for (const other of others) await other.close();
    await bench.close();
  });

  const started = async (more: Partial<FollowerParts> = {}): Promise<Engine> => {
    const house = await openGiftHouse({ ...bench.main, application_name: 'follower' });
    others.push(house);
    const engine = house.engine(house.parts(both, more));
    engines.push(engine);
    engine.start();
    return engine;
  };
  const leaders = (): number => engines.filter(({ isLeading }) => isLeading).length;
  const gifts = async (): Promise<number> => (await bench.hashes([giftList]))[0]!.rows;

  it('keep the windows at the end of the log', async () => {
    const engine = await started();
    const { position } = await bench.give(5, 10);
    expect(await engine.waitFor(position, 20_000)).toBe(true);
    expect(await gifts()).toBe(50);
  });

  it('are led by one of them, and by the next at once when it stops', async () => {
    const [first, second, third] = [await started(), await started(), await started()];
    await eventually(() => leaders() === 1);
    await first.stop();
    await eventually(() => second.isLeading || third.isLeading);
    expect([first.isLeading, leaders()]).toEqual([false, 1]);
    const { position } = await bench.give(2, 10);
    // Asked of one that does not lead.
    expect(await first.waitFor(position, 20_000)).toBe(true);
    // Free at once: nothing had to expire, which is six seconds.
    const { rows } = await bench.pool.query(
      "select owner from read.lease where name = 'windows' and expires_at > clock_timestamp()",
    );
    expect(rows).toHaveLength(1);
  });

  it('end the batch under way when they stop, and fold nothing after that', async () => {
    const { position } = await bench.give(1, 10);
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let reads = 0;
    const store = bent(bench.store, {
      readAll: async (after, limit) => {
        reads += 1;
        const page = await bench.store.readAll(after, limit);
        await held;
        return page;
      },
    });
    const engine = await started({ store });
    await eventually(() => reads > 0);
    let isOver = false;
    const stopping = engine.stop().finally(() => (isOver = true));
    // The batch is not written, and nobody who was told to stop has stopped.
    expect([await gifts(), isOver]).toEqual([0, false]);
    goOn();
    await stopping;
    expect([await gifts(), (await engine.checkpoints()).map((one) => one.position)]).toEqual([
      10,
      [position, position],
    ]);
    const before = reads;
    await bench.give(1, 10);
    expect([await gifts(), reads]).toEqual([10, before]);
  });

  it('lose time and nothing else when nobody tells them of new entries', async () => {
    const deaf = bent(bench.store, { watch: () => Promise.reject(new Error('no listening here')) });
    const engine = await started({ store: deaf });
    await eventually(() => engine.isLeading);
    for (let times = 0; times < 3; times++) {
      const { position } = await bench.give(1, 10);
      await eventually(async () => (await engine.checkpoints()).every((one) => one.position === position));
    }
    expect(await gifts()).toBe(30);
  });

  it('go on when the connection that listens is cut', async () => {
    const engine = await started();
    await eventually(() => engine.isLeading);
    await eventually(
      async () =>
        (
          await bench.pool.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen zhice_log'",
          )
        ).rows.length > 0,
    );
    const { position } = await bench.give(3, 10);
    await eventually(async () => (await engine.checkpoints()).every((one) => one.position === position));
    expect(await gifts()).toBe(30);
  });

  it('go on when every one of their sessions is cut', async () => {
    const engine = await started();
    await eventually(() => engine.isLeading);
    for (let times = 0; times < 3; times++) {
      await bench.give(3, 10);
      await bench.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'follower' and datname = current_database()",
      );
    }
    const { position } = await bench.give(1, 10);
    await eventually(async () => (await engine.checkpoints().catch(() => [])).some((one) => one.position === position));
    expect(await engine.waitFor(position, 20_000)).toBe(true);
    expect(await gifts()).toBe(100);
  });

  it('take over with an epoch above every one before, which the checkpoints get', async () => {
    const engine = await started();
    await eventually(() => engine.isLeading);
    const before = (await engine.checkpoints()).map(({ epoch }) => epoch);
    expect(new Set(before).size).toBe(1);
    await engine.stop();
    const next = await started();
    await eventually(() => next.isLeading);
    await eventually(async () => (await next.checkpoints()).every(({ epoch }) => epoch > before[0]!));
  });

  it('resume what stopped, and say what had', async () => {
    const { position } = await bench.give(1, 30);
    const poisoned = { ...bench.parts([giftTotal({ throwsAt: (count) => count === 11 }), giftList]) };
    const engine = bench.engine(poisoned);
    await engine.catchUp();
    expect((await engine.checkpoints()).map(({ stopped }) => stopped?.position)).toEqual([undefined, '10']);
    const mended = await started();
    // What has stopped is not waited for.
    expect(await mended.waitFor(position, 20_000)).toBe(true);
    expect(await mended.resume(['gift-total', 'gift-list'])).toEqual(['gift-total']);
    await eventually(async () =>
      (await mended.checkpoints()).every((one) => one.position === position && !one.stopped),
    );
    expect((await bench.hashes(both)).map(({ rows }) => rows)).toEqual([1, 30]);
  });
});

describe('A lease', () => {
  let bench: EngineBench;
  const taken: Lease[] = [];
  beforeEach(async () => {
    bench = await engineBench();
  });
  afterEach(async () => {
    for (const lease of taken.splice(0)) await lease.release();
    await bench.close();
  });

  const lease = (milliseconds = 60_000): Lease => {
    const one = new Lease({ pool: bench.pool, schema: 'read', name: 'windows', milliseconds });
    taken.push(one);
    return one;
  };

  it('has one owner, however many ask at the same time', async () => {
    const asked = Array.from({ length: 8 }, () => lease());
    const epochs = await Promise.all(asked.map((one) => one.take([])));
    expect(epochs.filter((epoch) => epoch !== undefined)).toEqual([1]);
    expect(asked.filter(({ isHeld }) => isHeld)).toHaveLength(1);
  });

  it('is taken again by its owner with a higher epoch', async () => {
    const one = lease();
    expect([await one.take([]), await one.take([])]).toEqual([1, 2]);
  });

  it('goes to the next when it expired, and its old owner cannot renew it', async () => {
    const [old, next] = [lease(), lease()];
    await old.take([]);
    expect(await next.take([])).toBeUndefined();
    await bench.pool.query("update read.lease set expires_at = clock_timestamp() - interval '1 second'");
    expect(await next.take([])).toBe(2);
    expect(await old.renew()).toBe(false);
    expect([old.isHeld, next.isHeld]).toEqual([false, true]);
    await old.release();
    expect(await next.renew()).toBe(true);
  });

  it('is renewed for as long as its owner lives', async () => {
    const one = lease(600);
    await one.take([]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await lease().take([])).toBeUndefined();
  });

  it('starts above the epochs that checkpoints had before there were leases', async () => {
    await bench.pool.query(
      "insert into read.checkpoint (name, version, epoch, store_id) values ('gift-total', 1, 41, 's')",
    );
    expect(await lease().take(['gift-total'])).toBe(42);
    expect((await bench.pool.query('select epoch from read.checkpoint')).rows).toEqual([{ epoch: '42' }]);
  });
});
