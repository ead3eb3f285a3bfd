import type { Recorded } from '#libs/event-store/codec';
import type { KeyGroup } from '#libs/kernel/fields';
import type { Unreadable } from './batch-reader.js';
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

export const needs = (projection: Projection, { stored, group }: Unreadable): boolean =>
  handles(projection, stored.type) && (group === undefined || projection.opens.some((one) => one === group));

/** A group is opened for an event type only where a projection both handles the type and asks for the group. */
export function opensOf(projections: readonly Projection[]): (type: string) => ReadonlySet<KeyGroup> | undefined {
  const known = new Map<string, ReadonlySet<KeyGroup> | undefined>();
  return (type) => {
    if (!known.has(type)) {
      const those = projections.filter((projection) => handles(projection, type));
      known.set(type, those.length === 0 ? undefined : new Set(those.flatMap(({ opens }) => opens)));
    }
    return known.get(type);
  };
}

/** An event and one row that it is about. */
export interface Touch {
  readonly key: Row;
  readonly recorded: Recorded;
}

type KeysOf = (data: unknown, meta: Meta) => Row | readonly Row[];
type Handler = (row: Row, data: unknown, meta: Meta) => Row | null;

/** The rows that an event is about; none where the table does not handle it. */
export function keysOf(table: AnyTable, recorded: Recorded): readonly Row[] {
  const of = (table.keyOf as Record<string, KeysOf | undefined>)[recorded.event.type];
  if (!of) return [];
  const keys = of(recorded.event.data, recorded);
  return Array.isArray(keys) ? (keys as readonly Row[]) : [keys as Row];
}

/** The row after the event; `row` is null where there is none before it. */
export function step(table: AnyTable, store: RowStore, row: Row | null, { key, recorded }: Touch): Row | null {
  const before = row ?? store.first(table, key);
  const handler = (table.on as Record<string, Handler | undefined>)[recorded.event.type];
  const after = handler ? handler(before, recorded.event.data, recorded) : before;
  if (after) store.learn(after);
  return after;
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
    throw isRefusal(error) ? new RowsRefused(projection.name, error) : error;
  }
}

/** Whether PostgreSQL says that it will not take these rows, now or another time. */
export function isRefusal(error: unknown): boolean {
  const { code } = error as PostgresFault;
  return typeof code === 'string' && code.length === 5 && refusedClasses.includes(code.slice(0, 2));
}

async function foldTable(projection: Projection, table: AnyTable, { db, rows, events }: FoldBatch): Promise<void> {
  const store = rows(table);
  const touched = events
    .filter(({ event }) => Object.hasOwn(table.on, event.type))
    .flatMap((recorded) =>
      guarded(projection, recorded, () => keysOf(table, recorded)).map((key): Touch => ({ key, recorded })),
    );
  if (touched.length === 0) return;
  const identities = touched.map(({ key }) => store.identity(key));
  const loaded = await store.load(db, new Map(touched.map(({ key }, i) => [identities[i]!, key])));
  const folded: Folded = new Map();
  for (const [i, touch] of touched.entries()) {
    const identity = identities[i]!;
    const slot = folded.get(identity) ?? { key: touch.key, row: loaded.get(identity) ?? null };
    slot.row = guarded(projection, touch.recorded, () => step(table, store, slot.row, touch));
    folded.set(identity, slot);
  }
  await writeFolded(db, store, folded);
}

export function guarded<T>(projection: Projection, recorded: Recorded, work: () => T): T {
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
