import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Position } from '#libs/event-store/port';
import { Checkpoints, type Checkpoint } from './checkpoint.js';
import { Follower, type FollowerParts } from './follower.js';
import { Lease } from './lease.js';
import {
  buildIndexes,
  clearAway,
  inTransaction,
  makeShadow,
  shadowOf,
  tablesOf,
  type ProjectedTable,
} from './shadow.js';
import { swap } from './swap.js';
import { tableHash } from './table-hash.js';

export { tableHash };

export interface RebuiltTable {
  readonly projection: string;
  readonly table: string;
  readonly rows: number;
  /** SHA-256 over the rows in key order, before and after; `before` is null when the live table stood elsewhere in the log or was another version's. */
  readonly before: string | null;
  readonly after: string;
}

export interface RebuildProgress {
  /** Entries folded by this run. */
  readonly entries: number;
  readonly position: Position | null;
  readonly ratePerSecond: number;
  /** Null while nobody can tell. */
  readonly secondsLeft: number | null;
}

export interface RebuildOptions {
  /** Ends it: the live tables stay as they are, what was folded is thrown away. */
  readonly signal?: AbortSignal | undefined;
  /** Connections the rows are written over; 2 unless told. The result is the same with any number. */
  readonly writers?: number | undefined;
  /** 10,000 unless told. */
  readonly batchEntries?: number | undefined;
  /** How long to try to take the place of tables that readers keep; 600,000 unless told. */
  readonly swapMilliseconds?: number | undefined;
  /** Which of the projections are still to be done when it is this rebuild's turn; all unless told. */
  readonly still?: (parts: FollowerParts) => Promise<FollowerParts['projections']>;
}

/**
 * Folds again, before anybody reads them, projections whose folds changed since their tables were filled, and new ones that
 * would have to be followed from the beginning of a long log.
 */
export async function rebuildOutdated(parts: FollowerParts, onFound: (count: number) => void): Promise<void> {
  const found = await outdated(parts);
  if (found.length === 0) return;
  onFound(found.length);
  // Another process may have been first.
  await rebuild(parts, () => undefined, { still: outdated });
}

async function outdated(parts: FollowerParts): Promise<FollowerParts['projections']> {
  const filled = new Map((await new Follower(parts).ensure()).map((checkpoint) => [checkpoint.name, checkpoint]));
  const changed = parts.projections.filter(({ name, version }) => filled.get(name)?.version !== version);
  const empty = parts.projections.filter(({ name }) => filled.get(name)?.position === null);
  if (empty.length === 0) return changed;
  const { entries } = await parts.store.readAll(null, longLogEntries);
  if (entries.length < longLogEntries) return changed;
  return parts.projections.filter((one) => changed.includes(one) || empty.includes(one));
}

/** The rebuild met an event that a fold cannot take; nothing was changed. */
export class RebuildStopped extends Error {}

/** Another process took over while this one was frozen; nothing was changed by this one. */
export class RebuildLost extends Error {}

const batchEntriesDefault = 10_000;
const longLogEntries = 2_000;
const turnMilliseconds = 200;
const compareTurnsMax = 25;
const idleMilliseconds = 60_000;
const roundsMax = 10;

/**
 * Folds the whole log again beside the live tables, in one pass for all projections asked, compares, and puts the result in
 * their place in one transaction: readers see the old rows or the new ones, never an empty book. Commands and followers go on
 * meanwhile. One rebuild at a time, others wait. What a crash leaves is gone on with by the next rebuild of the same folds.
 * Throws RebuildStopped, RebuildLost, SwapBlocked and the signal's reason.
 */
export async function rebuild(
  parts: FollowerParts,
  onProgress: (progress: RebuildProgress) => void,
  options: RebuildOptions = {},
): Promise<RebuiltTable[]> {
  const lease = new Lease({ pool: parts.pool, schema: parts.schema, name: 'rebuild' });
  try {
    const epoch = await turn(lease, options.signal);
    const projections = (await options.still?.(parts)) ?? parts.projections;
    if (projections.length === 0) return [];
    return await rebuildAll({ parts: { ...parts, projections }, options, lease, epoch }, onProgress);
  } finally {
    await lease.release();
  }
}

