import canonicalize from 'canonicalize';
import { TreeEdge } from '#libs/proof/tile';
import { leafHashOf, rootOf } from '#libs/proof/tree';
import type { Queryable, TableNames } from './row-store.js';

export type RowCheck = 'PROJ_DIFF' | 'PROJ_EXTRA' | 'PROJ_MISSING';

/** A row that is not what the log comes to; its values are personal and stay where they are. */
export interface RowFault {
  readonly check: RowCheck;
  /** Values of the row's keys, in the order of the table. */
  readonly key: readonly string[];
  /** Of a row that differs. */
  readonly columns: readonly string[];
}

/** Root over all rows of a table in the order of their keys. */
export interface RowsRoot {
  readonly rows: number;
  /** RFC 6962 over the canonical JSON (RFC 8785) of each row, base64. */
  readonly root: string;
}

const rowsAtOnce = 2_000;
const faultsMax = 100;
const separator = '\u001f';

interface Line {
  readonly key: string;
  /** Bytes by which PostgreSQL put the rows in order. */
  readonly order: Buffer;
  readonly text: string;
  readonly leaf: Buffer;
}

/** A table read from its first key to its last, whatever the database's own order of texts. Inside a transaction. */
class Rows {
  private page: readonly { key: string; row: string }[] = [];
  private next = 0;
  private isOver = false;
  private readonly edge = new TreeEdge(0, []);
  private line: Line | undefined;

  constructor(
    private readonly db: Queryable,
    private readonly name: string,
  ) {}

  static async of(db: Queryable, schema: string, { table, keys }: TableNames): Promise<Rows> {
    const name = `rows_of_${table}`;
    const key = `concat_ws(chr(31), ${keys.map(({ column }) => `t."${column}"::text`).join(', ')}) collate "C"`;
    await db.query(`set local timezone = 'UTC'`);
    await db.query(
      `declare "${name}" no scroll cursor for select ${key} as key, row_to_json(t)::text as row from ${schema}."${table}" t order by 1`,
    );
    const rows = new Rows(db, name);
    await rows.advance();
    return rows;
  }

  get now(): Line | undefined {
    return this.line;
  }

  /** To the next row; this one goes into the root. */
  async advance(): Promise<void> {
    if (this.next >= this.page.length && !this.isOver) await this.turn();
    const found = this.page[this.next++];
    this.line = found && lineOf(found);
    if (this.line) this.edge.push(this.line.leaf);
  }

  private async turn(): Promise<void> {
    const { rows } = await this.db.query<{ key: string; row: string }>(`fetch ${rowsAtOnce} from "${this.name}"`);
    this.page = rows;
    this.next = 0;
    this.edge.full();
    this.isOver = rows.length < rowsAtOnce;
  }

  async close(): Promise<RowsRoot> {
    while (this.line) await this.advance();
    await this.db.query(`close "${this.name}"`);
    const { size, nodes } = this.edge;
    return { rows: size, root: rootOf(nodes, size).toString('base64') };
  }
}

function lineOf({ key, row }: { readonly key: string; readonly row: string }): Line {
  const text = canonicalize(JSON.parse(row))!;
  return { key, order: Buffer.from(key), text, leaf: leafHashOf(Buffer.from(text)) };
}

/** The root of a table. Inside a transaction. */
export const rowsRoot = async (db: Queryable, schema: string, names: TableNames): Promise<RowsRoot> =>
  (await Rows.of(db, schema, names)).close();

export interface Compared {
  readonly live: RowsRoot;
  readonly log: RowsRoot;
  /** The first hundred. */
  readonly faults: readonly RowFault[];
  readonly faultCount: number;
}

/** Two tables side by side in the order of their keys, each in a transaction of its own: both roots, and every row that differs. */
export async function rowsCompared(
  sides: { readonly live: Queryable; readonly liveSchema: string; readonly log: Queryable; readonly logSchema: string },
  names: TableNames,
): Promise<Compared> {
  const live = await Rows.of(sides.live, sides.liveSchema, names);
  const log = await Rows.of(sides.log, sides.logSchema, names);
  const faults: RowFault[] = [];
  let faultCount = 0;
  while (live.now ?? log.now) {
    const order = orderOf(live.now, log.now);
    const fault = faultOf(order, live.now, log.now);
    if (fault && ++faultCount <= faultsMax) faults.push(fault);
    if (order <= 0) await live.advance();
    if (order >= 0) await log.advance();
  }
  return { live: await live.close(), log: await log.close(), faults, faultCount };
}

/** Below 0 where the live row has no equal in the log's table. */
function orderOf(live: Line | undefined, log: Line | undefined): number {
  if (!live) return 1;
  return log ? Buffer.compare(live.order, log.order) : -1;
}

function faultOf(order: number, live: Line | undefined, log: Line | undefined): RowFault | undefined {
  const keyOf = (line: Line | undefined): string[] => line?.key.split(separator) ?? [];
  if (order < 0) return { check: 'PROJ_EXTRA', key: keyOf(live), columns: [] };
  if (order > 0) return { check: 'PROJ_MISSING', key: keyOf(log), columns: [] };
  if (live!.leaf.equals(log!.leaf)) return undefined;
  const [one, other] = [live!, log!].map(({ text }) => JSON.parse(text) as Record<string, unknown>);
  const columns = Object.keys(one!).filter((name) => canonicalize(one![name]) !== canonicalize(other![name]));
  return { check: 'PROJ_DIFF', key: keyOf(live), columns };
}
