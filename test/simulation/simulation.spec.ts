import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { numbers } from '../support/made-up-facts.js';
import { faultKinds } from './faults.js';
import { storyOf } from './shrink.js';
import { simulate, type Run } from './simulation.js';

const one = process.env['SIM_SEED'];
const seeds = one === undefined ? numbers(1, Number(process.env['SIM_SEEDS'] ?? 2_000)) : [Number(one)];
const seedsAtOnce = 250;
const timeoutMilliseconds = 600_000;

const portions = Array.from({ length: Math.ceil(seeds.length / seedsAtOnce) }, (_, i) =>
  seeds.slice(i * seedsAtOnce, (i + 1) * seedsAtOnce),
);

describe('whatever fails, in whatever order things happen', () => {
  const happened: Record<string, number> = {};
  const count = ({ struck, types }: Run): void => {
    for (const [kind, times] of Object.entries(struck)) happened[kind] = (happened[kind] ?? 0) + times;
    for (const type of types) happened[type] = (happened[type] ?? 0) + 1;
  };
  // Refusals and lost connections by the hundred thousand: nobody reads where each was thrown.
  const { stackTraceLimit } = Error;
  beforeAll(() => {
    Error.stackTraceLimit = 0;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  it.each(portions.map((portion) => [portion[0]!, portion.at(-1)!, portion] as const))(
    'what was promised stands and the windows show the log: seeds %d to %d',
    async (_, __, portion) => {
      for (const seed of portion) {
        const run = await simulate({ seed });
        count(run);
        if (run.broken.length === 0) continue;
        Error.stackTraceLimit = stackTraceLimit;
        throw new Error(await storyOf({ seed }, run));
      }
      expect(happened['ActivityPlanned']).toBeGreaterThanOrEqual(portion.length);
    },
    timeoutMilliseconds,
  );

  it('the faults strike and the events come about that this is about', () => {
    const wanted = ['ServiceHoursCredited', 'ServiceHoursConflicted', 'ServiceHoursReversed', 'AttendanceWithdrawn'];
    const expected = seeds.length < seedsAtOnce ? [] : [...faultKinds, ...wanted];
    expect(expected.filter((what) => (happened[what] ?? 0) < seeds.length / 20)).toEqual([]);
  });
});
