import { describe, expect, it } from '@jest/globals';
import { numbers } from '../support/made-up-facts.js';
import { lastBroken, storyOfFault, underOneFault } from './each-call.js';
import { plantedBugs } from './planted-bugs.js';
import { storyOf } from './shrink.js';
import { simulate, type Bends, type Plan } from './simulation.js';

const seedsMost = 120;

async function firstCaught(bends: Bends): Promise<Plan | undefined> {
  for (const seed of numbers(1, seedsMost)) {
    const { broken } = await simulate({ seed, bends });
    if (broken.length > 0) return { seed, bends };
  }
  return undefined;
}

describe(`a bug is caught within ${seedsMost} seeds`, () => {
  it.each(Object.entries(plantedBugs))('%s', async (_, bends) => {
    expect(await firstCaught(bends)).toBeDefined();
  });
});

describe('a bug of the outbox is caught by failing each call once', () => {
  it.each([
    'an outbox that takes a letter out of the box before the receiver has it',
    'an outbox that puts letters into the box outside the transaction of its checkpoint, and only afterwards',
  ])('%s', async (name) => {
    const bends = plantedBugs[name]!;
    expect((await underOneFault({ bends })).broken).toEqual([]);
    const { fault, run } = (await lastBroken(bends))!;
    expect(run.broken.join()).toContain('nobody was written to about ServiceHours');
    expect(storyOfFault(fault, run)).toContain(
      `SIM_FAULT=${fault.fate}:${fault.call} npm test -- test/simulation/each-call`,
    );
    // That fault again, and nothing else, is what the command repeats.
    expect(await underOneFault({ bends, fault })).toEqual(run);
  });
});

describe('a seed that fails', () => {
  const lossy = plantedBugs['a store that loses an append it acknowledged']!;

  it('fails again in the same way', async () => {
    const plan = (await firstCaught(lossy))!;
    const [first, second] = [await simulate(plan), await simulate(plan)];
    expect(second.trace).toEqual(first.trace);
    expect(second.broken).toEqual(first.broken);
  });

  it('is told with its number, the broken rule and no more commands than it takes', async () => {
    const plan = (await firstCaught(lossy))!;
    const run = await simulate(plan);
    const story = await storyOf(plan, run);
    expect(story).toContain(`SIM_SEED=${plan.seed} npm test -- test/simulation`);
    expect(story).toContain(`! `);
    const [, left] = /shrunk to (\d+) of/.exec(story)!;
    expect(Number(left)).toBeLessThan(run.asked.length / 2);
  });
});
