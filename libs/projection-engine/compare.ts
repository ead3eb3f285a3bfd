import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { Checkpoints, type Checkpoint } from './checkpoint.js';
import type { Follower, FollowerParts } from './follower.js';
import { throwIfStopped } from './rebuild-stopped.js';
import { inTransaction, shadowOf, type ProjectedTable } from './shadow.js';
import { tableHash } from './table-hash.js';

export interface RebuiltTable {
  readonly projection: string;
  readonly table: string;
  readonly rows: number;
  /** Of all rows (see tableHash), before and after; `before` is null when the live table stood elsewhere in the log or was another version's. */
  readonly before: string | null;
  readonly after: string;
}

/** `isSame`: the live table and the shadow stand at the same entry. */
export interface ProjectedStanding extends ProjectedTable {
  readonly isSame: boolean;
}

export interface Comparison {
  readonly parts: FollowerParts;
  readonly epoch: number;
  readonly signal: AbortSignal | undefined;
}

const compareTurnsMax = 25;
const turnMilliseconds = 200;

/**
 * Live and shadow at the same entry, held against each other: the live tables are looked at in one snapshot, and the shadow
 * is brought to where that stands. Where nobody leads, or a live table stopped, it may stand elsewhere; that is told.
 */
export async function compared<T>(
  run: Comparison,
  { shadow, tables }: { readonly shadow: Follower; readonly tables: readonly ProjectedTable[] },
  look: (live: pg.PoolClient, tables: readonly ProjectedStanding[]) => Promise<T>,
): Promise<T> {
  const { parts } = run;
  for (let left = compareTurnsMax; ; left--) {
    const result = await inTransaction(
      parts.pool,
      async (db) => {
        const live = await new Checkpoints(parts.schema).all(db);
        if (left > 0 && (await mayCatchUp(run, live, await shadow.ensure()))) return undefined;
        const own = await same(run, live, shadow);
        return look(
          db,
          tables.map((table) => ({ ...table, isSame: own.has(table.projection) })),
        );
      },
      'begin isolation level repeatable read read only',
    );
    if (result !== undefined) return result;
    run.signal?.throwIfAborted();
    await sleep(turnMilliseconds);
  }
}

/** Whether a live table is behind the shadow and somebody is there to move it on. */
async function mayCatchUp(
  { parts }: Comparison,
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
async function same({ epoch }: Comparison, live: readonly Checkpoint[], shadow: Follower): Promise<Set<string>> {
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

/** For finding differences quickly; see tableHash. */
export async function hashes(
  live: pg.PoolClient,
  { parts }: Pick<Comparison, 'parts'>,
  tables: readonly ProjectedStanding[],
): Promise<RebuiltTable[]> {
  const result: RebuiltTable[] = [];
  for (const { projection, names, isSame } of tables) {
    const [before, { rows, hash }] = await Promise.all([
      isSame ? tableHash(live, parts.schema, names) : undefined,
      tableHash(parts.pool, shadowOf(parts.schema), names),
    ]);
    result.push({ projection, table: names.table, rows, before: before?.hash ?? null, after: hash });
  }
  return result;
}
