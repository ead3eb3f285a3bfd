import { beforeAll, expect, it } from '@jest/globals';
import type { StoredEntry } from '#libs/event-store/port';
import type { Bench } from './event-store.contract.js';
import { collected, entries, filled, newStream, repeated, streamOf } from './entries.js';

export function reading(bench: Bench): void {
  const stream = newStream();
  let five: StoredEntry[];
  beforeAll(async () => {
    five = await filled(bench.store, stream, 5);
  });
  const revisions = async (options: Parameters<typeof bench.store.readStream>[1]): Promise<number[]> =>
    (await collected(bench.store.readStream(stream, options))).map(({ revision }) => revision);

  it('26: reads forwards from the first entry and backwards from the last', async () => {
    expect(await revisions({})).toEqual([0, 1, 2, 3, 4]);
    expect(await revisions({ direction: 'backwards' })).toEqual([4, 3, 2, 1, 0]);
    expect(await collected(bench.store.readStream(stream, { direction: 'backwards' }))).toEqual(five.toReversed());
  });

  it('26: begins with the revision asked for, in both directions', async () => {
    expect(await revisions({ from: 3 })).toEqual([3, 4]);
    expect(await revisions({ from: 4 })).toEqual([4]);
    expect(await revisions({ from: 1, direction: 'backwards' })).toEqual([1, 0]);
    expect(await revisions({ from: 0, direction: 'backwards' })).toEqual([0]);
  });

  it.each([
    [0, []],
    [1, [1]],
    [3, [1, 2, 3]],
    [4, [1, 2, 3, 4]],
    [5, [1, 2, 3, 4]],
  ])('26: gives at most %d entries when so many are asked for', async (limit, given) => {
    expect(await revisions({ from: 1, limit })).toEqual(given);
  });

  it('26: limits backwards as well', async () => {
    expect(await revisions({ limit: 2, direction: 'backwards' })).toEqual([4, 3]);
    expect(await revisions({ from: 2, limit: 2, direction: 'backwards' })).toEqual([2, 1]);
  });

  it('27: reads a stream that is not there as empty', async () => {
    expect(await streamOf(bench.store, newStream())).toEqual([]);
    expect(await collected(bench.store.readStream(newStream(), { direction: 'backwards' }))).toEqual([]);
    expect(await bench.store.headOf(newStream())).toBe('no_stream');
  });

  it('27: tells a stream from one whose name begins alike', async () => {
    await filled(bench.store, `${stream}-2026`, 1);
    expect(await revisions({})).toEqual([0, 1, 2, 3, 4]);
    expect(await bench.store.headOf(`${stream}-2026`)).toBe(0);
    expect(await bench.store.headOf(stream.toUpperCase())).toBe('no_stream');
  });

  it('28: reads nothing beyond the head, and everything backwards from there', async () => {
    expect(await revisions({ from: 5 })).toEqual([]);
    expect(await revisions({ from: 5_000 })).toEqual([]);
    expect(await revisions({ from: 5_000, direction: 'backwards' })).toEqual([4, 3, 2, 1, 0]);
  });

  it('29: reads a stream of 10,000 in full and in order, both ways', async () => {
    const long = newStream();
    const stored = await filled(bench.store, long, 10_000);
    expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: 10_000 }, (_, i) => i));
    const backwards = await collected(bench.store.readStream(long, { direction: 'backwards' }));
    expect(backwards.map(({ id }) => id)).toEqual(stored.map(({ id }) => id).toReversed());
    expect(await collected(bench.store.readStream(long, { from: 999, limit: 1_002 }))).toEqual(
      stored.slice(999, 2_001),
    );
  }, 300_000);

  it('29: reads several streams at once, each from its own revision to its end', async () => {
    const [long, none] = [newStream(), newStream()];
    const stored = await filled(bench.store, long, 2_345);
    const asked = [
      { stream: long, from: 0 },
      { stream, from: 3 },
      { stream: none, from: 0 },
      { stream: long, from: 1_344 },
      { stream, from: 5 },
      { stream: long, from: 1_345 },
    ];
    const read = await bench.store.readStreams(asked);
    expect(read).toEqual([stored, five.slice(3), [], stored.slice(1_344), [], stored.slice(1_345)]);
    expect(await bench.store.readStreams([])).toEqual([]);
  }, 300_000);

  it('29: reads what was appended before it was asked, however many ask', async () => {
    const mine = await repeated(40, () => Promise.resolve(newStream()));
    const read = await Promise.all(
      mine.map(async (one) => {
        await bench.store.append({ stream: one, expected: 'no_stream', entries: entries(2) });
        return (await bench.store.readStreams([{ stream: one, from: 1 }])).flat();
      }),
    );
    expect(read.map((entry) => entry.map(({ stream: of, revision }) => [of, revision]))).toEqual(
      mine.map((one) => [[one, 1]]),
    );
  });

  it('34: holds nothing for readers who left after three entries', async () => {
    const long = newStream();
    await filled(bench.store, long, 3_000);
    const abandoned = await repeated(50, async () => {
      const reader = bench.store.readStream(long)[Symbol.asyncIterator]();
      for (let i = 0; i < 3; i++) await reader.next();
      return reader;
    });
    expect(await bench.store.append({ stream: long, expected: 2_999, entries: entries(1) })).toMatchObject({
      status: 'stored',
    });
    expect(await streamOf(bench.store, long)).toHaveLength(3_001);
    await Promise.all(abandoned.map(async (reader) => reader.return?.()));
  }, 300_000);

  it('36: tells the head of a stream', async () => {
    expect(await bench.store.headOf(stream)).toBe(4);
  });
}
