import type { Recorded } from '#libs/event-store/codec';
import { guarded, keysOf, step, type Touch } from './fold.js';
import { KeyFilter } from './key-filter.js';
import type { AnyTable, Projection } from './projection.js';
import type { Queryable, Row, RowStore } from './row-store.js';

interface Slot {
  readonly key: Row;
  /** Null where the row left the window. */
  row: Row | null;
  /** An older version of it stands in the database. */
  readonly isStored: boolean;
}

/** Where rows go that are not kept: new ones as lines for COPY, others over what stands there. */
export interface Outlet {
  copy(store: RowStore, lines: Buffer): void;
  /** After everything that was asked for before. */
  run<T>(work: (db: Queryable) => Promise<T>): Promise<T>;
}

const copyBytes = 262_144;
const bytesPerCharacterMax = 3;
const generationMin = 500;
const hitWorth = 20;
const noLines = Buffer.alloc(0);

/**
 * The rows of one table of a shadow that somebody may touch again, in two generations: a touched row is young, and what was not
 * touched for a generation is written. A touch of a row that may have been written waits until many of them are loaded.
 */
export class OpenTable {
  private young = new Map<string, Slot>();
  private old = new Map<string, Slot>();
  private readonly written = new KeyFilter();
  private waiting = new Map<string, Touch[]>();
  private waitingCount = 0;
  /** Rows made since the last turn, touches of a row made before, and those of them that found it old or gone. */
  private made = 0;
  private hits = 0;
  private lateHits = 0;
  /** Whether rows are so seldom touched again that none is kept. */
  private isPassing = false;
  // Outside the heap: lines on their way would otherwise be copied by every young collection.
  private lines = noLines;
  private filled = 0;

  constructor(
    private readonly projection: Projection,
    private readonly table: AnyTable,
    readonly store: RowStore,
    private readonly outlet: Outlet,
  ) {}

  /** Rows in memory. */
  get size(): number {
    return this.young.size + this.old.size;
  }

  /** Touches that wait for their rows. */
  get waits(): number {
    return this.waitingCount;
  }

  /** Whether a generation is over early: its rows are hardly ever touched again when they are old, so there is no use in keeping them. */
  get isOver(): boolean {
    return this.made >= generationMin && (this.isPassing || this.lateHits * hitWorth <= this.made);
  }

  /** How little is lost by letting the old generation go: many rows, seldom touched. */
  get idleness(): number {
    return this.size ** 2 / (1 + this.lateHits);
  }

  handles(type: string): boolean {
    return Object.hasOwn(this.table.on, type);
  }

  /** Knows again the rows that stand in the database from before this run. */
  async remember(db: Queryable): Promise<void> {
    if (this.table.isWrittenOnce) return;
    for await (const keys of this.store.allKeys(db)) for (const key of keys) this.written.add(this.store.identity(key));
  }

  /** Throws Poisoned. */
  fold(recorded: Recorded): void {
    for (const key of guarded(this.projection, recorded, () => keysOf(this.table, recorded)))
      this.touch({ key, recorded });
  }

  private touch(touch: Touch): void {
    if (this.table.isWrittenOnce) return this.write(this.after(null, touch));
    const identity = this.store.identity(touch.key);
    const slot = this.slot(identity);
    if (slot) slot.row = this.after(slot.row, touch);
    else if (this.written.mayHold(identity)) this.wait(identity, touch);
    else this.make(identity, touch);
  }

  private make(identity: string, touch: Touch): void {
    const row = this.after(null, touch);
    this.made++;
    if (!this.isPassing || !row) this.young.set(identity, { key: touch.key, row, isStored: false });
    else {
      this.write(row);
      this.written.add(identity);
    }
  }

  private after(row: Row | null, touch: Touch): Row | null {
    return guarded(this.projection, touch.recorded, () => step(this.table, this.store, row, touch));
  }

  private slot(identity: string): Slot | undefined {
    let slot = this.young.get(identity);
    if (!slot) {
      slot = this.old.get(identity);
      if (!slot) return undefined;
      this.old.delete(identity);
      this.young.set(identity, slot);
      this.lateHits++;
    }
    this.hits++;
    return slot;
  }

  private wait(identity: string, touch: Touch): void {
    const touches = this.waiting.get(identity);
    if (touches) touches.push(touch);
    else this.waiting.set(identity, [touch]);
    this.waitingCount++;
    this.hits++;
    this.lateHits++;
  }

  /** Loads the rows that touches wait for, which takes the table's primary key, and folds these into them. Throws Poisoned. */
  async answerWaiting(): Promise<void> {
    const { waiting } = this;
    this.waiting = new Map();
    this.waitingCount = 0;
    this.flush();
    const keys = new Map([...waiting].map(([identity, [first]]) => [identity, first!.key]));
    const loaded = await this.outlet.run((db) => this.store.load(db, keys));
    for (const [identity, touches] of waiting) {
      let row = loaded.get(identity) ?? null;
      const isStored = row !== null;
      for (const touch of touches) row = this.after(row, touch);
      this.young.set(identity, { key: touches[0]!.key, row, isStored });
    }
  }

  /** Lets the old generation go, and the young one is old. */
  async turn(): Promise<void> {
    const going = this.old;
    this.old = this.young;
    this.young = new Map();
    this.isPassing = this.made >= generationMin && this.hits * hitWorth <= this.made;
    [this.made, this.hits, this.lateHits] = [0, 0, 0];
    const changed: Row[] = [];
    const gone: Row[] = [];
    for (const [identity, { key, row, isStored }] of going) {
      if (isStored) {
        if (row) changed.push(row);
        else gone.push(key);
      } else if (row) {
        this.write(row);
        this.written.add(identity);
      }
    }
    if (changed.length + gone.length === 0) return;
    await this.outlet.run(async (db) => {
      await this.store.upsert(db, changed);
      await this.store.remove(db, gone);
    });
  }

  private write(row: Row | null): void {
    if (!row) return;
    const line = this.store.copyLine(row);
    const bytesMax = line.length * bytesPerCharacterMax;
    if (this.filled + bytesMax > this.lines.length) {
      this.flush();
      this.lines = Buffer.allocUnsafe(Math.max(copyBytes, bytesMax));
    }
    this.filled += this.lines.write(line, this.filled);
  }

  /** Hands on what is written so far. */
  flush(): void {
    if (this.filled > 0) this.outlet.copy(this.store, this.lines.subarray(0, this.filled));
    [this.lines, this.filled] = [noLines, 0];
  }
}
