import type { Fate } from './faults.js';
import type { CheckpointRow, Database, JsonRow, Rows } from './database.js';
import { letterStatements } from './letter-statements.js';

/** A statement that the stand-in does not know: it has to learn it, or the engine has changed its ways. */
export class UnknownStatement extends TypeError {}

export interface Answer {
  readonly rows: readonly unknown[];
  readonly rowCount: number;
}

export type Values = readonly unknown[];
export type Statement = (session: Session, values: Values, found: RegExpExecArray) => Answer;

const none: Answer = { rows: [], rowCount: 0 };
const changed = (rowCount: number): Answer => ({ rows: [], rowCount });

const statements: readonly (readonly [pattern: RegExp, statement: Statement])[] = [
  [/^begin/, (session) => session.begin()],
  [/^rollback$/, (session) => session.undo()],
  [/^commit$/, (session) => session.commit()],
  [
    /^select name, version, position, epoch, store_id, stopped from (\w+)\./,
    (session, _, [, schema]) => session.allCheckpoints(schema!),
  ],
  [
    /^insert into (\w+)\.checkpoint \(name, version, epoch/,
    (session, values, [, schema]) => session.makeCheckpoints(values, schema!),
  ],
  // The outbox's only one begins at the end of the log it finds.
  [
    /^insert into (\w+)\.checkpoint \(name, version, position/,
    (session, [name, position, storeId], [, schema]) =>
      session.makeCheckpoints([[name], [1], storeId, position], schema!),
  ],
  [/^update \w+\.checkpoint set stopped = null/, (session, values) => session.resume(values)],
  [/^update \w+\.checkpoint c set position/, (session, values) => session.move(values)],
  [/^select row_to_json.* from "\w+"\."(\w+)" t join/, (session, values, [, table]) => session.load(table!, values)],
  [/^insert into "\w+"\."(\w+)"/, (session, values, [, table]) => session.upsert(table!, values)],
  [/^delete from "\w+"\."(\w+)"/, (session, values, [, table]) => session.remove(table!, values)],
  ...letterStatements,
];

function statementOf(text: string): { readonly pattern: RegExp; readonly statement: Statement } {
  const [pattern, statement] = statements.find(([one]) => one.test(text)) ?? [];
  if (!pattern || !statement) throw new UnknownStatement(text.slice(0, 80));
  return { pattern, statement };
}

const jsonRows = ([text]: Values): JsonRow[] => JSON.parse(text as string) as JsonRow[];

/** One connection: what it changed is seen by itself until it commits, and by nobody when it does not. */
export class Session {
  private inTransaction = false;
  private isBroken = false;
  private readonly rows: Rows = new Map();
  private readonly checkpoints = new Map<string, CheckpointRow>();

  constructor(
    private readonly database: Database,
    private readonly name: string,
    readonly owner: object,
  ) {}

  async query(text: string, values: Values = []): Promise<Answer> {
    const { pattern, statement } = statementOf(text);
    const locked = text.includes('.checkpoint c set position') ? (values[0] as readonly string[]) : [];
    const fate = this.fateOf(text);
    const what = `${this.name} sql ${text.slice(0, 40)}${fate === 'well' ? '' : ` (${fate})`}`;
    if (text.startsWith('begin')) this.database.mayFreeze(this.owner);
    await this.database.scheduler.gate(what, this.owner, () => this.database.areFree(locked, this));
    if (fate === 'refused') throw this.lost();
    const answer = statement(this, values, pattern.exec(text)!);
    if (!this.inTransaction) this.apply();
    if (fate === 'dies') return this.database.faults.die(this.owner);
    if (fate === 'deaf') throw this.lost();
    return answer;
  }

  /** A lost answer says nothing new in the middle of a transaction: what it did is rolled back either way. */
  private fateOf(text: string): Fate {
    if (this.isBroken) return 'refused';
    const commits = text === 'commit' || !this.inTransaction;
    return commits ? this.database.faults.fate('refused', 'deaf') : this.database.faults.fate('refused');
  }

  on(): void {}
  off(): void {}

  release(): void {
    this.undo();
    this.database.closed(this);
  }

  begin(): Answer {
    this.inTransaction = true;
    return none;
  }

  undo(): Answer {
    this.inTransaction = false;
    this.rows.clear();
    this.checkpoints.clear();
    for (const [name, holder] of this.database.locks) if (holder === this) this.database.locks.delete(name);
    return none;
  }

  commit(): Answer {
    this.inTransaction = false;
    return none;
  }

  allCheckpoints(schema: string): Answer {
    const own = [...this.database.checkpoints.values()].filter((row) => row.schema === schema);
    const rows = own.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return { rows, rowCount: rows.length };
  }

  makeCheckpoints([names, versions, storeId, position = null]: Values, schema: string): Answer {
    const begun = position as string | null;
    for (const [i, name] of (names as readonly string[]).entries()) {
      const version = (versions as readonly number[])[i]!;
      if (!this.database.checkpoints.has(name))
        this.checkpoints.set(name, {
          name,
          version,
          position: begun,
          begun,
          schema,
          epoch: '0',
          store_id: storeId as string,
          stopped: null,
        });
    }
    return changed(this.checkpoints.size);
  }

  move([names, epochs, positions, to, stopped]: Values): Answer {
    const still = (names as readonly string[]).filter((name, i) => {
      const row = this.database.checkpoints.get(name);
      return (
        this.database.bends.movesAnyway?.() === true ||
        (Number(row?.epoch) === (epochs as readonly number[])[i] &&
          row?.position === (positions as readonly (string | null)[])[i])
      );
    });
    for (const name of still) {
      if (this.inTransaction) this.database.locks.set(name, this);
      const position = to as string | null;
      const why: unknown = stopped === null ? null : JSON.parse(stopped as string);
      this.checkpoints.set(name, { ...this.database.checkpoints.get(name)!, position, stopped: why });
    }
    return changed(still.length);
  }

  resume([names]: Values): Answer {
    const stopped = (names as readonly string[]).filter((name) => this.database.checkpoints.get(name)?.stopped);
    for (const name of stopped) this.checkpoints.set(name, { ...this.database.checkpoints.get(name)!, stopped: null });
    return { rows: stopped.map((name) => ({ name })), rowCount: stopped.length };
  }

  get now(): number {
    return this.database.now();
  }

  hasEpoch(checkpoint: string, epoch: number): boolean {
    return Number(this.database.checkpoints.get(checkpoint)?.epoch) === epoch;
  }

  /** Rows as this transaction sees them. */
  all(table: string): JsonRow[] {
    const merged = new Map([...(this.database.rows.get(table) ?? []), ...(this.rows.get(table) ?? [])]);
    return [...merged.values()].filter((row) => row !== null);
  }

  set(table: string, row: JsonRow): void {
    this.put(table, [row], (one) => one);
  }

  takeOut(table: string, row: JsonRow): void {
    this.put(table, [row], () => null);
  }

  load(table: string, values: Values): Answer {
    const rows = jsonRows(values).flatMap((asked) => {
      const key = this.database.keyOf(table, asked);
      const own = this.rows.get(table);
      const row = own?.has(key) ? own.get(key) : this.database.rows.get(table)?.get(key);
      return row ? [{ row: JSON.stringify(row) }] : [];
    });
    return { rows, rowCount: rows.length };
  }

  upsert(table: string, values: Values): Answer {
    return this.put(table, jsonRows(values), (row) => row);
  }

  remove(table: string, values: Values): Answer {
    return this.put(table, jsonRows(values), () => null);
  }

  private put(table: string, given: readonly JsonRow[], what: (row: JsonRow) => JsonRow | null): Answer {
    const rows = this.rows.get(table) ?? new Map<string, JsonRow | null>();
    for (const row of given) rows.set(this.database.keyOf(table, row), what(row));
    this.rows.set(table, rows);
    return changed(given.length);
  }

  private apply(): void {
    const { losesRows, losesMove } = this.database.bends;
    const hasRows = this.rows.size > 0;
    if (!(hasRows && losesRows?.())) this.applyRows();
    if (!(hasRows && losesMove?.()))
      for (const [name, row] of this.checkpoints) this.database.checkpoints.set(name, row);
    this.undo();
  }

  private applyRows(): void {
    for (const [table, rows] of this.rows) {
      const kept = this.database.rows.get(table) ?? new Map<string, JsonRow | null>();
      for (const [key, row] of rows) kept.set(key, row);
      this.database.rows.set(table, kept);
    }
  }

  private lost(): Error {
    this.isBroken = true;
    this.undo();
    return new Error('Connection terminated unexpectedly');
  }
}
