import { expect, it } from '@jest/globals';
import { EntryTooLarge, InvalidAppend, type ExpectedRevision } from '#libs/event-store/port';
import type { Bench } from './event-store.contract.js';
import { countOf, entries, entry, filled, idsOf, newStream, repeated, streamOf } from './entries.js';

export function appending(bench: Bench): void {
  it('1: begins a stream at revision 0 and gives rising positions', async () => {
    const stream = newStream();
    const both = entries(2);
    const result = await bench.store.append({ stream, expected: 'no_stream', entries: both });
    const [first, second] = await streamOf(bench.store, stream);
    expect(result).toEqual({ status: 'stored', revision: 1, position: second!.position });
    expect([first!.revision, second!.revision]).toEqual([0, 1]);
    expect(bench.store.compare(first!.position, second!.position)).toBeLessThan(0);
  });

  it('2: goes on at the revision that was expected', async () => {
    const stream = newStream();
    await filled(bench.store, stream, 2);
    expect(await bench.store.append({ stream, expected: 1, entries: entries(1) })).toMatchObject({
      status: 'stored',
      revision: 2,
    });
  });

  it.each<[string, number, ExpectedRevision, number | 'no_stream']>([
    ['3: a revision below the head', 2, 0, 1],
    ['4: a revision above the head', 2, 5, 1],
    ['4: the revision right above the head', 2, 2, 1],
    ['5: revision 0 of a stream that is not there', 0, 0, 'no_stream'],
    ['6: no stream where there is one', 1, 'no_stream', 0],
    ['7: a stream where there is none', 0, 'stream_exists', 'no_stream'],
  ])('%s is refused with the actual head, and nothing is stored', async (_what, before, expected, actual) => {
    const stream = newStream();
    const past = await filled(bench.store, stream, before);
    const head = await bench.store.head();
    expect(await bench.store.append({ stream, expected, entries: entries(2) })).toEqual({
      status: 'wrong_revision',
      actual,
    });
    expect(await streamOf(bench.store, stream)).toEqual(past);
    expect(await bench.store.head()).toBe(head);
  });

  it.each<[ExpectedRevision, number]>([
    ['any', 0],
    ['any', 3],
    ['stream_exists', 1],
  ])('8: %s appends at the end of a stream of %d', async (expected, before) => {
    const stream = newStream();
    await filled(bench.store, stream, before);
    expect(await bench.store.append({ stream, expected, entries: entries(2) })).toMatchObject({
      status: 'stored',
      revision: before + 1,
    });
  });

  it('9: refuses an append without entries and makes no stream', async () => {
    const stream = newStream();
    await expect(bench.store.append({ stream, expected: 'any', entries: [] })).rejects.toThrow(InvalidAppend);
    expect(await bench.store.headOf(stream)).toBe('no_stream');
  });

  it.each([
    ['U+0000', entry('{"a":"\u0000"}')],
    ['half of a surrogate pair', entry('{"a":"\ud842"}')],
    ['no text', entry('')],
    ['no type', entry('{}', '')],
    ['half of a surrogate pair in its type', entry('{}', 'Given\udfb7')],
    ['an id that is no UUID', { ...entry(), id: 'gift' }],
    ['an id in capitals', { ...entry(), id: '0190B6C4-5D1E-4B6E-8D0A-0A0A0A0A0A0A' }],
  ])('10: stores nothing of an append whose second entry has %s', async (_what, bad) => {
    const stream = newStream();
    await expect(bench.store.append({ stream, expected: 'any', entries: [entry(), bad] })).rejects.toThrow(
      InvalidAppend,
    );
    expect(await bench.store.headOf(stream)).toBe('no_stream');
  });

  it.each([-1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])(
    '10: refuses the expected revision %d',
    async (expected) => {
      await expect(bench.store.append({ stream: newStream(), expected, entries: entries(1) })).rejects.toThrow(
        InvalidAppend,
      );
    },
  );

  it.each(['', '$gift-1', 'gift\u0000', 'gift\n1', 'gift-\ud842', 'g'.repeat(201)])(
    '33: refuses the stream name %j',
    async (stream) => {
      await expect(bench.store.append({ stream, expected: 'any', entries: entries(1) })).rejects.toThrow(InvalidAppend);
    },
  );

  it('10: refuses one id twice in an append', async () => {
    const twice = entry();
    await expect(bench.store.append({ stream: newStream(), expected: 'any', entries: [twice, twice] })).rejects.toThrow(
      InvalidAppend,
    );
  });

  it.each([20, 50])('11: lets one of %d writers win a revision and tells the others the new head', async (count) => {
    const stream = newStream();
    await filled(bench.store, stream, 1);
    const results = await repeated(count, () => bench.store.append({ stream, expected: 0, entries: entries(1) }));
    expect(countOf(results, 'stored')).toBe(1);
    expect(results.filter(({ status }) => status === 'wrong_revision')).toEqual(
      Array(count - 1).fill({ status: 'wrong_revision', actual: 1 }),
    );
    expect(await bench.store.headOf(stream)).toBe(1);
  });

  it('12: stores each of 50 concurrent appends to one stream, without a hole', async () => {
    const stream = newStream();
    const given = entries(50);
    const results = await repeated(50, (i) => bench.store.append({ stream, expected: 'any', entries: [given[i]!] }));
    const revisions = results.map((result) => (result.status === 'stored' ? result.revision : -1));
    expect(revisions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    const stored = await streamOf(bench.store, stream);
    expect(stored.map(({ revision }) => revision)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(new Set(idsOf(stored))).toEqual(new Set(idsOf(given)));
    // Each caller was told where its own entry stands.
    expect(revisions.map((revision) => stored[revision]!.id)).toEqual(idsOf(given));
  });

  it('13: begins 50 streams at once', async () => {
    const results = await repeated(50, () =>
      bench.store.append({ stream: newStream(), expected: 'no_stream', entries: entries(2) }),
    );
    expect(countOf(results, 'stored')).toBe(50);
  });

  it('14: counts to 200 with 8 workers who read, decide and append', async () => {
    const stream = newStream();
    const turn = async (): Promise<void> => {
      const head = await bench.store.headOf(stream);
      const count = head === 'no_stream' ? 0 : head + 1;
      const result = await bench.store.append({ stream, expected: head, entries: [entry(`{"count":${count}}`)] });
      if (result.status !== 'stored') await turn();
    };
    const worker = async (): Promise<void> => {
      for (let i = 0; i < 25; i++) await turn();
    };
    await repeated(8, worker);
    const texts = (await streamOf(bench.store, stream)).map(({ text }) => text);
    expect(texts).toEqual(Array.from({ length: 200 }, (_, i) => `{"count":${i}}`));
  });

  it('15: fails one conflicting and one invalid command among 100 with their own errors', async () => {
    const given = Array.from({ length: 100 }, (_, i) => ({
      stream: newStream(),
      expected: i === 17 ? 4 : ('no_stream' as const),
      entries: [i === 71 ? entry('x'.repeat(65_536)) : entry()],
    }));
    const results = await Promise.allSettled(given.map((append) => bench.store.append(append)));
    expect(results[17]).toMatchObject({
      status: 'fulfilled',
      value: { status: 'wrong_revision', actual: 'no_stream' },
    });
    expect(results[71]).toMatchObject({ status: 'rejected', reason: expect.any(EntryTooLarge) });
    expect(results.filter((result) => result.status === 'fulfilled' && result.value.status === 'stored')).toHaveLength(
      98,
    );
    const heads = await Promise.all(given.map(({ stream }) => bench.store.headOf(stream)));
    expect(heads.map((head, i) => (head === 'no_stream' ? i : -1)).filter((i) => i >= 0)).toEqual([17, 71]);
  });

  it('16: takes two commands for one stream, handed over together, in their order', async () => {
    const stream = newStream();
    const [one, two] = [entries(2), entries(1)];
    const results = await Promise.all([
      bench.store.append({ stream, expected: 'no_stream', entries: one }),
      bench.store.append({ stream, expected: 1, entries: two }),
    ]);
    expect(results).toMatchObject([
      { status: 'stored', revision: 1 },
      { status: 'stored', revision: 2 },
    ]);
    expect(idsOf(await streamOf(bench.store, stream))).toEqual(idsOf([...one, ...two]));
  });
}