async function turn(lease: Lease, signal: AbortSignal | undefined): Promise<number> {
  for (;;) {
    signal?.throwIfAborted();
    const epoch = await lease.take([]);
    if (epoch !== undefined) return epoch;
    await sleep(turnMilliseconds);
  }
}

interface Run {
  readonly parts: FollowerParts;
  readonly options: RebuildOptions;
  readonly lease: Lease;
  readonly epoch: number;
}

async function rebuildAll(run: Run, onProgress: (progress: RebuildProgress) => void): Promise<RebuiltTable[]> {
  const { parts, options, epoch } = run;
  const { signal } = options;
  const tables = tablesOf(parts);
  await new Follower(parts).ensure();
  try {
    await makeShadow(parts, tables);
    const { onStopped: _told, ...folding } = parts;
    const shadow = new Follower({
      ...folding,
      schema: shadowOf(parts.schema),
      batchEntries: options.batchEntries ?? batchEntriesDefault,
      writers: options.writers ?? 2,
      idleMilliseconds,
    });
    await adopt(run, shadow);
    await fold(run, shadow, await meter(run, shadow, onProgress));
    await buildIndexes(parts, tables, signal);
    const result = await compared(run, shadow, tables);
    await swap({ parts, shadow, tables, epoch, signal, swapMilliseconds: options.swapMilliseconds });
    await clearAway(parts);
    return result;
  } catch (error) {
    // What a fold refused will be folded differently, and who breaks off wants to be rid of it; a crash may be gone on with.
    if ((signal?.aborted || error instanceof RebuildStopped) && run.lease.isHeld) await clearAway(parts);
    throw error;
  }
}

/** Makes the shadow's checkpoints this run's own: one that woke up late finds that they are not its. */
async function adopt({ parts, epoch }: Run, shadow: Follower): Promise<void> {
  await shadow.ensure();
  await parts.pool.query(`update ${shadowOf(parts.schema)}.checkpoint set epoch = $1, stopped = null`, [epoch]);
}

/**
 * To the end of the log as it is now, and again while much came meanwhile. Where commands are written faster than they are
 * folded the end is never reached: what is left then is folded while followers wait, before the swap.
 */
async function fold(run: Run, shadow: Follower, onRead: OnRead): Promise<void> {
  const enough = run.options.batchEntries ?? batchEntriesDefault;
  for (let round = 0; round < roundsMax; round++) {
    const until = await run.parts.store.head();
    if (until === null || (await foldUntil(run, shadow, { until, onRead })) < enough) return;
  }
}

type OnRead = (entries: number, position: Position | null) => Promise<void>;

async function foldUntil(
  { options: { signal }, lease, epoch }: Run,
  shadow: Follower,
  { until, onRead }: { readonly until: Position; readonly onRead: OnRead },
): Promise<number> {
  for (let entries = 0; ;) {
    signal?.throwIfAborted();
    if (!lease.isHeld) throw new RebuildLost('another process rebuilds');
    const read = await shadow.step({ until, epoch });
    const checkpoints = await shadow.ensure();
    throwIfStopped(checkpoints);
    if (read === 0) return entries;
    entries += read;
    await onRead(read, checkpoints[0]?.position ?? null);
  }
}

function throwIfStopped(checkpoints: readonly Checkpoint[]): void {
  for (const { name, stopped } of checkpoints)
    if (stopped)
      throw new RebuildStopped(
        `${name}: ${stopped.type} at ${stopped.position}, event ${stopped.eventId ?? 'unknown'}: ${stopped.why}`,
      );
}

