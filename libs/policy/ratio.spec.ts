import { describe, expect, it } from '@jest/globals';
import { ratioMet, volunteersNeeded } from './ratio.js';

describe('30 per cent of the full members', () => {
  it.each([
    [34, 11],
    [33, 10],
    [11, 4],
    [10, 3],
    [9, 3],
    [4, 2],
    [3, 1],
    [2, 1],
    [1, 1],
  ])('of %d is %d volunteers', (full, needed) => {
    expect(volunteersNeeded(full, 30)).toBe(needed);
    expect(ratioMet(needed - 1, full, 30)).toBe(false);
    expect(ratioMet(needed, full, 30)).toBe(true);
    expect(ratioMet(needed + 1, full, 30)).toBe(true);
  });

  it('of nobody is not applicable', () => {
    expect(volunteersNeeded(0, 30)).toBeNull();
    expect(ratioMet(0, 0, 30)).toBeNull();
  });
});

it('is exact where fractions are not', () => {
  expect(volunteersNeeded(100, 7)).toBe(7);
  expect(volunteersNeeded(100, 29)).toBe(29);
  expect(volunteersNeeded(101, 29)).toBe(30);
  expect(volunteersNeeded(10_000_000, 30)).toBe(3_000_000);
});

it('means volunteers × 100 ≥ full members × percent, for every number of members up to 400', () => {
  for (let full = 1; full <= 400; full += 1) {
    const needed = volunteersNeeded(full, 30) ?? 0;
    expect(needed * 100).toBeGreaterThanOrEqual(full * 30);
    expect((needed - 1) * 100).toBeLessThan(full * 30);
  }
});

it('counts are whole and not negative', () => {
  expect(() => volunteersNeeded(-1, 30)).toThrow(RangeError);
  expect(() => volunteersNeeded(3.5, 30)).toThrow(RangeError);
  expect(() => ratioMet(-1, 10, 30)).toThrow(RangeError);
});
