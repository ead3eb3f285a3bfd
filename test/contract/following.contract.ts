import { expect, it } from '@jest/globals';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import type { Bench } from './event-store.contract.js';
import { countOf, entries, entry, filled, idsOf, logAfter, newStream, repeated, streamOf } from './entries.js';

const backwardsFrom = async (store: EventStore, before: Position | null, limit: number): Promise<StoredEntry[]> => {
  const read: StoredEntry[] = [];
  for (let from = before; ;) {
    const page = await store.readAllBackwards(from, limit);
    read.push(...page.entries);
    if (page.end) return read;
    from = page.last;
  }
};

export function following(bench: Bench): void {
  const rising = (read: readonly StoredEntry[]): boolean =>
    read.every(({ position }, i) => i === 0 || bench.store.compare(read[i - 1]!.position, position) < 0);

  it('30: reads every entry of every stream once, in the order of positions, whatever the page', async () => {
    const streams = Array.from({ length: 12 }, newStream);
    const before = await bench.store.head();
    await repeated(60, (i) =>
      bench.store.append({ stream: streams[i % 12]!, expected: 'any', entries: entries((i % 3) + 1) }),
    );
    const read = await logAfter(bench.store, before);
    expect(rising(read)).toBe(true);
    expect(read).toHaveLength(120);
    for (const stream of streams)
      expect(read.filter((each) => each.stream === stream)).toEqual(await streamOf(bench.store, stream));
    for (const limit of [1, 7, 120, 121]) expect(await logAfter(bench.store, before, limit)).toEqual(read);
  });

  it('31: reads backwards what it reads forwards', async () => {
    const whole = await logAfter(bench.store, null);
    const backwards = await backwardsFrom(bench.store, null, 997);
    expect(idsOf(backwards)).toEqual(idsOf(whole).toReversed());
    expect(rising(whole)).toBe(true);
  }, 300_000);

  it('32: reads strictly after a position and strictly before it, wherever the position comes from', async () => {
    const stream = newStream();
    const result = await bench.store.append({ stream, expected: 'any', entries: entries(2) });
    const behind = await filled(bench.store, newStream(), 2);
    const [first, second] = await streamOf(bench.store, stream);
    expect(result).toMatchObject({ position: second!.position });
    expect(await logAfter(bench.store, second!.position)).toEqual(behind);
    expect(idsOf(await logAfter(bench.store, first!.position))).toEqual(idsOf([second!, ...behind]));
    expect((await bench.store.readAllBackwards(second!.position, 1)).entries).toEqual([first]);
    expect((await bench.store.readAllBackwards(null, 1)).entries).toEqual([behind[1]]);
  });

  it('32: hands back the position asked for when nothing came', async () => {
    const head = await bench.store.head();
    expect(head).not.toBeNull();
    expect(await bench.store.readAll(head, 10)).toEqual({ entries: [], last: head, end: true });
  });

  it('32: compares positions by their place, not as texts', async () => {
    const stream = newStream();
    const stored = await filled(bench.store, stream, 120);
    const shuffled = stored
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .toSorted((a, b) => bench.store.compare(a.position, b.position));
    expect(shuffled).toEqual(stored);
    expect(bench.store.compare(stored[3]!.position, stored[3]!.position)).toBe(0);
    expect(bench.store.compare(stored[4]!.position, stored[3]!.position)).toBeGreaterThan(0);
  });

  it('an empty log has no head and no pages', async () => {
    const opened = await bench.open();
    try {
      expect(await opened.store.head()).toBeNull();
      expect(await opened.store.readAll(null, 10)).toEqual({ entries: [], last: null, end: true });
      expect(await opened.store.readAllBackwards(null, 10)).toEqual({ entries: [], last: null, end: true });
      expect(opened.store.storeId).not.toBe(bench.store.storeId);
    } finally {
      await opened.store.close();
      await opened.drop();
    }
  }, 300_000);

  it('46: shows three readers, begun at different times, the same log that 16 writers are writing', async () => {
    const before = await bench.store.head();
    const streams = Array.from({ length: 8 }, newStream);
    let writing = true;
    const follow = async (): Promise<StoredEntry[]> => {
      const read: StoredEntry[] = [];
      for (let from = before, more = true; more;) {
        // Asked before the page: what was written before the writers stopped is in the page that follows.
        more = writing;
        const page = await bench.store.readAll(from, 50);
        read.push(...page.entries);
        from = page.last;
        more ||= !page.end;
      }
      return read;
    };
    const write = async (i: number): Promise<void> => {
      for (let n = 0; n < 20; n++)
        await bench.store.append({ stream: streams[(i + n) % 8]!, expected: 'any', entries: entries(1 + (n % 2)) });
    };
    const [early, writers] = [follow(), repeated(16, write)];
    await bench.store.append({ stream: newStream(), expected: 'any', entries: entries(1) });
    const middle = follow();
    await bench.store.append({ stream: newStream(), expected: 'any', entries: entries(1) });
    const late = follow();
    await writers;
    writing = false;
    const log = await logAfter(bench.store, before);
    expect(log).toHaveLength(482);
    for (const read of await Promise.all([early, middle, late])) expect(idsOf(read)).toEqual(idsOf(log));
  }, 300_000);

  it('51: says that the log ends here when all of it was read, and again after somebody wrote on', async () => {
    const head = await bench.store.head();
    expect(await bench.store.readAll(head, 2)).toMatchObject({ entries: [], end: true });
    const behind = await filled(bench.store, newStream(), 3);
    const first = await bench.store.readAll(head, 2);
    expect([idsOf(first.entries), first.end]).toEqual([idsOf(behind.slice(0, 2)), false]);
    const rest = await bench.store.readAll(first.last, 2);
    expect([idsOf(rest.entries), rest.end]).toEqual([idsOf(behind.slice(2)), true]);
  });

  it('48: does not stall readers or lose entries when half of the appends conflict', async () => {
    const stream = newStream();
    const before = await filled(bench.store, stream, 1);
    const results = await repeated(200, (i) =>
      bench.store.append({
        stream: i % 2 === 0 ? stream : newStream(),
        expected: i % 2 === 0 ? 0 : 'no_stream',
        entries: [entry(`{"i":${i}}`)],
      }),
    );
    expect(countOf(results, 'stored')).toBe(101);
    expect(await logAfter(bench.store, before[0]!.position)).toHaveLength(101);
  });

  it('wakes who watches, and not who stopped watching', async () => {
    const woken: string[] = [];
    let wake: () => void = () => undefined;
    const first = await bench.store.watch(() => woken.push('first'));
    const called = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await first.close();
    const second = await bench.store.watch(() => wake());
    await bench.store.append({ stream: newStream(), expected: 'any', entries: entries(1) });
    await called;
    expect(woken).toEqual([]);
    await second.close();
  });

  it('has the new entries readable by the time a watcher is woken', async () => {
    const stream = newStream();
    const before = await bench.store.head();
    let watch: { close(): Promise<void> } | undefined;
    const seen = new Promise<StoredEntry[]>((resolve, reject) => {
      const look = (): void =>
        void logAfter(bench.store, before).then((read) => read.length > 0 && resolve(read), reject);
      void bench.store.watch(look).then(async (given) => {
        watch = given;
        await bench.store.append({ stream, expected: 'any', entries: entries(3) });
      }, reject);
    });
    expect((await seen).map((each) => each.stream)).toEqual([stream, stream, stream]);
    await watch?.close();
  });
}
