import type { Page, Position, StoredEntry } from '#libs/event-store/port';
import { decoded, type Unreadable } from './batch-reader.js';
import { Checkpoints, type Checkpoint } from './checkpoint.js';
import { isRefusal, messageOf, needs, opensOf, Poisoned, RowsRefused } from './fold.js';
import type { FollowerParts } from './follower.js';
import { OpenTable } from './open-table.js';
import { RebuildStopped } from './rebuild-stopped.js';
import { RowStore, tableNames } from './row-store.js';
import { makeKeys, shadowOf } from './shadow.js';
import { ShadowWriter } from './shadow-writer.js';

export interface FirstPassParts {
  /** Of the live tables. */
  readonly parts: FollowerParts;
  readonly batchEntries: number;
  /** Entries after which all is written down, so that a crash costs no more. */
  readonly savedEvery: number;
  /** Rows kept in memory between batches. */
  readonly rowsInMemory: number;
  /** Told after each batch; what it throws ends the pass. */
  readonly onRead: (entries: number, position: Position | null) => Promise<void>;
}

const idleMilliseconds = 60_000;
const waitsMax = 20_000;
const decodedAtOnce = 50;

/**
 * Folds the log to its end into a shadow that has one writer: rows stay in memory while they are touched and are written once, by
 * COPY, into tables without keys and indexes. A table of which written rows are touched again gets its key early.
 * Throws RebuildStopped, CheckpointLost, and RowsRefused where PostgreSQL does not take the rows.
 */
export async function firstPass(asked: FirstPassParts): Promise<void> {
  const writer = await ShadowWriter.open(asked.parts.pool, idleMilliseconds);
  try {
    await new FirstPass(asked, writer).run();
  } catch (error) {
    throw isRefusal(error) ? new RowsRefused('rebuild', error) : error;
  } finally {
    await writer.close();
  }
}

class FirstPass {
  private readonly tables: readonly OpenTable[];
  private readonly byType = new Map<string, readonly OpenTable[]>();
  private readonly keyed = new Set<OpenTable>();
  private readonly checkpoints: Checkpoints;
  private readonly opens: ReturnType<typeof opensOf>;
  private saved: readonly Checkpoint[] = [];
  private position: Position | null = null;
  private unsaved = 0;

  constructor(
    private readonly asked: FirstPassParts,
    private readonly writer: ShadowWriter,
  ) {
    const { projections, source, schema } = asked.parts;
    this.checkpoints = new Checkpoints(shadowOf(schema));
    this.opens = opensOf(projections);
    this.tables = projections.flatMap((projection) =>
      projection.tables.map(
        (table) => new OpenTable(projection, table, new RowStore(tableNames(source, table), shadowOf(schema)), writer),
      ),
    );
  }

  async run(): Promise<void> {
    await this.begin();
    let next = this.read(this.position);
    for (;;) {
      const { entries, last } = await this.received(next);
      if (entries.length === 0) break;
      const isEnd = entries.length < this.asked.batchEntries;
      // PostgreSQL reads the next page while this one is folded.
      if (!isEnd) next = this.read(last);
      for (let from = 0; from < entries.length; from += decodedAtOnce)
        await this.take(entries.slice(from, from + decodedAtOnce));
      this.position = last;
      this.unsaved += entries.length;
      await this.makeRoom();
      await this.asked.onRead(entries.length, last);
      if (isEnd) break;
      if (this.unsaved >= this.asked.savedEvery) await this.save();
    }
    await this.save();
  }

  /** Where an earlier run of the same folds left off. */
  private async begin(): Promise<void> {
    this.saved = await this.writer.run((db) => this.checkpoints.all(db));
    this.position = this.saved[0]?.position ?? null;
    if (this.position !== null) for (const table of this.tables) await this.writer.run((db) => table.remember(db));
  }

  private read(after: Position | null): Promise<Page> {
    const page = this.asked.parts.store.readAll(after, this.asked.batchEntries);
    // It is awaited after the page before it; that one may have ended the pass.
    page.catch(() => undefined);
    return page;
  }

  /** When the log cannot be read the next run need not begin at its beginning. */
  private async received(next: Promise<Page>): Promise<Page> {
    try {
      return await next;
    } catch (error) {
      await this.save().catch(() => undefined);
      throw error;
    }
  }

  /** Few at once: what is decoded shall be gone before the garbage collector looks for it. */
  private async take(entries: readonly StoredEntry[]): Promise<void> {
    const { events, unreadable } = await decoded(this.asked.parts, entries, this.opens);
    try {
      for (const recorded of events) for (const table of this.tablesOf(recorded.event.type)) table.fold(recorded);
      if (unreadable) this.stopBefore(unreadable);
      for (const table of this.tables) if (table.waits > waitsMax) await this.answer(table);
    } catch (error) {
      throw error instanceof Poisoned ? stoppedBy(error) : error;
    }
  }

  private tablesOf(type: string): readonly OpenTable[] {
    let tables = this.byType.get(type);
    if (!tables) {
      tables = this.tables.filter((table) => table.handles(type));
      this.byType.set(type, tables);
    }
    return tables;
  }

  private stopBefore(unreadable: Unreadable): void {
    const { stored, error } = unreadable;
    const { projections, codec } = this.asked.parts;
    const stops = projections.find((projection) => !codec.knows(stored.type) || needs(projection, unreadable));
    if (stops) throw new RebuildStopped(stops.name, { ...stored, eventId: stored.id, why: error.message });
  }

  private async makeRoom(): Promise<void> {
    await this.writer.room();
    for (const table of this.tables) if (table.isOver) await table.turn();
    let rows = this.tables.reduce((sum, { size }) => sum + size, 0);
    while (rows > this.asked.rowsInMemory) {
      const idlest = this.tables.reduce((most, table) => (table.idleness > most.idleness ? table : most));
      rows -= idlest.size;
      await idlest.turn();
      rows += idlest.size;
    }
  }

  private async answer(table: OpenTable): Promise<void> {
    if (!this.keyed.has(table)) {
      table.flush();
      await this.writer.run((db) => makeKeys(db, this.asked.parts.schema, [table.store.names.table]));
      this.keyed.add(table);
    }
    await table.answerWaiting();
  }

  /** Everything folded so far, with its checkpoints, in the one transaction that it was written in. */
  private async save(): Promise<void> {
    for (const table of this.tables) {
      if (table.waits > 0) await this.answer(table);
      for (let generation = 0; generation < 2; generation++) await table.turn();
      table.flush();
    }
    await this.writer.run((db) => this.checkpoints.move(db, this.saved, { position: this.position }));
    await this.writer.commit();
    this.saved = this.saved.map((checkpoint) => ({ ...checkpoint, position: this.position }));
    this.unsaved = 0;
  }
}

const stoppedBy = ({ projection, recorded: { event, position, entry }, cause }: Poisoned): RebuildStopped =>
  new RebuildStopped(projection, { type: event.type, position, eventId: entry.id, why: messageOf(cause) });
