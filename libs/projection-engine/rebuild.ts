import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#libs/event-store/port';
import { compared, hashes, type RebuiltTable } from './compare.js';
import { firstPass } from './first-pass.js';
import { RowsRefused, isRefusal } from './fold.js';
import { Follower, type FollowerParts } from './follower.js';
import { Lease } from './lease.js';
import { meterOf, type OnRead, type RebuildProgress } from './rebuild-meter.js';
import { RebuildStopped, throwIfStopped } from './rebuild-stopped.js';
import { buildIndexes, clearAway, makeShadow, shadowOf, tablesOf, type ProjectedTable } from './shadow.js';
import { swap } from './swap.js';

export { RebuildStopped, type RebuiltTable };

export type { RebuildProgress } from './rebuild-meter.js';

export interface RebuildOptions {
  /** Ends it: the live tables stay as they are, what was folded is thrown away. */
  readonly signal?: AbortSignal | undefined;
  /** Connections that indexes and late rows are written over; 2 unless told. The result is the same with any number. */
  readonly writers?: number | undefined;
  /** 250 in the first pass and 1,000 after it, unless told. */
  readonly batchEntries?: number;
  /** Entries after which a rebuild that is cut off need not begin at the beginning; 2,000,000 unless told. */
  readonly savedEvery?: number;
  /** Rows that stay in memory while they are folded; 60,000 unless told. */
  readonly rowsInMemory?: number;
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

/** Another process took over while this one was frozen; nothing was changed by this one. */
export class RebuildLost extends Error {}

const batchEntriesDefault = 1_000;
// Small pages: what is read and not yet folded is what young collections copy (a third less of them than with 1,000).
const passDefaults = { batchEntries: 250, savedEvery: 2_000_000, rowsInMemory: 60_000 };
const writersDefault = 2;
const longLogEntries = 2_000;
const turnMilliseconds = 200;
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
  const result = await besideLive({ parts, onProgress, options }, async ({ parts: own, shadow, tables, epoch }) => {
    const { signal, swapMilliseconds } = options;
    const run = { parts: own, epoch, signal };
    const rebuilt = await compared(run, { shadow, tables }, (live, standing) => hashes(live, run, standing));
    await swap({ ...run, shadow, tables, swapMilliseconds });
    return rebuilt;
  });
  return result ?? [];
}

/** What was folded beside the live tables. */
export interface Beside {
  readonly parts: FollowerParts;
  readonly shadow: Follower;
  readonly tables: readonly ProjectedTable[];
  readonly epoch: number;
}

interface ToFold {
  readonly parts: FollowerParts;
  readonly onProgress: (progress: RebuildProgress) => void;
  readonly options: RebuildOptions;
}

/** Folds the whole log beside the live tables, hands what came of it to `use` and clears it away. Undefined when nothing is still to be done. */
export async function besideLive<T>(
  { parts, onProgress, options }: ToFold,
  use: (beside: Beside) => Promise<T>,
): Promise<T | undefined> {
  const lease = new Lease({ pool: parts.pool, schema: parts.schema, name: 'rebuild' });
  try {
    const epoch = await turn(lease, options.signal);
    const projections = (await options.still?.(parts)) ?? parts.projections;
    if (projections.length === 0) return undefined;
    return await foldAll({ parts: { ...parts, projections }, options, lease, epoch }, onProgress, use);
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

async function foldAll<T>(
  run: Run,
  onProgress: (progress: RebuildProgress) => void,
  use: (beside: Beside) => Promise<T>,
): Promise<T> {
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
      writers: options.writers ?? writersDefault,
      idleMilliseconds,
    });
    await adopt(run, shadow);
    const onRead = await meterOf(parts.store, shadow, onProgress);
    await foldMost(run, shadow, { tables, onRead });
    await fold(run, shadow, onRead);
    const result = await use({ parts, shadow, tables, epoch });
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

/** By far the most, and the indexes; afterwards rows have their keys and can be followed as the live ones are. */
async function foldMost(
  run: Run,
  shadow: Follower,
  { tables, onRead }: { readonly tables: readonly ProjectedTable[]; readonly onRead: OnRead },
): Promise<void> {
  const { parts, options } = run;
  const [first, ...others] = await shadow.ensure();
  const inStep = others.every(({ position }) => position === first!.position);
  const building = { tables, connections: options.writers ?? writersDefault, signal: options.signal };
  const read: OnRead = async (entries, position) => {
    await onRead(entries, position);
    throwIfOver(run);
  };
  try {
    throwIfOver(run);
    if (inStep) await firstPass({ parts, ...passDefaults, ...options, onRead: read });
    return await buildIndexes(parts, building);
  } catch (error) {
    if (!(error instanceof RowsRefused || isRefusal(error))) throw error;
  }
  // Only a Follower finds out which entry's row it is that PostgreSQL does not take.
  await clearAway(parts);
  await makeShadow(parts, tables);
  await adopt(run, shadow);
  await buildIndexes(parts, building);
}

function throwIfOver({ options: { signal }, lease }: Run): void {
  signal?.throwIfAborted();
  if (!lease.isHeld) throw new RebuildLost('another process rebuilds');
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

async function foldUntil(
  run: Run,
  shadow: Follower,
  { until, onRead }: { readonly until: Position; readonly onRead: OnRead },
): Promise<number> {
  for (let entries = 0; ;) {
    throwIfOver(run);
    const read = await shadow.step({ until, epoch: run.epoch });
    const checkpoints = await shadow.ensure();
    throwIfStopped(checkpoints);
    if (read === 0) return entries;
    entries += read;
    await onRead(read, checkpoints[0]?.position ?? null);
  }
}
