import { expect, it } from '@jest/globals';
import { StoreUnavailable } from '#libs/event-store/port';
import type { Bench } from './event-store.contract.js';
import { countOf, entries, logAfter, newStream, repeated } from './entries.js';

export function stopping(bench: Bench): void {
  it('70: finishes every one of 5,000 appends offered at once', async () => {
    const before = await bench.store.head();
    const results = await repeated(5_000, (i) =>
      bench.store.append({ stream: `crowd-${i % 100}`, expected: 'any', entries: entries(1) }),
    );
    expect(countOf(results, 'stored')).toBe(5_000);
    expect(await logAfter(bench.store, before)).toHaveLength(5_000);
  }, 300_000);

  it('71: lets what it accepted finish on closing and refuses what comes after', async () => {
    const opened = await bench.open();
    const accepted = repeated(300, () =>
      opened.store.append({ stream: newStream(), expected: 'no_stream', entries: entries(1) }),
    );
    const closing = opened.store.close();
    await expect(opened.store.append({ stream: newStream(), expected: 'any', entries: entries(1) })).rejects.toThrow(
      StoreUnavailable,
    );
    expect(countOf(await accepted, 'stored')).toBe(300);
    await closing;
    await expect(opened.store.append({ stream: newStream(), expected: 'any', entries: entries(1) })).rejects.toThrow(
      StoreUnavailable,
    );
    if (opened.reopen) {
      const again = await opened.reopen();
      expect(again.storeId).toBe(opened.store.storeId);
      expect(await logAfter(again, null)).toHaveLength(300);
      await again.close();
    }
    await opened.drop();
  }, 300_000);
}
