import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringSheets, endState, importBench } from '../../test/support/import-bench.js';

describe('an import that is interrupted and given again', () => {
  let undisturbed: readonly string[];

  beforeAll(async () => {
    const bench = await importBench();
    try {
      await bringSheets(bench);
      undisturbed = await endState(bench);
    } finally {
      await bench.close();
    }
  }, 120_000);

  afterAll(() => expect(undisturbed.length).toBeGreaterThan(500));

  it.each([
    ['at every fourth append', 4, 8],
    ['at every eleventh append', 11, 3],
    ['at every twenty-third append', 23, 1],
  ])(
    'ends like one that nobody disturbed: %s',
    async (_when, every, interruptionsMin) => {
      const bench = await importBench();
      try {
        expect(await bringSheets(bench, every)).toBeGreaterThanOrEqual(interruptionsMin);
        expect(await endState(bench)).toEqual(undisturbed);
      } finally {
        await bench.close();
      }
    },
    240_000,
  );
});