/** Tells the rate of this run, and from it the time that is left. */
async function meter(
  { parts: { store, entriesUpTo } }: Run,
  shadow: Follower,
  onProgress: (progress: RebuildProgress) => void,
): Promise<OnRead> {
  const since = performance.now();
  const before = (await shadow.ensure())[0]?.position ?? null;
  let entries = 0;
  const upTo = (position: Position | null): number => (position === null ? 0 : (entriesUpTo?.(position) ?? 0));
  return async (read, position) => {
    entries += read;
    const ratePerSecond = Math.round(entries / Math.max(0.001, (performance.now() - since) / 1_000));
    const done = upTo(position) - upTo(before);
    const left = entriesUpTo && ratePerSecond > 0 && done > 0 ? upTo(await store.head()) - upTo(position) : null;
    onProgress({
      entries,
      position,
      ratePerSecond,
      secondsLeft: left === null ? null : Math.max(0, Math.ceil(left / ratePerSecond)),
    });
  };
}

/**
 * Live and shadow at the same entry, held against each other: the live tables are looked at in one snapshot, and the shadow
 * is brought to where that stands. Where nobody leads, or a live table stopped, it may stand elsewhere; that is told.
 */
async function compared(run: Run, shadow: Follower, tables: readonly ProjectedTable[]): Promise<RebuiltTable[]> {
  const { parts } = run;
  for (let left = compareTurnsMax; ; left--) {
    const result = await inTransaction(
      parts.pool,
      async (db) => {
        const live = await new Checkpoints(parts.schema).all(db);
        if (left > 0 && (await mayCatchUp(run, live, await shadow.ensure()))) return undefined;
        const own = await same(run, live, shadow);
        return hashes(
          db,
          run,
          tables.map((table) => ({ ...table, isSame: own.has(table.projection) })),
        );
      },
      'begin isolation level repeatable read read only',
    );
    if (result) return result;
    run.options.signal?.throwIfAborted();
    await sleep(turnMilliseconds);
  }
}

/** Whether a live table is behind the shadow and somebody is there to move it on. */
async function mayCatchUp(
  { parts }: Run,
  live: readonly Checkpoint[],
  shadow: readonly Checkpoint[],
): Promise<boolean> {
  const isBehind = live.some(({ name, position, stopped, version }) => {
    const next = shadow.find((one) => one.name === name);
    if (!next || next.position === null || stopped || version !== next.version) return false;
    return position === null || parts.store.compare(position, next.position) < 0;
  });
  if (!isBehind) return false;
  const { rows } = await parts.pool.query(
    `select 1 from ${parts.schema}.lease where name = 'windows' and expires_at > clock_timestamp()`,
  );
  return rows.length > 0;
}

/** Names of the projections whose live and shadow tables stand at the same entry, after the shadow was brought there. */
async function same({ epoch }: Run, live: readonly Checkpoint[], shadow: Follower): Promise<Set<string>> {
  const before = await shadow.ensure();
  const own = live.filter(({ name }) => before.some((one) => one.name === name));
  const until = own.find(({ position, stopped }) => position !== null && stopped === null)?.position;
  if (until) while ((await shadow.step({ until, epoch })) > 0);
  const after = await shadow.ensure();
  throwIfStopped(after);
  const stands = ({ name, version, position }: Checkpoint): boolean =>
    own.some((one) => one.name === name && one.version === version && one.position === position);
  return new Set(after.filter(stands).map(({ name }) => name));
}

async function hashes(
  live: pg.PoolClient,
  { parts }: Run,
  tables: readonly (ProjectedTable & { readonly isSame: boolean })[],
): Promise<RebuiltTable[]> {
  const result: RebuiltTable[] = [];
  for (const { projection, names, isSame } of tables) {
    const before = isSame ? (await tableHash(live, parts.schema, names)).hash : null;
    const { rows, hash } = await tableHash(parts.pool, shadowOf(parts.schema), names);
    result.push({ projection, table: names.table, rows, before, after: hash });
  }
  return result;
}
