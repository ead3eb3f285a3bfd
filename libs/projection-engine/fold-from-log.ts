import type { EventCodec, Recorded } from '#libs/event-store/codec';
import type { EventStore, Position, StoredEntry } from '#libs/event-store/port';
import { keysOf } from './fold.js';
import type { AnyTable } from './projection.js';
import type { Row } from './row-store.js';

const pageEntries = 2_000;

/** Every entry of the log up to a position and with it, first to last. */
export async function* entriesUpTo(
  store: Pick<EventStore, 'readAll' | 'compare'>,
  position: Position,
): AsyncIterable<StoredEntry> {
  for (let after: Position | null = null; ;) {
    const page = await store.readAll(after, pageEntries);
    for (const stored of page.entries) {
      if (store.compare(stored.position, position) > 0) return;
      yield stored;
    }
    if (page.end || page.last === null) return;
    after = page.last;
  }
}

export interface LogToFold {
  readonly store: Pick<EventStore, 'readAll' | 'compare'>;
  readonly codec: EventCodec;
}

interface FoldedTable {
  readonly table: AnyTable;
  /** By the text of their keys. */
  readonly rows: Map<string, Row>;
}

type Handler = (row: Row, data: unknown, meta: unknown) => Row | null;

/**
 * The rows of tables as the log had them at a position, in memory and beside every read table: for an auditor, who does not take the
 * window's word. Personal fields stay closed, so columns made of them are empty.
 */
export async function foldFromLog(
  { store, codec }: LogToFold,
  tables: readonly AnyTable[],
  position: Position,
): Promise<readonly (readonly Row[])[]> {
  const folded = tables.map((table): FoldedTable => ({ table, rows: new Map() }));
  for await (const stored of entriesUpTo(store, position)) {
    const touched = folded.filter(({ table }) => Object.hasOwn(table.on, stored.type));
    if (touched.length === 0) continue;
    const recorded = codec.readClear(stored);
    for (const one of touched) fold(one, recorded);
  }
  return folded.map(({ rows }) => [...rows.values()]);
}

function fold({ table, rows }: FoldedTable, recorded: Recorded): void {
  const handler = (table.on as Record<string, Handler | undefined>)[recorded.event.type];
  for (const key of keysOf(table, recorded)) {
    const identity = JSON.stringify(Object.entries(key).sort());
    const row = handler?.(rows.get(identity) ?? (table.empty(key) as Row), recorded.event.data, recorded);
    if (row) rows.set(identity, row);
    else rows.delete(identity);
  }
}
