import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';

const againMilliseconds = 250;

/**
 * Takes an advisory lock of the session, asking again until it is free; throws after `milliseconds`. `pg_advisory_lock` would wait inside
 * a statement, whose snapshot keeps VACUUM from removing what others deleted meanwhile.
 */
export async function lockPatiently(client: pg.ClientBase, key: number, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [key]);
    if (rows[0]?.mine === true) return;
    if (performance.now() >= until) throw new Error(`advisory lock ${key} was not free within ${milliseconds} ms`);
    await setTimeout(againMilliseconds);
  }
}
