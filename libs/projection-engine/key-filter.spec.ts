import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { KeyFilter } from './key-filter.js';

const keys = (count: number): string[] => Array.from({ length: count }, () => randomUUID());

describe('A key filter', () => {
  it('holds nothing at first', () => {
    expect(keys(100).filter((key) => new KeyFilter().mayHold(key))).toEqual([]);
  });

  it('never forgets a key, however often it has grown, and seldom takes another one for it', () => {
    const filter = new KeyFilter();
    const [held, others] = [keys(100_000), keys(20_000)];
    for (const key of held) filter.add(key);
    expect(held.every((key) => filter.mayHold(key))).toBe(true);
    expect(others.filter((key) => filter.mayHold(key)).length).toBeLessThan(100);
  });

  it('tells keys apart that differ in one sign', () => {
    const filter = new KeyFilter();
    for (let n = 0; n < 20_000; n += 2) filter.add(`gift-${n}`);
    const wrong = Array.from({ length: 10_000 }, (_, n) => `gift-${2 * n + 1}`).filter((key) => filter.mayHold(key));
    expect(wrong.length).toBeLessThan(100);
  });
});
