import { expect, it } from '@jest/globals';
import { appendBytesMax, EntryTooLarge, InvalidAppend, storedEntryBytesMax } from '#libs/event-store/port';
import type { Bench } from './event-store.contract.js';
import { entries, entry, idsOf, newStream, streamOf } from './entries.js';

export function fidelity(bench: Bench): void {
  it.each([
    ['Chinese', '{"地点":"合肥市包河区"}'],
    ['letters outside the basic plane', '{"name":"𠮷䶮🀄👩‍👩‍👧"}'],
    ['right-to-left and combining marks', '{"a":"שלום é é"}'],
    ['an escaped U+0000', '{"a":"\\u0000"}'],
    ['numbers as they were spelt', '[0.1,1e2,1E21,-0,1.0,9007199254740993]'],
    ['keys out of order and twice', '{"b":1,"a":2,"b":3}'],
    ['blanks and line breaks', ' {\n\t"a" :\r\n1 }\n'],
    ['what only looks like SQL, COPY or an array', `'); drop table entry; -- \\. \\N {"a",NULL}`],
    ['a lone backslash and quotes', '\\ " \' , { }'],
    ['the word NULL', 'NULL'],
    ['a byte order mark and the last letter', '\ufeff\u{10ffff}'],
  ])('37 to 40: keeps %s letter for letter', async (_what, text) => {
    const stream = newStream();
    await bench.store.append({ stream, expected: 'no_stream', entries: [entry(text), entry('{}'), entry(text)] });
    expect((await streamOf(bench.store, stream)).map((stored) => stored.text)).toEqual([text, '{}', text]);
  });

  it('37: keeps a Chinese stream name and type', async () => {
    const stream = `${newStream()}-志愿者𠮷 "quoted"|{a,b}`;
    await bench.store.append({ stream, expected: 'no_stream', entries: [entry('{}', '时长已记入, "𠮷"')] });
    expect(await streamOf(bench.store, stream)).toMatchObject([{ stream, type: '时长已记入, "𠮷"' }]);
    const page = await bench.store.readAllBackwards(null, 1);
    expect(page.entries).toMatchObject([{ stream }]);
  });

  it('37: takes names of 200 and types of 100 letters', async () => {
    const stream = newStream().padEnd(200, '册');
    const type = '志'.repeat(100);
    await bench.store.append({ stream, expected: 'no_stream', entries: [entry('{}', type)] });
    expect(await streamOf(bench.store, stream)).toMatchObject([{ stream, type }]);
    const longer = { stream: newStream(), expected: 'any' as const, entries: [entry('{}', `${type}册`)] };
    await expect(bench.store.append(longer)).rejects.toThrow(InvalidAppend);
  });

  it('44: gives back id, type, text, stream, revision and position', async () => {
    const stream = newStream();
    const given = entry();
    const result = await bench.store.append({ stream, expected: 'no_stream', entries: [given] });
    expect(await streamOf(bench.store, stream)).toEqual([
      { ...given, stream, revision: 0, position: (result as { position: string }).position },
    ]);
  });

  it.each([storedEntryBytesMax - 1, storedEntryBytesMax])('42: takes an entry of %d bytes', async (bytes) => {
    const stream = newStream();
    const text = '册'.repeat(Math.floor(bytes / 3)).padEnd(Math.floor(bytes / 3) + (bytes % 3), 'x');
    expect(Buffer.byteLength(text)).toBe(bytes);
    expect(await bench.store.append({ stream, expected: 'no_stream', entries: [entry(text)] })).toMatchObject({
      status: 'stored',
    });
    expect((await streamOf(bench.store, stream))[0]!.text).toBe(text);
  });

  it('42: refuses an entry above the limit, counted in bytes, and stores nothing', async () => {
    const stream = newStream();
    const above = [entry(), entry(`${'册'.repeat(storedEntryBytesMax / 3)}x`)];
    const refusal: unknown = await bench.store
      .append({ stream, expected: 'any', entries: above })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EntryTooLarge);
    expect(refusal).toMatchObject({ bytes: storedEntryBytesMax + 1, limitBytes: storedEntryBytesMax });
    expect(await bench.store.headOf(stream)).toBe('no_stream');
  });

  it('42: takes an append of exactly the limit and refuses one byte more', async () => {
    const stream = newStream();
    const full = entries(20, 'x'.repeat(appendBytesMax / 20));
    const above = [...entries(19, 'x'.repeat(appendBytesMax / 20)), entry('x'.repeat(appendBytesMax / 20 + 1))];
    await expect(bench.store.append({ stream, expected: 'any', entries: above })).rejects.toThrow(EntryTooLarge);
    expect(await bench.store.headOf(stream)).toBe('no_stream');
    expect(await bench.store.append({ stream, expected: 'any', entries: full })).toMatchObject({
      status: 'stored',
      revision: 19,
    });
  });

  it('43: takes 1,000 entries at once, whole and in order, and refuses 1,001', async () => {
    const stream = newStream();
    const given = entries(1_000);
    expect(await bench.store.append({ stream, expected: 'no_stream', entries: given })).toMatchObject({
      status: 'stored',
      revision: 999,
    });
    expect(idsOf(await streamOf(bench.store, stream))).toEqual(idsOf(given));
    await expect(bench.store.append({ stream, expected: 'any', entries: entries(1_001) })).rejects.toThrow(
      InvalidAppend,
    );
    expect(await bench.store.headOf(stream)).toBe(999);
  });
}
