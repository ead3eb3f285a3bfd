import { describe, expect, it } from '@jest/globals';
import { Together } from './together.js';

describe('questions put together', () => {
  const counted = (): { rounds: number[][]; together: Together<number, string> } => {
    const rounds: number[][] = [];
    const together = new Together<number, string>(async (questions) => {
      rounds.push([...questions]);
      await new Promise(setImmediate);
      if (questions.includes(13)) throw new Error('thirteen');
      return questions.map((question) => `${question}!`);
    });
    return { rounds, together };
  };

  it('share one statement when they come in one turn, and each gets its own answer', async () => {
    const { rounds, together } = counted();
    expect(await Promise.all([1, 2, 3].map((n) => together.ask(n)))).toEqual(['1!', '2!', '3!']);
    expect(rounds).toEqual([[1, 2, 3]]);
  });

  it('wait for the next statement when they come while one is under way', async () => {
    const { rounds, together } = counted();
    const first = together.ask(1);
    await new Promise(setImmediate);
    const later = [together.ask(1), together.ask(2)];
    expect(await Promise.all([first, ...later])).toEqual(['1!', '1!', '2!']);
    expect(rounds).toEqual([[1], [1, 2]]);
  });

  it('fail together, and not those that come after', async () => {
    const { together } = counted();
    const failed = await Promise.allSettled([together.ask(1), together.ask(13)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await together.ask(1)).toBe('1!');
  });

  it('are at most 500 at once', async () => {
    const { rounds, together } = counted();
    await Promise.all(Array.from({ length: 1_001 }, (_, n) => together.ask(n + 100)));
    expect(rounds.map(({ length }) => length)).toEqual([500, 500, 1]);
  });
});
