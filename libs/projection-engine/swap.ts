import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#libs/event-store/port';
import { CheckpointLost, Checkpoints } from './checkpoint.js';
import type { Follower, FollowerParts } from './follower.js';
import type { Queryable } from './row-store.js';
import { archiveOf, inTransaction, shadowOf, type ProjectedTable } from './shadow.js';

/** Some reader kept a table for so long that the new ones could not take its place; they wait for the next rebuild. */
export class SwapBlocked extends Error {}

/** Readers that come while we wait for a lock wait behind us, so no longer than this; then they go first. */
const lockMillisecondsMax = 1_500;
const idleMilliseconds = 60_000;
const pauseMillisecondsMax = 2_000;
const swapMillisecondsDefault = 10 * 60_000;
// lock_timeout, statement_timeout and a deadlock that PostgreSQL resolved.
const busy = ['55P03', '57014', '40P01'];

export interface SwapParts {
  readonly parts: FollowerParts;
  readonly shadow: Follower;
  readonly tables: readonly ProjectedTable[];
  readonly epoch: number;
  readonly signal?: AbortSignal | undefined;
  readonly swapMilliseconds?: number | undefined;
}

/**
 * Puts the shadow's tables in the place of the live ones, which go to the archive schema, and their checkpoints with them
 * (epoch + 1), in one transaction that waits for locks in short turns only. Throws SwapBlocked.
 */
export async function swap(asked: SwapParts): Promise<void> {
  const until = performance.now() + (asked.swapMilliseconds ?? swapMillisecondsDefault);
  for (let turn = 1; ; turn++) {
    asked.signal?.throwIfAborted();
    try {
      return await inTransaction(asked.parts.pool, (db) => swapIn(db, asked));
    } catch (error) {
      if (!busy.includes((error as { code?: string }).code ?? '')) throw error;
      if (performance.now() > until) throw new SwapBlocked('a reader would not let go of a table', { cause: error });
    }
    await sleep(Math.min(pauseMillisecondsMax, 200 * turn), undefined, asked.signal ? { signal: asked.signal } : {});
  }
}

async function swapIn(db: Queryable, asked: SwapParts): Promise<void> {
  const { schema: live, store } = asked.parts;
  const checkpoints = new Checkpoints(live);
  await db.query(
    `set local lock_timeout = ${lockMillisecondsMax}; set local idle_in_transaction_session_timeout = ${idleMilliseconds}`,
  );
  // Whoever leads stops here, before its next batch; readers go on.
  await db.query(`lock table ${live}.checkpoint in share row exclusive mode`);
  // Never behind what readers have seen; and what comes after now can come later.
  const reached = (await checkpoints.all(db)).map(({ position }) => position);
  const until = [...reached, await store.head()].reduce(
    laterOf((a, b) => store.compare(a, b)),
    null,
  );
  if (until !== null)
    while ((await asked.shadow.step({ until, epoch: asked.epoch })) > 0) asked.signal?.throwIfAborted();
  await lockAll(db, asked);
  const next = await new Checkpoints(shadowOf(live)).all(db);
  // The shadow is another rebuild's: this process was frozen for longer than its lease.
  if (next.some(({ epoch }) => epoch !== asked.epoch)) throw new CheckpointLost();
  await db.query(moves(asked));
  for (const { name, version, position } of next)
    await db.query(
      `update ${live}.checkpoint set position = $2, version = $3, epoch = epoch + 1, stopped = null where name = $1`,
      [name, position, version],
    );
  await db.query(`drop schema ${shadowOf(live)} cascade`);
}

const laterOf =
  (compare: (a: Position, b: Position) => number) =>
  (a: Position | null, b: Position | null): Position | null =>
    a === null || (b !== null && compare(a, b) < 0) ? b : a;

/**
 * The checkpoints too: a reader of several tables in one snapshot begins with them (see docs/operations.md), and so either
 * holds up the swap or sees what stands after it. Without that it might look, with an old snapshot, into a new table, which
 * to that snapshot is empty.
 */
async function lockAll(db: Queryable, { parts: { schema: live }, tables }: SwapParts): Promise<void> {
  const tabled = tables.map(({ names: { table } }) => `${live}."${table}"`);
  const names = [`${live}.checkpoint`, `${shadowOf(live)}.checkpoint`, ...tabled];
  // lock_timeout counts for each table anew; this counts for all together.
  await db.query(`set local statement_timeout = ${lockMillisecondsMax}`);
  await db.query(`lock table ${names.join(', ')} in access exclusive mode`);
  // A process that froze now would keep every reader out.
  await db.query(
    `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = ${lockMillisecondsMax}`,
  );
}

const moves = ({ parts: { schema: live }, tables }: SwapParts): string => {
  const [shadow, archive] = [shadowOf(live), archiveOf(live)];
  const each = tables.map(
    ({ names: { table } }) =>
      `alter table ${live}."${table}" set schema ${archive}; alter table ${shadow}."${table}" set schema ${live}`,
  );
  return [`drop schema if exists ${archive} cascade`, `create schema ${archive}`, ...each].join('; ');
};
