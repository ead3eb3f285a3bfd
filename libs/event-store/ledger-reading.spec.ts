import { beforeEach, describe, expect, it } from '@jest/globals';
import { bent, GiftBench, gifts, newGiftStream } from '../../test/support/gifts.js';
import { ChainBroken, type Ledger } from './ledger.js';
import type { EventStore } from './port.js';

const give = (times = 1) => ({ type: 'Give', data: { times } }) as const;

describe('The ledger reads a stream once and from then on what came after', () => {
  let bench: GiftBench;
  let other: Ledger;
  let watched: Ledger;
  let stream: string;
  let froms: number[];
  beforeEach(() => {
    bench = new GiftBench();
    other = bench.ledger();
    stream = newGiftStream();
    froms = [];
    const readStreams: EventStore['readStreams'] = (asked) => {
      froms.push(...asked.map(({ from }) => from));
      return bench.store.readStreams(asked);
    };
    watched = bench.ledger({ store: bent(bench.store, { readStreams }) });
  });

  it('and so knows at once what another process wrote', async () => {
    await bench.run(other, stream, give(2));
    expect(await watched.load(gifts, stream)).toBe(2);
    await bench.run(other, stream, give(3));
    expect(await watched.load(gifts, stream)).toBe(5);
    expect(await watched.load(gifts, stream)).toBe(5);
    expect(froms).toEqual([0, 2, 5]);
  });

  it('deciding on what was loaded', async () => {
    await bench.run(other, stream, give());
    await watched.load(gifts, stream);
    expect(await bench.run(watched, stream, give())).toMatchObject({ revision: 1 });
    expect(froms).toEqual([0]);
  });

  it('for each fold by itself', async () => {
    await bench.run(other, stream, give(2));
    await watched.load(gifts, stream);
    expect(await watched.load({ ...gifts, evolve: (count: number) => count - 1 }, stream)).toBe(-2);
    expect(await watched.load(gifts, stream)).toBe(2);
  });

  it('and does not go on where the chain does not', async () => {
    await bench.run(other, stream, give(2));
    const first = await bench.stored(stream);
    await watched.load(gifts, stream);
    const again = bench.ledger({
      store: bent(bench.store, { readStreams: async ([asked]) => [first.slice(0, 1 + asked!.from)] }),
    });
    await again.load(gifts, stream);
    await expect(again.load(gifts, stream)).rejects.toThrow(ChainBroken);
  });

  it('20 times at once while others write', async () => {
    const counts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        await bench.run(watched, stream, give());
        return watched.load(gifts, stream);
      }),
    );
    expect(Math.max(...counts)).toBe(20);
    expect(await bench.audited(stream)).toHaveLength(20);
  });
});
