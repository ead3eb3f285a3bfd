import { expect, it } from '@jest/globals';
import type { ExpectedRevision } from '#libs/event-store/port';
import type { Bench } from './event-store.contract.js';
import { entries, entry, filled, idsOf, newStream, repeated, streamOf } from './entries.js';

export function repeating(bench: Bench): void {
  it.each<ExpectedRevision>(['no_stream', 'any'])(
    '17, 19: gives the original outcome to an append repeated with %s',
    async (expected) => {
      const stream = newStream();
      const given = entries(2);
      const first = await bench.store.append({ stream, expected, entries: given });
      const head = await bench.store.head();
      expect(await bench.store.append({ stream, expected, entries: given })).toEqual({ ...first, status: 'duplicate' });
      expect(await bench.store.head()).toBe(head);
      expect(idsOf(await streamOf(bench.store, stream))).toEqual(idsOf(given));
    },
  );

  it.each<ExpectedRevision>([0, 'any', 'stream_exists', 3, 'no_stream'])(
    '18: gives the original outcome although others wrote behind it, whatever is expected now (%s)',
    async (expected) => {
      const stream = newStream();
      await filled(bench.store, stream, 1);
      const given = entries(2);
      const first = await bench.store.append({ stream, expected: 0, entries: given });
      await filled(bench.store, stream, 3);
      expect(await bench.store.append({ stream, expected, entries: given })).toEqual({ ...first, status: 'duplicate' });
      expect(await bench.store.headOf(stream)).toBe(5);
    },
  );

  it('20: refuses an append of which only a part is known', async () => {
    const stream = newStream();
    const [a, b, c] = entries(3);
    await bench.store.append({ stream, expected: 'no_stream', entries: [a!, b!] });
    for (const partly of [
      [a!, c!],
      [c!, a!],
      [a!, b!, c!],
      [c!, a!, b!],
    ])
      expect(await bench.store.append({ stream, expected: 'no_stream', entries: partly })).toEqual({
        status: 'wrong_revision',
        actual: 1,
      });
    expect(idsOf(await streamOf(bench.store, stream))).toEqual(idsOf([a!, b!]));
  });

  it('20: refuses an append of which only a part is known, also when its revision would fit', async () => {
    const stream = newStream();
    const [a, b, c] = entries(3);
    await bench.store.append({ stream, expected: 'no_stream', entries: [a!, b!] });
    for (const expected of [1, 'any', 'stream_exists'] as const)
      expect(await bench.store.append({ stream, expected, entries: [b!, c!] })).toEqual({
        status: 'wrong_revision',
        actual: 1,
      });
    expect(await bench.store.headOf(stream)).toBe(1);
  });

  it('21: refuses known entries in another order or with one left out between', async () => {
    const stream = newStream();
    const [a, b, c] = entries(3);
    await bench.store.append({ stream, expected: 'no_stream', entries: [a!, b!, c!] });
    for (const other of [
      [b!, a!],
      [a!, c!],
      [c!, b!, a!],
    ])
      expect(await bench.store.append({ stream, expected: 'any', entries: other })).toEqual({
        status: 'wrong_revision',
        actual: 2,
      });
  });

  it('22: keeps the first text of an id and answers as the first time', async () => {
    const stream = newStream();
    const given = entry('{"gift":"rice"}');
    const first = await bench.store.append({ stream, expected: 'no_stream', entries: [given] });
    const again = await bench.store.append({
      stream,
      expected: 'no_stream',
      entries: [{ ...given, type: 'Taken', text: '{"gift":"oil"}' }],
    });
    expect(again).toEqual({ ...first, status: 'duplicate' });
    expect(await streamOf(bench.store, stream)).toMatchObject([given]);
  });

  it('25: stores one copy of 20 identical appends at once and answers all alike', async () => {
    const stream = newStream();
    const given = entries(3);
    const results = await repeated(20, () => bench.store.append({ stream, expected: 'no_stream', entries: given }));
    const stored = await streamOf(bench.store, stream);
    expect(idsOf(stored)).toEqual(idsOf(given));
    expect(results.map(({ status }) => status).toSorted()).toEqual([...Array<string>(19).fill('duplicate'), 'stored']);
    const alike = { revision: 2, position: stored[2]!.position };
    for (const result of results) expect(result).toMatchObject(alike);
  });

  it('stores each of 20 different appends at once exactly once when every one is sent twice', async () => {
    const stream = newStream();
    const given = Array.from({ length: 20 }, () => entries(2));
    const results = await repeated(40, (i) => bench.store.append({ stream, expected: 'any', entries: given[i % 20]! }));
    for (let i = 0; i < 20; i++)
      expect(new Set([results[i]!.status, results[i + 20]!.status])).toEqual(new Set(['stored', 'duplicate']));
    for (let i = 0; i < 20; i++)
      expect(results[i]).toMatchObject({ revision: (results[i + 20] as { revision: number }).revision });
    expect(new Set(idsOf(await streamOf(bench.store, stream)))).toEqual(new Set(given.flatMap(idsOf)));
    expect(await bench.store.headOf(stream)).toBe(39);
  });

  it('says id_reused when an id stands in another stream, and stores nothing', async () => {
    const [stream, other] = [newStream(), newStream()];
    const [known, fresh] = [entry(), entry()];
    await bench.store.append({ stream, expected: 'no_stream', entries: [known] });
    for (const given of [[known], [fresh, known], [known, fresh]])
      for (const expected of ['no_stream', 'any', 0] as const)
        expect(await bench.store.append({ stream: other, expected, entries: given })).toEqual({ status: 'id_reused' });
    expect(await bench.store.headOf(other)).toBe('no_stream');
    expect(await bench.store.append({ stream: other, expected: 'no_stream', entries: [fresh] })).toMatchObject({
      status: 'stored',
    });
  });
}
