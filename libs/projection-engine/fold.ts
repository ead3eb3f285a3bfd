import type { Recorded } from '#libs/event-store/codec';
import type { AnyTable, Meta, Projection } from './projection.js';
import type { Queryable, Row, RowStore } from './row-store.js';

/** A fold threw: the projection stops at this event, the others go on. */
export class Poisoned extends Error {
  constructor(
    readonly projection: string,
    readonly recorded: Recorded,
    override readonly cause: unknown,
  ) {
    super(`${projection}: ${recorded.event.type} at ${recorded.position}: ${messageOf(cause)}`);
  }
}

/** PostgreSQL would not take the rows of a projection; which event is to blame has to be found out. */
export class RowsRefused extends Error {
  constructor(
    readonly projection: string,
    override readonly cause: unknown,
  ) {
    super(`${projection}: ${refusalOf(cause)}`);
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// Data that does not fit a column, a constraint that does not hold, a column that is not there: the same next time.
const refusedClasses = ['22', '23', '42'];

interface PostgresFault {
  readonly code?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
}

/** Never PostgreSQL's own message, which repeats the value it did not like. */
function refusalOf(error: unknown): string {
  const { code, table, column, constraint } = error as PostgresFault;
  return ['PostgreSQL', code, table, column, constraint].filter((word) => word !== undefined).join(' ');
}

export const handles = (projection: Projection, type: string): boolean =>
  projection.tables.some(({ on }) => Object.hasOwn(on, type));

interface Touched {
  readonly key: Row;
  readonly recorded: Recorded;
}

function touchedBy(table: AnyTable, recorded: Recorded): Touched[] {
  const { event, ...meta } = recorded;
  const keyOf = (table.keyOf as Record<string, (data: unknown, meta: Meta) => Row | readonly Row[]>)[event.type];
  if (!keyOf) return [];
  const keys = keyOf(event.data, meta);
  return (Array.isArray(keys) ? keys : [keys as Row]).map((key: Row) => ({ key, recorded }));
}

/** Rows of one table after a batch: null where the row left the window. */
type Folded = Map<string, { readonly key: Row; row: Row | null }>;

export interface FoldBatch {
  readonly db: Queryable;
  readonly rows: (table: AnyTable) => RowStore;
  readonly events: readonly Recorded[];
}

/** Folds a batch of events into the rows of a projection: one load a table, then memory, then one write. Throws Poisoned and RowsRefused. */
export async function foldInto(projection: Projection, batch: FoldBatch): Promise<void> {
  try {
    for (const table of projection.tables) await foldTable(projection, table, batch);
  } catch (error) {
    const { code } = error as PostgresFault;
    if (typeof code === 'string' && code.length === 5 && refusedClasses.includes(code.slice(0, 2)))
      throw new RowsRefused(projection.name, error);
    throw error;
  }
}

async function foldTable(projection: Projection, table: AnyTable, { db, rows, events }: FoldBatch): Promise<void> {
  const store = rows(table);
  const touched = events
    .filter(({ event }) => Object.hasOwn(table.on, event.type))
    .flatMap((recorded) => guarded(projection, recorded, () => touchedBy(table, recorded)));
  if (touched.length === 0) return;
  const identities = touched.map(({ key }) => store.identity(key));
  const loaded = await store.load(db, new Map(touched.map(({ key }, i) => [identities[i]!, key])));
  const folded: Folded = new Map();
  for (const [i, { key, recorded }] of touched.entries()) {
    const identity = identities[i]!;
    const slot = folded.get(identity) ?? { key, row: loaded.get(identity) ?? null };
    slot.row = guarded(projection, recorded, () => step(table, slot.row ?? (table.empty(key) as Row), recorded));
    folded.set(identity, slot);
  }
  await writeFolded(db, store, folded);
}

function step(table: AnyTable, row: Row, recorded: Recorded): Row | null {
  const { event, ...meta } = recorded;
  const handler = (table.on as Record<string, (row: Row, data: unknown, meta: Meta) => Row | null>)[event.type];
  return handler ? handler(row, event.data, meta) : row;
}

function guarded<T>(projection: Projection, recorded: Recorded, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Poisoned(projection.name, recorded, error);
  }
}

async function writeFolded(db: Queryable, rows: RowStore, folded: Folded): Promise<void> {
  const slots = [...folded.values()];
  await rows.upsert(
    db,
    slots.flatMap(({ row }) => (row ? [row] : [])),
  );
  await rows.remove(
    db,
    slots.flatMap(({ key, row }) => (row ? [] : [key])),
  );
}
