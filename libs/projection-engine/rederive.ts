import canonicalize from 'canonicalize';
import type pg from 'pg';
import type { Position } from '#libs/event-store/port';
import { leafHashOf, rootOf, treeOf } from '#libs/proof/tree';
import { compared, type ProjectedStanding } from './compare.js';
import { Checkpoints } from './checkpoint.js';
import type { FollowerParts } from './follower.js';
import { besideLive, type RebuildOptions, type RebuildProgress } from './rebuild.js';
import { rowsCompared, rowsRoot, type RowFault } from './row-roots.js';
import { inTransaction, shadowOf } from './shadow.js';
import { upTo } from './store-up-to.js';

/** A read table beside what the log comes to. */
export interface RederivedTable {
  readonly projection: string;
  readonly version: number;
  readonly table: string;
  readonly rows: number;
  /** Root over the rows that the log comes to, base64. */
  readonly root: string;
  /** Of the live table; null where that stands elsewhere in the log and was not compared. */
  readonly live: string | null;
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
}

export interface Rederived {
  /** Where in the log the tables stand; null for an empty one. */
  readonly position: Position | null;
  readonly tables: readonly RederivedTable[];
}

const readOnly = 'begin isolation level repeatable read read only';

/**
 * Folds the log from its beginning into a scratch schema and holds every live table against the result, row by row. Changes no live
 * table; one rebuild or re-derivation at a time. Throws RebuildStopped, RebuildLost and the signal's reason.
 */
export function rederive(
  parts: FollowerParts,
  onProgress: (progress: RebuildProgress) => void,
  options: RebuildOptions = {},
): Promise<Rederived> {
  return whole(
    besideLive({ parts, onProgress, options }, async ({ shadow, tables, epoch }) => ({
      tables: await compared({ parts, epoch, signal: options.signal }, { shadow, tables }, (live, standing) =>
        allCompared(live, parts, standing),
      ),
      position: await positionOf(parts),
    })),
  );
}

/** Without a choice of projections there is always something to do. */
async function whole<T>(found: Promise<T | undefined>): Promise<T> {
  return (await found)!;
}

/** The roots that the tables had at a position of the log; nothing is compared with what stands there now. */
export function rootsAt(
  parts: FollowerParts,
  position: Position,
  onProgress: (progress: RebuildProgress) => void,
): Promise<readonly RederivedTable[]> {
  const limited = { ...parts, store: upTo(parts.store, position) };
  return whole(
    besideLive({ parts: limited, onProgress, options: {} }, async ({ tables }) =>
      inTransaction(
        parts.pool,
        async (db) => {
          const found: RederivedTable[] = [];
          for (const { projection, names } of tables) {
            const { rows, root } = await rowsRoot(db, shadowOf(parts.schema), names);
            const version = versionOf(parts, projection);
            found.push({ projection, version, table: names.table, rows, root, live: null, faults: [], faultCount: 0 });
          }
          return found;
        },
        readOnly,
      ),
    ),
  );
}

/** All tables of a projection as one: the root over what is said of each, in the order of their names. */
export function projectionRoot(tables: readonly RederivedTable[]): { readonly rows: number; readonly root: string } {
  const said = tables.toSorted((a, b) => (a.table < b.table ? -1 : 1));
  const leaves = said.map(({ table, rows, root }) => leafHashOf(Buffer.from(canonicalize({ table, rows, root })!)));
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    root: rootOf(treeOf(leaves), leaves.length).toString('base64'),
  };
}

const versionOf = ({ projections }: FollowerParts, name: string): number =>
  projections.find((one) => one.name === name)!.version;

async function positionOf({ pool, schema }: FollowerParts): Promise<Position | null> {
  const [first] = await new Checkpoints(shadowOf(schema)).all(pool);
  return first?.position ?? null;
}

/** One table after the other, each side in one snapshot. */
async function allCompared(
  live: pg.PoolClient,
  parts: FollowerParts,
  tables: readonly ProjectedStanding[],
): Promise<RederivedTable[]> {
  return inTransaction(
    parts.pool,
    async (log) => {
      const found: RederivedTable[] = [];
      for (const one of tables) found.push(await oneCompared({ live, log }, parts, one));
      return found;
    },
    readOnly,
  );
}

async function oneCompared(
  { live, log }: { readonly live: pg.PoolClient; readonly log: pg.PoolClient },
  parts: FollowerParts,
  { projection, names, isSame }: ProjectedStanding,
): Promise<RederivedTable> {
  const logSchema = shadowOf(parts.schema);
  const of = { projection, version: versionOf(parts, projection), table: names.table };
  if (!isSame) return { ...of, ...(await rowsRoot(log, logSchema, names)), live: null, faults: [], faultCount: 0 };
  const sides = { live, liveSchema: parts.schema, log, logSchema };
  const { live: own, log: made, faults, faultCount } = await rowsCompared(sides, names);
  return { ...of, rows: made.rows, root: made.root, live: own.root, faults, faultCount };
}
