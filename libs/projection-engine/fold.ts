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
    super(`${projection}: ${recorded.event.type} at ${recorded.position}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

export const handles = (projection: Projection, type: string): boolean => projection.tables.some(({ on }) => Object.hasOwn(on, type));

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
export type Folded = Map<string, { readonly key: Row; row: Row | null }>;

/** Folds a batch of events into the rows of one table: one load, then memory only. Throws Poisoned. */
export async function foldTable(projection: Projection, table: AnyTable, batch: { readonly db: Queryable; readonly rows: RowStore; readonly events: readonly Recorded[] }): Promise<Folded> {
  const { db, rows, events } = batch;
  const touched = events.filter(({ event }) => Object.hasOwn(table.on, event.type)).flatMap((recorded) => guarded(projection, recorded, () => touchedBy(table, recorded)));
  const folded: Folded = new Map();
  if (touched.length === 0) return folded;
  const loaded = await rows.load(
    db,
    touched.map(({ key }) => key),
  );
  for (const { key, recorded } of touched) {
    const identity = rows.identity(key);
    const slot = folded.get(identity) ?? { key, row: loaded.get(identity) ?? null };
    slot.row = guarded(projection, recorded, () => step(table, slot.row ?? (table.empty(key) as Row), recorded));
    folded.set(identity, slot);
  }
  return folded;
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

export async function writeFolded(db: Queryable, rows: RowStore, folded: Folded): Promise<void> {
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
