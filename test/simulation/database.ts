import type pg from 'pg';
import type { FaultSource } from './faults.js';
import type { Scheduler } from './scheduler.js';
import { Session } from './session.js';

export interface CheckpointRow {
  readonly name: string;
  readonly version: number;
  readonly position: string | null;
  /** PostgreSQL's bigint comes as text. */
  readonly epoch: string;
  readonly store_id: string;
  readonly stopped: unknown;
  readonly schema: string;
  /** Where it stood when it was made. */
  readonly begun: string | null;
}

export type JsonRow = Readonly<Record<string, unknown>>;

/** Rows by table and key; null where a transaction took the row out. */
export type Rows = Map<string, Map<string, JsonRow | null>>;

const frozenSteps = 200;

interface Surroundings {
  readonly scheduler: Scheduler;
  readonly faults: FaultSource;
  readonly now: () => number;
}

/** Ways in which a database might not keep its word: planted to see whether anybody notices. */
export interface DatabaseBends {
  readonly losesRows?: () => boolean;
  readonly losesMove?: () => boolean;
  readonly movesAnyway?: () => boolean;
}

/**
 * A stand-in of PostgreSQL that knows the statements of the engine and no others: transactions, row locks on checkpoints,
 * compare-and-set, rows by key. A connection may die at any statement, and a commit may go unanswered.
 */
export class Database {
  readonly checkpoints = new Map<string, CheckpointRow>();
  readonly rows: Rows = new Map();
  readonly locks = new Map<string, Session>();
  private readonly sessions = new Map<object, Set<Session>>();

  constructor(
    readonly keys: ReadonlyMap<string, readonly string[]>,
    private readonly around: Surroundings,
    readonly bends: DatabaseBends = {},
  ) {}

  get scheduler(): Scheduler {
    return this.around.scheduler;
  }

  get faults(): FaultSource {
    return this.around.faults;
  }

  /** Its own clock, milliseconds. */
  now(): number {
    return this.around.now();
  }

  keyOf(table: string, row: JsonRow): string {
    const columns = table === 'letter' ? ['id'] : this.keys.get(table);
    if (!columns) throw new TypeError(`no table ${table}`);
    return JSON.stringify(columns.map((column) => row[column]));
  }

  /** The pool of one process. */
  pool(name: string, owner: object): pg.Pool {
    const open = (): Session => {
      const session = new Session(this, name, owner);
      this.sessions.set(owner, (this.sessions.get(owner) ?? new Set()).add(session));
      return session;
    };
    const pool = {
      connect: async () => open(),
      query: async (text: string, values: readonly unknown[] = []) => {
        const session = open();
        try {
          const answer = await session.query(text, values);
          return answer;
        } finally {
          session.release();
        }
      },
    };
    return pool as unknown as pg.Pool;
  }

  closed(session: Session): void {
    this.sessions.get(session.owner)?.delete(session);
  }

  /** What a dead process had begun is rolled back. */
  drop(owner: object): void {
    for (const session of this.sessions.get(owner) ?? []) session.undo();
    this.sessions.delete(owner);
  }

  /** As a lease does: a higher epoch in the named checkpoints, when nobody is moving them. Answers the epoch. */
  async takeOver(who: string, owner: object, names: readonly string[]): Promise<number> {
    await this.scheduler.gate(`${who} takes ${names[0]} and ${names.length - 1} more`, owner, () =>
      this.areFree(names),
    );
    const epoch = 1 + Math.max(...names.map((name) => Number(this.checkpoints.get(name)?.epoch ?? 0)));
    for (const name of names) {
      const row = this.checkpoints.get(name);
      if (row) this.checkpoints.set(name, { ...row, epoch: String(epoch) });
    }
    return epoch;
  }

  /** The worst moment for a leader to be frozen: it has read its checkpoints and not yet locked them. */
  mayFreeze(owner: object): void {
    if (this.faults.strikes('sleep')) this.scheduler.sleep(owner, frozenSteps);
  }

  areFree(names: readonly string[], own?: Session): boolean {
    return names.every((name) => !this.locks.has(name) || this.locks.get(name) === own);
  }

  /** Every row of every table in a fixed order, to be compared with another database's. */
  dump(): Record<string, JsonRow[]> {
    const sorted = (rows: ReadonlyMap<string, JsonRow | null>): JsonRow[] =>
      [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, row]) => (row ? [row] : []));
    return Object.fromEntries([...this.keys.keys()].map((table) => [table, sorted(this.rows.get(table) ?? new Map())]));
  }
}
