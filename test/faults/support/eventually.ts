import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until the answer is there; what is waited for is stated, how long it takes is not. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | false | undefined> | T | false | undefined,
  milliseconds = 60_000,
): Promise<T> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== undefined) return answer;
    if (performance.now() > until) throw new Error(`${what}: not within ${milliseconds} ms`);
    await sleep(20);
  }
}
